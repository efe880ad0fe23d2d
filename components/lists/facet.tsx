import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  /** It narrows the list now: a click lets go of it. */
  on: boolean;
  href: string;
  /** What it leaves, or would leave. */
  n: number;
  children: ReactNode;
};

/** One way to narrow a list, with how many it leaves; an item of a list of them. */
export function Facet({ on, href, n, children }: Props) {
  return (
    <li>
      <Link
        prefetch={false}
        className={on ? "facet on" : "facet"}
        aria-current={on ? "true" : undefined}
        href={href}
      >
        {children} <span className="n">{n.toLocaleString("en-GB")}</span>
      </Link>
    </li>
  );
}
