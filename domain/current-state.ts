import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { Day, Instant } from "./edtf";
import { type HistoryEntry, historyOf, statusOn } from "./history";
import type { Certainty, Status } from "./status";

/** What a deal's current-state columns hold: the answer for one day, by everything published and recorded. */
export type CurrentState = {
  /** The first later day on which time alone changes the answer: a claim lies ahead, or becomes certain. */
  readonly until: Day | null;
  readonly claim: Id | null;
  readonly status: Status | null;
  readonly certain: boolean | null;
  readonly certainty: Certainty | null;
  readonly disputed: boolean | null;
  readonly origins: number | null;
  readonly articles: number | null;
  /** EDTF, as written. */
  readonly since: string | null;
  readonly published: Day | null;
  /** Claims in the history, retracted and superseded ones left out. */
  readonly claimCount: number;
  /** When the last claim, piece of evidence or retraction on the deal was recorded. */
  readonly lastRecordedAt: Instant | null;
};

/** Folds all claims of one deal into its current state on `today`. */
export const currentState = (claims: readonly StatusClaim[], graph: SourceGraph, today: Day): CurrentState =>
  stateOf(historyOf(claims, graph, { known: null, record: null }), claims, today);

/** The same from a history that is at hand: that of now, of these claims. */
export function stateOf(
  history: readonly HistoryEntry[],
  claims: readonly StatusClaim[],
  today: Day,
): CurrentState {
  const now = statusOn(history, today);
  const judged = now?.entry.certainty;
  return {
    until: nextTurn(history, today),
    claim: now?.claim.id ?? null,
    status: now?.status ?? null,
    certain: now?.certain ?? null,
    certainty: judged?.certainty ?? null,
    disputed: judged?.disputed ?? null,
    origins: judged?.origins.length ?? null,
    articles: judged?.articles ?? null,
    since: now?.entry.from.text ?? null,
    published: now?.entry.published ?? null,
    claimCount: history.length,
    lastRecordedAt: lastRecorded(claims),
  };
}

function nextTurn(history: readonly HistoryEntry[], today: Day): Day | null {
  const turns = history
    .flatMap((e) => [e.begins, e.from.latest, e.from.earliest])
    .filter((day) => day > today);
  return turns.reduce<Day | null>((min, day) => (min === null || day < min ? day : min), null);
}

function lastRecorded(claims: readonly StatusClaim[]): Instant | null {
  const instants = claims.flatMap((c) => [
    c.recorded.at,
    ...(c.retraction ? [c.retraction.recorded.at] : []),
    ...c.evidence.flatMap((e) => [e.recorded.at, ...(e.retraction ? [e.retraction.recorded.at] : [])]),
  ]);
  return instants.reduce<Instant | null>(
    (max, at) => (max === null || Date.parse(at) > Date.parse(max) ? at : max),
    null,
  );
}
