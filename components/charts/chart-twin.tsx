import type { ReactNode } from "react";

type Props = {
  /** What the chart shows, with its numbers: it stands before the picture. */
  sentence: ReactNode;
  chart: ReactNode;
  table: ReactNode;
};

/** A chart under the sentence that it proves, and the same as a table behind one click. */
export function ChartTwin({ sentence, chart, table }: Props) {
  return (
    <figure className="twin">
      <figcaption>{sentence}</figcaption>
      {chart}
      <details>
        <summary>The same as a table</summary>
        {table}
      </details>
    </figure>
  );
}
