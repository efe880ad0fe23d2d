import type { CertaintyJudgement } from "@/domain/certainty";
import type { Evidence, Source, SourceGraph } from "@/domain/claims";

/** An origin with its own evidence and who retells it. */
export type OriginGroup = {
  readonly key: string;
  readonly sources: readonly Source[];
  readonly own: readonly Evidence[];
  readonly retold: readonly Evidence[];
};

/** The support of a claim by origin, the most retold first, and what names no origin. */
export function originGroups(
  { origins, supports }: CertaintyJudgement,
  graph: SourceGraph,
): { groups: OriginGroup[]; unnamed: Evidence[] } {
  const groups = origins.map(({ key, sources, evidence }) => {
    const resting = supports.filter((e) => evidence.includes(e.id));
    return {
      key,
      sources: sources.flatMap((id) => graph.sources.get(id) ?? []),
      own: resting.filter((e) => sources.includes(e.source)),
      retold: resting.filter((e) => !sources.includes(e.source)),
    };
  });
  const resting = new Set(origins.flatMap((o) => o.evidence));
  return {
    groups: groups.sort((a, b) => b.retold.length - a.retold.length),
    unnamed: supports.filter((e) => !resting.has(e.id)),
  };
}

const STRENGTH = ["official", "document", "named", "unattributed", "anonymous"] as const;

/** The evidence that carries most; the earlier one of equals. null: no support stands. */
export const strongestOf = ({ supports }: CertaintyJudgement): Evidence | null =>
  STRENGTH.flatMap((kind) => supports.find((e) => e.attribution === kind) ?? [])[0] ?? null;
