import Link from "next/link";
import type { ReactNode } from "react";

export type Crumb = { readonly word: string; readonly href: string };

type Props = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** The sentence that answers the page's question, numbers included. */
  lead?: ReactNode;
  /** Facts in a row: label and value. */
  meta?: readonly (readonly [string, ReactNode])[];
  actions?: ReactNode;
};

export function PageHead({ title, crumbs = [], lead, meta = [], actions }: Props) {
  return (
    <div className="wrap head">
      <div>
        {crumbs.length > 0 && (
          <nav className="crumb" aria-label="Where this is">
            {crumbs.map(({ word, href }, i) => (
              <span key={href}>
                {i > 0 && " / "}
                <Link href={href} prefetch={false} className="q">
                  {word}
                </Link>
              </span>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {meta.length > 0 && (
          <p className="meta">
            {meta.map(([label, value]) => (
              <span key={label}>
                <i>{label}</i> <b>{value}</b>
              </span>
            ))}
          </p>
        )}
      </div>
      {actions && <div className="btns">{actions}</div>}
    </div>
  );
}
