import type { Statement } from "@/domain/claims";
import { type Axis, isWithin, middleOf, xOf } from "./axis";

/** One speech bubble: a statement, or several that stand too near to each other. */
export type Mark = { readonly x: number; readonly statements: readonly Statement[] };

/** Bubbles nearer than this, in pixels, become one with a count. */
const NEAR = 18;

/** The statements within the axis as bubbles at a plot width. */
export function marksOf(statements: readonly Statement[], axis: Axis, width: number): Mark[] {
  const placed = statements
    .filter((s) => isWithin(axis, s.date))
    .map((statement) => ({ statement, x: xOf(axis, middleOf(statement.date)) }))
    .sort((a, b) => a.x - b.x);
  const groups: (typeof placed)[] = [];
  for (const one of placed) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && ((one.x - first.x) / 100) * width < NEAR) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => ({
    x: Math.round((group.reduce((sum, { x }) => sum + x, 0) / group.length) * 100) / 100,
    statements: group.map(({ statement }) => statement),
  }));
}
