import Link from "next/link";

/** The way into the mode in which deals are ticked. */
export function ChooseLink({ href }: { href: string }) {
  return (
    <Link className="btn" prefetch={false} href={href}>
      Choose deals to change
    </Link>
  );
}
