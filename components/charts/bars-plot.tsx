import type { ReactNode } from "react";
import { round } from "./chart";
import { Linked } from "./linked";

/** A part of a bar. */
export type Part = {
  readonly key: string;
  readonly n: number;
  readonly words: string;
  readonly fill: string;
  readonly stroke?: string;
  readonly dashed?: boolean;
  readonly href: string | null;
};

export type BarRow = {
  readonly key: string;
  readonly label: string;
  /** A mark before the label, 15 wide. */
  readonly mark?: ReactNode;
  readonly parts: readonly Part[];
  /** What fills the whole width. */
  readonly scale: number;
  readonly n: number;
  readonly href: string | null;
};

export const BAR_ROW = 24;

/** Rows of bars from 0, each cut into parts; label at the left, number at the right. */
export function BarsPlot({
  rows,
  width,
  label = 128,
}: {
  rows: readonly BarRow[];
  width: number;
  label?: number;
}) {
  const room = width - label - 48;
  return rows.map((row, i) => {
    let at = label;
    return (
      <g key={row.key} transform={`translate(0 ${BAR_ROW * i})`}>
        {row.mark}
        <text x={row.mark ? 22 : 0} y="15" fontSize="13" fill="var(--ink)">
          {row.label}
        </text>
        {row.parts
          .filter(({ n }) => n > 0)
          .map((part) => {
            const from = at;
            const length = (room * part.n) / Math.max(1, row.scale);
            at += length;
            return (
              <Linked key={part.key} href={part.href} label={`${row.label}: ${part.n} ${part.words}`}>
                <rect
                  x={round(from)}
                  y="6"
                  width={round(Math.max(1, length))}
                  height="10"
                  fill={part.fill}
                  stroke={part.stroke}
                  strokeDasharray={part.dashed ? "3 2" : undefined}
                />
              </Linked>
            );
          })}
        <Linked href={row.href} label={`${row.label}: ${row.n} in all`}>
          <text
            x={width}
            y="15"
            textAnchor="end"
            fontSize="13"
            fill="var(--ink)"
            textDecoration={row.href ? "underline" : undefined}
          >
            {row.n.toLocaleString("en-GB")}
          </text>
        </Linked>
      </g>
    );
  });
}
