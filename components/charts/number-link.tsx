import Link from "next/link";

/** The address of the deals that a number counts, given the filters that it adds. */
export type Opens = (more: Readonly<Record<string, string>>) => string;

/** A number that opens what it counts; nothing to open is no link. */
export function NumberLink({ n, href }: { n: number; href: string }) {
  if (n === 0) return <span className="dim3">0</span>;
  return (
    <Link prefetch={false} href={href}>
      {n.toLocaleString("en-GB")}
    </Link>
  );
}
