import type { Seen } from "./browser";
import type { Measured, NotMeasured, Times } from "./measure";

/** What was measured, as a table in Markdown, and as goals that are met or missed: the same ones asked again and first asked. */

export type Goal = {
  readonly what: string;
  readonly is: number;
  readonly most: number;
  readonly unit: string;
};

const MOST_QUERIES = 6;
/** What nobody asked for before, in milliseconds at M. */
const MOST_FIRST = 2_000;
/** The goal of reading pages; whatever counts the whole record may take longer, and look at all of it. */
const READING = 1.5;

export function pageGoals(found: Measured | NotMeasured): Goal[] {
  const { name, goal } = found.page;
  if ("failed" in found)
    return found.failed === "missing"
      ? []
      : [{ what: `${name}: ${found.failed}`, is: 1, most: 0, unit: "failure" }];
  const { S, M, first, queries, repeated, replay } = found;
  const scans = {
    what: `${name}, scans ${replay.scanned.join(", ")}`,
    is: replay.scanned.length,
    most: 0,
    unit: "tables",
  };
  return [
    { what: `${name}, M to S`, is: M.median / S.median, most: goal, unit: "times" },
    {
      what: `${name}, first asked, M to S`,
      is: first.M.median / first.S.median,
      most: goal,
      unit: "times",
    },
    { what: `${name}, first asked at M`, is: first.M.median, most: MOST_FIRST, unit: "ms" },
    { what: `${name}, queries`, is: queries, most: MOST_QUERIES, unit: "queries" },
    { what: `${name}, queries sent again`, is: repeated, most: 0, unit: "queries" },
    ...(goal > READING ? [] : [scans]),
  ];
}

export const matrixGoal = ({ M }: Measured, sql: number): Goal => ({
  what: "matrix on a past day, to the best single statement",
  is: M.median / sql,
  most: 4,
  unit: "times",
});

const ms = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0));
const both = ({ median, p95 }: Times): string => `${ms(median)} / ${ms(p95)}`;

/** What the product recalls, since nothing was recorded in between. */
export const pageRows = (found: readonly (Measured | NotMeasured)[]): string[][] => [
  ["view, asked again", "S ms", "M ms", "M : S", "goal", "S kB", "M kB"],
  ...found.map((m) =>
    "failed" in m
      ? [m.page.name, m.failed, "", "", "", "", ""]
      : [m.page.name, ...sides(m), String(m.page.goal), kB(m.bytes.S), kB(m.bytes.M)],
  ),
];

/** What nobody asked for before. */
export const firstRows = (found: readonly Measured[]): string[][] => [
  ["view, first asked", "S ms", "M ms", "M : S", "goal", "queries", "queries alone ms", "scans"],
  ...found.map(({ page, first, queries, repeated, replay }) => [
    page.name,
    ...sides(first),
    String(page.goal),
    repeated > 0 ? `${queries}, ${repeated} again` : String(queries),
    ms(replay.ms),
    replay.scanned.join(", ") || "none",
  ]),
];

const sides = ({ S, M }: Pick<Measured, "S" | "M">): string[] => [
  both(S),
  both(M),
  (M.median / S.median).toFixed(2),
];
const kB = (bytes: number): string => (bytes / 1000).toFixed(0);

export const flagshipRows = ({ name, lanes }: Seen): string[][] => [
  ["the flagship's page at M, in Chromium", "ms", "goal"],
  ["its name on screen", ms(name), "267"],
  ["all 400 lanes on screen", ms(lanes), "530"],
];

/** Rows of cells, the first the heads, as Markdown; the first column left, numbers right. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...body.map(line)].join("\n");
}
