import type { Day, Edtf } from "./edtf";
import type { HistoryEntry } from "./history";
import { isLater } from "./slips";
import type { Status } from "./status";

/** What a claim does to the plan: slips.ts tells plans and slips. `ended`: it is the first that is no plan. */
export type PlanStep = "begun" | "kept" | "slipped" | "ended";

/**
 * Where a claim stands in the plans of its deal, so that the course of its latest plan up to a day D is told by one row: that
 * with a step, begins <= D and (planUntil null or D < planUntil).
 */
export type PlanMark = {
  /** Which plan of the deal it belongs to or follows, from 1; 0 before the first. */
  readonly plan: number;
  readonly planStep: PlanStep | null;
  /** Of the claim that began this plan: its first and its latest day; null before the first plan. */
  readonly planBegins: Day | null;
  readonly planBegun: Day | null;
  /** How often the plan has slipped by now. */
  readonly planSlips: number;
  /** When the next claim with a step begins. */
  readonly planUntil: Day | null;
};

/** The marks of each claim of a history, in its order. */
export function planMarksOf(history: readonly HistoryEntry[]): PlanMark[] {
  let mark: PlanMark = {
    plan: 0,
    planStep: null,
    planBegins: null,
    planBegun: null,
    planSlips: 0,
    planUntil: null,
  };
  let before: Status | null = null;
  let aimed: Edtf | null = null;
  const marks = history.map(({ begins, claim: { status, effective, target } }) => {
    const planStep = stepOf(status, before, target, aimed);
    before = status;
    if (planStep === "begun") {
      mark = { ...mark, plan: mark.plan + 1, planBegins: begins, planBegun: effective.latest, planSlips: 0 };
      aimed = target;
    }
    if (planStep === "slipped") mark = { ...mark, planSlips: mark.planSlips + 1 };
    aimed = target ?? aimed;
    mark = { ...mark, planStep };
    return mark;
  });
  let planUntil: Day | null = null;
  for (let place = marks.length - 1; place >= 0; place--) {
    const own = marks[place] as PlanMark;
    marks[place] = { ...own, planUntil };
    if (own.planStep !== null) planUntil = (history[place] as HistoryEntry).begins;
  }
  return marks;
}

function stepOf(
  status: Status,
  before: Status | null,
  target: Edtf | null,
  aimed: Edtf | null,
): PlanStep | null {
  if (status !== "planned") return before === "planned" ? "ended" : null;
  if (before !== "planned") return "begun";
  return target !== null && aimed !== null && isLater(target, aimed) ? "slipped" : "kept";
}
