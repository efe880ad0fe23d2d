import { dateWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { addDays } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import { plansOf, type TargetOutcome, type TargetStep } from "@/domain/slips";
import { type Axis, NARROW, WIDE, xOf } from "./axis";

/** A target of a plan: a dashed box at its own dates. `beyond`: it lies outside the axis; a chevron at that edge says so. */
export type TargetBox = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly struck: boolean;
  readonly beyond: "before" | "after" | null;
};

/** The targets of a lane, with one line of words beside them. */
export type Targets = {
  readonly boxes: readonly TargetBox[];
  readonly wide: Place;
  readonly narrow: Place;
};
/** `end`: the words end at x instead of starting there. */
export type Place = {
  readonly words: string;
  readonly x: number;
  readonly dx: number;
  readonly end: boolean;
};

const STRUCK: readonly TargetOutcome[] = ["slipped", "dropped", "missed"];

/** "summer 2018", in the source's words where it has them. */
export const targetName = ({ target, entry }: TargetStep): string =>
  entry.claim.targetWords?.replace(/^(?:in|on|for) /i, "") ?? dateWords(target);

/** "target summer 2018, slipped to autumn 2018, dropped". */
export function targetWords(steps: readonly TargetStep[]): string {
  return steps
    .map((step, i) => {
      const before = steps[i - 1];
      if (!before) return `target ${targetName(step)}`;
      return before.outcome === "slipped" ? `slipped to ${targetName(step)}` : `moved to ${targetName(step)}`;
    })
    .concat(outcomeWords(steps.at(-1)?.outcome))
    .join(", ");
}

function outcomeWords(outcome: TargetOutcome | undefined): string[] {
  if (outcome === undefined || outcome === "open" || outcome === "slipped" || outcome === "moved") return [];
  return [outcome === "late" ? "sold later" : outcome];
}

/** The targets of the last plan in a history that had any; null: none had. */
export function targetsOf(history: readonly HistoryEntry[], axis: Axis, on: Day): Targets | null {
  const plan = plansOf(history, on).findLast((p) => p.targets.length > 0);
  if (!plan) return null;
  const steps = plan.targets.filter((step, i) => step.target.text !== plan.targets[i - 1]?.target.text);
  const boxes = steps.map(({ target, outcome, entry }): TargetBox => {
    const beyond = target.latest < axis.first ? "before" : target.earliest > axis.last ? "after" : null;
    return {
      key: entry.claim.id,
      from: xOf(axis, target.earliest),
      to: xOf(axis, addDays(target.latest, 1)),
      struck: STRUCK.includes(outcome),
      beyond,
    };
  });
  const lengths = [targetWords(steps), targetWords(steps.slice(-1))];
  return { boxes, wide: placed(boxes, lengths, WIDE), narrow: placed(boxes, lengths, NARROW) };
}

/** Right of the boxes where the words fit, else left of them, else the shorter words; at last against the right edge. */
function placed(boxes: readonly TargetBox[], lengths: readonly string[], width: number): Place {
  const [left, right] = [Math.min(...boxes.map((b) => b.from)), Math.max(...boxes.map((b) => b.to))];
  const isBeyond = boxes.some((b) => b.beyond === "after");
  for (const words of lengths) {
    const length = words.length * 5.6 + 12;
    if (!isBeyond && ((100 - right) / 100) * width >= length) return { words, x: right, dx: 10, end: false };
    if ((left / 100) * width >= length) return { words, x: left, dx: -10, end: true };
  }
  return { words: lengths.at(-1) ?? "", x: 100, dx: -10, end: true };
}
