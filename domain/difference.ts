import { rootsOf } from "./chains";
import type { Id, SourceGraph, StatusClaim } from "./claims";
import { type Day, dayOfInstant, type Instant } from "./edtf";
import { type HistoryEntry, historyOf } from "./history";
import { type Knowledge, publicationOf } from "./visibility";

/** By what two days are compared: what had taken effect, was published, or was recorded by the end of each. */
export type Axis = "effective" | "published" | "recorded";

/**
 * One difference of a deal between two days, each of one kind: the world changed (a claim came) · we corrected (a claim was
 * replaced, or taken back: `after` null) · only the evidence of a claim changed. `day` places it on the axis.
 */
export type Difference =
  | { readonly kind: "world-changed"; readonly day: Day; readonly after: HistoryEntry }
  | {
      readonly kind: "we-corrected";
      readonly day: Day;
      readonly before: HistoryEntry;
      readonly after: HistoryEntry | null;
    }
  | {
      readonly kind: "evidence-changed";
      readonly day: Day;
      readonly before: HistoryEntry;
      readonly after: HistoryEntry;
      /** Evidence ids. */
      readonly added: readonly Id[];
      readonly removed: readonly Id[];
    };

/** The last instant of a day, or the record's own where that is earlier: what a view does not know is no change in it. */
export function endOfDay(day: Day, record: Instant | null): Instant {
  const end = `${day}T23:59:59.999Z`;
  return record !== null && Date.parse(record) < Date.parse(end) ? record : end;
}

/** All evidence that counts for or against an entry. With its origins it decides certainty and dispute. */
const standingIds = ({ certainty }: HistoryEntry): Id[] =>
  [...certainty.supports, ...certainty.disputes, ...certainty.noComments].map(({ id }) => id);

const originKeys = ({ certainty }: HistoryEntry): string =>
  certainty.origins
    .map(({ key }) => key)
    .sort()
    .join("\n");

const latestOf = (days: readonly Day[], otherwise: Day): Day => [...days].sort().at(-1) ?? otherwise;

/** The deal's claims, and what was known and recorded otherwise. Nothing recorded after `knowledge.record` is a change. */
type Deal = {
  readonly claims: readonly StatusClaim[];
  readonly graph: SourceGraph;
  readonly knowledge: Knowledge;
};

type Placing = {
  /** The day on which a claim came, on the axis. */
  readonly came: (entry: HistoryEntry) => Day;
  /** The day on which a claim was taken back without a successor. */
  readonly left: (entry: HistoryEntry) => Day;
  /** The day on which a piece of evidence came. */
  readonly evidence: (id: Id, entry: HistoryEntry) => Day;
};

function placingBy(axis: "published" | "recorded", { graph }: Deal, to: Day): Placing {
  if (axis === "recorded") {
    const recordedOn = (id: Id, { claim }: HistoryEntry) => {
      const found = claim.evidence.find((e) => e.id === id);
      return found ? dayOfInstant(found.recorded.at) : to;
    };
    return {
      came: ({ claim }) => dayOfInstant(claim.recorded.at),
      left: ({ claim }) => (claim.retraction ? dayOfInstant(claim.retraction.recorded.at) : to),
      evidence: recordedOn,
    };
  }
  return {
    came: ({ published }) => published,
    left: () => to,
    evidence: (id, { claim }) => {
      const found = claim.evidence.find((e) => e.id === id);
      return (found && publicationOf(found.source, graph)) ?? to;
    },
  };
}

function evidenceDifference(
  before: HistoryEntry,
  after: HistoryEntry,
  place: Placing,
  to: Day,
): Difference | null {
  const [was, is] = [standingIds(before), standingIds(after)];
  const added = is.filter((id) => !was.includes(id));
  const removed = was.filter((id) => !is.includes(id));
  const same = added.length + removed.length === 0 && originKeys(before) === originKeys(after);
  if (same) return null;
  const day =
    removed.length > 0
      ? to
      : latestOf(
          added.map((id) => place.evidence(id, after)),
          to,
        );
  return { kind: "evidence-changed", day, before, after, added, removed };
}

function between(deal: Deal, axis: "published" | "recorded", from: Day, to: Day): Difference[] {
  const { claims, graph, knowledge } = deal;
  const at = (day: Day): Knowledge =>
    axis === "published"
      ? { ...knowledge, known: day }
      : { ...knowledge, record: endOfDay(day, knowledge.record) };
  const roots = rootsOf(claims);
  const rootOf = ({ claim }: HistoryEntry) => roots.get(claim.id);
  const was = historyOf(claims, graph, at(from));
  const is = historyOf(claims, graph, at(to));
  const place = placingBy(axis, deal, to);

  const arrived = is.flatMap((after): Difference[] => {
    const before = was.find((entry) => rootOf(entry) === rootOf(after));
    if (!before) return [{ kind: "world-changed", day: place.came(after), after }];
    if (before.claim.id !== after.claim.id)
      return [{ kind: "we-corrected", day: place.came(after), before, after }];
    const changed = evidenceDifference(before, after, place, to);
    return changed ? [changed] : [];
  });
  const gone = was
    .filter((before) => !is.some((entry) => rootOf(entry) === rootOf(before)))
    .map(
      (before): Difference => ({
        kind: "we-corrected",
        day: place.left(before),
        before,
        after: null,
      }),
    );
  return [...arrived, ...gone];
}

/**
 * What changed about one deal after the end of `from` up to the end of `to`, oldest first. By `effective` only the world
 * changes: the entries of today's history that begin in between. The sources of the graph are those of one instant, so
 * edits of a source's own text are no difference here.
 */
export function differences(deal: Deal, axis: Axis, from: Day, to: Day): Difference[] {
  const found =
    axis === "effective"
      ? historyOf(deal.claims, deal.graph, deal.knowledge)
          .filter(({ begins }) => begins > from && begins <= to)
          .map((after): Difference => ({ kind: "world-changed", day: after.begins, after }))
      : between(deal, axis, from, to);
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
