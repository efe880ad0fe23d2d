import type { ReactNode } from "react";

type Props = { href: string | null | undefined; label: string; children: ReactNode };

/** A part of a chart that opens the records it counts; in a picture that was taken away only the part. */
export function Linked({ href, label, children }: Props) {
  if (!href) return <g>{children}</g>;
  return (
    <a href={href} aria-label={label} className="part">
      {children}
    </a>
  );
}
