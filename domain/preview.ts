import { articlesAndOrigins } from "./certainty-words";
import type { SourceGraph, StatusClaim } from "./claims";
import { dateWords, dayWords, sinceWords } from "./date-words";
import { addDays, type Day, daysBetween } from "./edtf";
import { type HistoryEntry, historyOf, statusOn } from "./history";
import { CLAIM_RULES } from "./rules/all";
import { claimFacts } from "./rules/claim-facts";
import { findingsOf } from "./rules/rule";
import { unusualWithoutNote } from "./rules/unusual-without-note";
import { isUsual } from "./transitions";
import { CERTAINTY_WORDS, STATUS_WORDS, unusualTransition } from "./words";

/** What a draft would change, in words, before it is saved. Plain values only: it travels to the form. */
export type Preview = {
  /** Each question whose answer a reader would look for, now and after saving. */
  readonly rows: readonly { readonly question: string; readonly now: string; readonly after: string }[];
  /** The history as it will be, first status first. `draft`: the claim that is being written. */
  readonly history: readonly {
    readonly status: string;
    readonly letter: string;
    readonly when: string;
    readonly draft: boolean;
  }[];
  readonly warnings: readonly string[];
};

const NOW = { known: null, record: null } as const;

/** `before`: all claims of the deal; `after`: the same with the draft among them (and what it corrects superseded). */
export function previewOf(
  before: readonly StatusClaim[],
  after: readonly StatusClaim[],
  draft: StatusClaim,
  graph: SourceGraph,
  today: Day,
): Preview {
  const old = historyOf(before, graph, NOW);
  const next = historyOf(after, graph, NOW);
  const place = next.findIndex((e) => e.claim.id === draft.id);
  const entry = next[place];
  const day = draft.effective.latest;
  const askedDays = [today, ...(day < today ? [day] : [])];
  const rows = askedDays.map((on) => ({
    question: on === today ? "Status today" : `Status on ${dayWords(on)}`,
    now: statusWords(old, on),
    after: statusWords(next, on),
  }));
  if (entry) {
    const replaced = old.find((e) => e.claim.id === draft.supersedes);
    rows.push({
      question: "Certainty",
      now: replaced ? CERTAINTY_WORDS[replaced.certainty.certainty].word : "no claim",
      after: CERTAINTY_WORDS[entry.certainty.certainty].word,
    });
    rows.push({
      question: "Rests on",
      now: replaced ? articlesAndOrigins(replaced.certainty) : "no claim",
      after: articlesAndOrigins(entry.certainty),
    });
  }
  return {
    rows,
    history: next.map((e) => ({
      status: STATUS_WORDS[e.claim.status].word,
      letter: STATUS_WORDS[e.claim.status].letter,
      when: sinceWords(e.from),
      draft: e.claim.id === draft.id,
    })),
    warnings: entry
      ? warningsOf(old, next, place, draft, graph)
      : ["This claim would not show: nothing that supports it is published."],
  };
}

function statusWords(history: readonly HistoryEntry[], on: Day): string {
  const now = statusOn(history, on);
  if (!now) return "no status";
  const word = STATUS_WORDS[now.status].word;
  const target = now.claim.target ? ` for ${dateWords(now.claim.target)}` : "";
  return `${word}${target}${now.certain ? "" : ", not certain"}`;
}

function warningsOf(
  old: readonly HistoryEntry[],
  next: readonly HistoryEntry[],
  place: number,
  draft: StatusClaim,
  graph: SourceGraph,
): string[] {
  const warnings: string[] = [];
  const before = next[place - 1];
  const after = next[place + 1];
  if (!draft.note) {
    if (before && !isUsual(before.claim.status, draft.status))
      warnings.push(unusualTransition(before.claim.status, draft.status));
    if (after && !isUsual(draft.status, after.claim.status))
      warnings.push(unusualTransition(draft.status, after.claim.status));
  }
  // The door wants the draft's own note, whatever note its neighbours have: that was said above.
  const rules = CLAIM_RULES.filter((rule) => rule !== unusualWithoutNote);
  const facts = claimFacts({ claim: draft }, before?.claim ?? null, graph);
  warnings.push(...findingsOf(rules, facts).map(({ message }) => message));
  const { earliest, latest, openStart, openEnd } = draft.effective;
  const vague = openStart || openEnd ? 0 : daysBetween(earliest, latest);
  if (vague > 0) {
    warnings.push(
      `${vague} ${vague === 1 ? "day becomes" : "days become"} uncertain, from ${dayWords(earliest)} to ${dayWords(addDays(latest, -1))}. If a source gives the day, enter that day instead.`,
    );
  }
  if (after)
    warnings.push(
      `A later claim stands: ${STATUS_WORDS[after.claim.status].word} ${sinceWords(after.from)}. This one goes before it.`,
    );
  const same = old.some(
    (e) =>
      e.claim.status === draft.status &&
      e.from.text === draft.effective.text &&
      e.claim.id !== draft.supersedes,
  );
  if (same)
    warnings.push(
      "The same status with the same date is on record. Add evidence to that claim instead, if this is the same news.",
    );
  return warnings;
}
