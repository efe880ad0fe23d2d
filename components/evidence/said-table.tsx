import type { ReactNode } from "react";
import type { Statement } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import { Said } from "./said";

/** A statement, with what it is about and its source as the page says them. */
export type SaidLine = Pick<Statement, "id" | "date" | "speaker" | "org" | "stance" | "quote" | "summary"> & {
  readonly about: ReactNode;
  readonly source: ReactNode;
};

/** Who said what, when, about what, by which source; in the order of the lines. */
export function SaidTable({ lines }: { lines: readonly SaidLine[] }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Who</th>
          <th scope="col">Says</th>
          <th scope="col">About</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((s) => (
          <tr key={s.id} id={`s-${s.id}`}>
            <td className="nw">{dateWords(s.date)}</td>
            <th scope="row">
              {s.speaker}
              <small>{s.org}</small>
            </th>
            <td>
              <Said said={s} />
            </td>
            <td data-label="About">{s.about}</td>
            <td data-label="Source">{s.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
