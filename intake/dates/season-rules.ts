import type { Token } from "@/intake/text/tokens";
import { type DateRule, lower, partBefore, TURNS, yearAfter } from "./calendar-parts";
import type { When } from "./when";
import { SEASONS, TIMES_OF_YEAR } from "./words";

/** The months of a third of a span: "early summer". */
function narrowed([first, last]: readonly [number, number], part: string): readonly [number, number] {
  if (part === "early") return [first, Math.min(last, first + 1)];
  if (part === "late" || part === "end") return [Math.max(first, last - 1), last];
  return [first, last];
}

function season(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const { part, to: start } = partBefore(tokens, at);
  let i = part ? start : at;
  if (lower(tokens, i) === "later") i += 1;
  const turn = TURNS[lower(tokens, i)];
  if (turn) i += 1;
  else if (["the", "in"].includes(lower(tokens, i)) && !part) i += 1;
  const span = SEASONS.get(lower(tokens, i)) ?? TIMES_OF_YEAR.get(lower(tokens, i));
  if (!span) return null;
  const skip = ["season", "period", "time"].includes(lower(tokens, i + 1)) ? i + 2 : i + 1;
  const { year, to } = yearAfter(tokens, skip);
  const pointed =
    turn !== undefined ||
    year !== undefined ||
    ["in", "the", "by", "this", "before", "for", "until", "during", "since"].includes(lower(tokens, i - 1));
  // "fall" and "spring" are also verbs.
  if (!pointed && lower(tokens, i) !== "summer" && lower(tokens, i) !== "christmas") return null;
  const [first, last] = narrowed(span, part ?? "");
  return { to, when: { kind: "months", first, last, ...(year ? { year } : {}), ...(turn ? { turn } : {}) } };
}

const QUARTERS: Readonly<Record<string, readonly [number, number]>> = {
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
};
const NTH = ["first", "second", "third", "fourth"];

function quarter(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const start = lower(tokens, at) === "the" ? at + 1 : at;
  const nth = NTH.indexOf(lower(tokens, start));
  const unit = lower(tokens, start + 1);
  const [first, last, next] =
    unit === "quarter" && nth >= 0
      ? [nth * 3 + 1, nth * 3 + 3, start + 2]
      : unit === "half" && nth >= 0 && nth < 2
        ? [nth * 6 + 1, nth * 6 + 6, start + 2]
        : QUARTERS[lower(tokens, start)]
          ? [...(QUARTERS[lower(tokens, start)] as readonly [number, number]), start + 1]
          : [0, 0, 0];
  if (next === 0) return null;
  let i = next;
  if (lower(tokens, i) === "of") i += 1;
  const turn =
    TURNS[lower(tokens, i)] ??
    (lower(tokens, i) === "the" && lower(tokens, i + 1) === "year" ? "this" : undefined);
  if (turn && lower(tokens, i + 1) === "year")
    return { to: i + 2, when: { kind: "months", first, last, turn } };
  const { year, to } = yearAfter(tokens, i);
  return { to: year ? to : next, when: { kind: "months", first, last, ...(year ? { year } : {}) } };
}

/** Parts of a year. */
export const seasonRules: readonly DateRule[] = [
  { id: "season", says: "A season or a time of the year.", example: "this summer", read: season },
  {
    id: "quarter",
    says: "A quarter or a half of a year.",
    example: "the first quarter of 2018",
    read: quarter,
  },
  {
    id: "quarter",
    says: "A quarter or a half of a year.",
    example: "the first quarter of 2018",
    read: quarter,
  },
];
