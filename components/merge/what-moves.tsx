import Link from "next/link";
import { MOVING_WORDS, type Moving } from "@/domain/merges";
import type { MergedKind } from "@/domain/status";

/** What refers to the merged one, counted; and which histories fold. Each number leads to the page that shows it. */
export function WhatMoves({ kind, moving, href }: { kind: MergedKind; moving: Moving; href: string }) {
  const { folding } = moving;
  const counts = MOVING_WORDS.filter(([key]) => moving[key] > 0);
  const other = kind === "device" ? "carrier" : "device";
  return (
    <>
      {counts.length === 0 ? (
        <p className="empty">Nothing on record refers to it: only its name and address move.</p>
      ) : (
        <table className="moves">
          <tbody>
            {counts.map(([key, one, many]) => (
              <tr key={key}>
                <th scope="row">{moving[key] === 1 ? one : many}</th>
                <td className="n">
                  <Link prefetch={false} href={href}>
                    {moving[key].toLocaleString("en-GB")}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {folding.count > 0 && (
        <p className="warn">
          Both have a deal with {folding.count === 1 ? `this ${other}` : `these ${other}s`}, whose two
          histories become one: {folding.names.join(", ")}
          {folding.count > folding.names.length && ` and ${folding.count - folding.names.length} more`}.
        </p>
      )}
    </>
  );
}
