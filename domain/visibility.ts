import type { Evidence, Retraction, SourceGraph, View } from "./claims";
import { compareInstants, type Day, type Instant } from "./edtf";

/** Going by what was published by `known` and recorded by `record`; null is "now", everything. */
export type Knowledge = Pick<View, "known" | "record">;

/** Whether something recorded at `at` was in our record at `record`. */
export const isRecordedBy = (at: Instant, record: Instant | null): boolean =>
  record === null || compareInstants(at, record) <= 0;

/** Whether the public could know by `known` what came out on `day`. */
export const isPublishedBy = (day: Day, known: Day | null): boolean => known === null || day <= known;

/** Whether a retraction is in our record at `record`. */
export const isRetractedBy = (retraction: Retraction | null, record: Instant | null): boolean =>
  retraction !== null && isRecordedBy(retraction.recorded.at, record);

/** Whether a piece of evidence is recorded and not retracted at `record`; says nothing of its publication. */
export const stands = (evidence: Evidence, record: Instant | null): boolean =>
  isRecordedBy(evidence.recorded.at, record) && !isRetractedBy(evidence.retraction, record);

/**
 * The day on which the public could know a source: its latest, when the publication is imprecise. null for a source that
 * the graph lacks. The graph must hold the sources as they stood at the record's instant (their texts are versioned).
 */
export const publicationOf = (source: string, graph: SourceGraph): Day | null =>
  graph.sources.get(source)?.published.latest ?? null;

/** Whether a piece of evidence counts under the view: it stands, and its source was published. */
export function isVisible(evidence: Evidence, graph: SourceGraph, { known, record }: Knowledge): boolean {
  const published = publicationOf(evidence.source, graph);
  return published !== null && isPublishedBy(published, known) && stands(evidence, record);
}

/** Whether the publisher took the source back, as far as the view knows. */
export function isSourceRetracted(source: string, graph: SourceGraph, { known, record }: Knowledge): boolean {
  const retracted = graph.sources.get(source)?.retracted ?? null;
  return (
    retracted !== null && isPublishedBy(retracted.on.latest, known) && isRecordedBy(retracted.at, record)
  );
}
