import type { Day, Edtf } from "./edtf";
import type { HistoryEntry } from "./history";

/**
 * What became of a plan's target. `kept`: carried by its latest day · `late`: carried after it · `slipped`: replaced by a
 * later target · `moved`: by an earlier, sharper or vaguer one · `dropped`: the plan ended without sale · `paused` ·
 * `missed`: its latest day is past and nothing happened · `open`: still to come.
 */
export type TargetOutcome = "kept" | "late" | "slipped" | "moved" | "dropped" | "paused" | "missed" | "open";

export type TargetStep = {
  readonly entry: HistoryEntry;
  readonly target: Edtf;
  readonly outcome: TargetOutcome;
};

/** One plan: the `planned` claims in a row with their targets, how often it slipped, and what ended it. */
export type Plan = {
  readonly entries: readonly HistoryEntry[];
  readonly targets: readonly TargetStep[];
  readonly slips: number;
  /** The claim that ended the plan; null while it stands. */
  readonly ended: HistoryEntry | null;
};

/** A target slips when it moves later as a whole: "2018" made sharper to "2018-12" is no slip. */
export const isLater = (next: Edtf, before: Edtf): boolean =>
  next.latest > before.latest && next.earliest >= before.earliest;

function outcomeOf(target: Edtf, following: Edtf | null, ended: HistoryEntry | null, on: Day): TargetOutcome {
  if (following) return isLater(following, target) ? "slipped" : "moved";
  if (ended?.claim.status === "carried") return ended.from.earliest <= target.latest ? "kept" : "late";
  if (ended?.claim.status === "paused") return "paused";
  if (ended) return "dropped";
  return target.latest < on ? "missed" : "open";
}

function planOf(entries: readonly HistoryEntry[], ended: HistoryEntry | null, on: Day): Plan {
  const aimed = entries.flatMap((entry) =>
    entry.claim.target ? [{ entry, target: entry.claim.target }] : [],
  );
  const targets = aimed.map(({ entry, target }, at) => {
    // The same target said again is no new one: look for the next that differs.
    const following = aimed.slice(at + 1).find((step) => step.target.text !== target.text)?.target ?? null;
    return { entry, target, outcome: outcomeOf(target, following, ended, on) };
  });
  const slips = targets.filter(({ target }, at) => {
    const before = targets[at - 1];
    return before !== undefined && isLater(target, before.target);
  }).length;
  return { entries, targets, slips, ended };
}

/** The plans of a history in order, as seen on a day. A plan that was resumed after a pause or a drop is a new one. */
export function plansOf(history: readonly HistoryEntry[], on: Day): Plan[] {
  const plans: Plan[] = [];
  let entries: HistoryEntry[] = [];
  for (const entry of history) {
    if (entry.claim.status === "planned") entries.push(entry);
    else if (entries.length > 0) {
      plans.push(planOf(entries, entry, on));
      entries = [];
    }
  }
  return entries.length > 0 ? [...plans, planOf(entries, null, on)] : plans;
}
