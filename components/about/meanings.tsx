import type { ReactNode } from "react";

type Props = {
  head: readonly string[];
  /** A key, then the cells. */
  rows: readonly (readonly [string, ...ReactNode[]])[];
};

/** A table of words and what they mean; on a phone each row is a block, whose parts are named when there are several. */
export function Meanings({ head, rows }: Props) {
  return (
    <table className="stack">
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, word, ...cells]) => (
          <tr key={key}>
            <th scope="row">{word}</th>
            {cells.map((cell, i) => (
              <td key={head[i + 1]} data-label={head.length > 2 ? head[i + 1] : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
