import Link from "next/link";
import type { ReactNode } from "react";
import type { Id } from "@/domain/claims";
import { instantWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";

/** What somebody sent: a proposal that waits, or a batch that was carried out. */
export type SentRow = {
  readonly id: Id;
  readonly title: string;
  readonly href: string;
  readonly why?: string | null;
  readonly kind: ReactNode;
  /** How many changes it holds. */
  readonly commands: number;
  readonly by: string;
  readonly at: Instant;
  /** How it stands, or what can be done with it. */
  readonly state: ReactNode;
};

type Props = {
  rows: readonly SentRow[];
  heads: { readonly what: string; readonly kind: string; readonly at: string; readonly state: string };
};

/** What was sent, one a line: what, how many changes, by whom and when, and how it stands. */
export function SentTable({ rows, heads }: Props) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{heads.what}</th>
          <th scope="col">{heads.kind}</th>
          <th scope="col" className="num">
            Changes
          </th>
          <th scope="col">By</th>
          <th scope="col">{heads.at}</th>
          <th scope="col">{heads.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, href, why, kind, commands, by, at, state }) => (
          <tr key={id}>
            <th scope="row">
              <Link prefetch={false} href={href}>
                {title}
              </Link>
              {why && <small>Why: {why}</small>}
            </th>
            <td data-label={heads.kind}>{kind}</td>
            <td data-label="Changes" className="num">
              {commands.toLocaleString("en-GB")}
            </td>
            <td data-label="By">{by}</td>
            <td data-label={heads.at} className="nw">
              <time dateTime={at}>{instantWords(at)}</time>
            </td>
            <td data-label={heads.state}>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
