import type { Evidence, Source, SourceGraph, StatusClaim } from "@/domain/claims";
import { type Day, dayOfInstant } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import type { Status } from "@/domain/status";

/** What the rules ask of one status in the history of a deal. */
export type ClaimFacts = Pick<
  StatusClaim,
  "status" | "effective" | "target" | "targetWords" | "reasons" | "note"
> & {
  /** The day on which the record took it. */
  readonly recorded: Day;
  /** The status before it in the history, and whether that one has a note. */
  readonly before: { readonly status: Status; readonly noted: boolean } | null;
  /** What supports it and was not retracted, each with its source. */
  readonly support: readonly (Pick<Evidence, "attribution" | "speaker"> & { readonly source: Source })[];
};

/** The facts of an entry of a history, whose claims and sources are all at hand. */
export function claimFacts(
  { claim }: Pick<HistoryEntry, "claim">,
  before: StatusClaim | null,
  graph: SourceGraph,
): ClaimFacts {
  const { status, effective, target, targetWords, reasons, note } = claim;
  return {
    status,
    effective,
    target,
    targetWords,
    reasons,
    note,
    recorded: dayOfInstant(claim.recorded.at),
    before: before && { status: before.status, noted: before.note !== null },
    support: claim.evidence.flatMap((e) => {
      const source = graph.sources.get(e.source);
      return source && e.stance === "supports" && e.retraction === null
        ? [{ attribution: e.attribution, speaker: e.speaker, source }]
        : [];
    }),
  };
}

/** The carrier took something away, or refused it: the statuses about which readers ask "why?" and "who says so?". */
export const isRefusal = ({ status }: Pick<ClaimFacts, "status">): boolean =>
  status === "withdrawn" || status === "paused" || status === "declined";
