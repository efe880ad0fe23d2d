import type { Citation, Evidence, Id, Source, SourceGraph, StatusClaim } from "@/domain/claims";
import type { Edtf, Instant } from "@/domain/edtf";
import type { Attribution, Stance, Status } from "@/domain/status";
import { minute, retraction, source } from "./samples";

export type EvidenceDraft = {
  readonly id: Id;
  readonly source: Id;
  readonly stance: Stance;
  readonly attribution: Attribution;
  readonly via: readonly Id[] | "not-named" | null;
};

/** One deed of a record's life. `sameInstant`: in the same transaction as the step before. */
export type Step = { readonly sameInstant: boolean } & (
  | { readonly do: "source"; readonly id: Id; readonly publisher: string; readonly published: Edtf }
  | { readonly do: "cite"; readonly citing: Id; readonly cited: Id }
  | { readonly do: "uncite"; readonly citing: Id; readonly cited: Id }
  | {
      readonly do: "claim";
      readonly id: Id;
      readonly status: Status;
      readonly effective: Edtf;
      readonly target: Edtf | null;
      readonly supersedes: Id | null;
      readonly evidence: readonly EvidenceDraft[];
    }
  | { readonly do: "evidence"; readonly claim: Id; readonly evidence: EvidenceDraft }
  | { readonly do: "retract-claim"; readonly claim: Id }
  | { readonly do: "retract-evidence"; readonly evidence: Id }
  | { readonly do: "retract-source"; readonly source: Id; readonly on: Edtf }
);

/** When each step was recorded: a minute apart, or at the same instant; nothing is recorded at minute 0. */
export function stepInstants(steps: readonly Step[]): Instant[] {
  let n = 0;
  return steps.map(({ sameInstant }, index) => {
    if (!sameInstant || index === 0) n += 1;
    return minute(n);
  });
}

/** The record after these steps, as the pure functions want it: all claims of the deal, and the sources. */
export function play(steps: readonly Step[]): { claims: StatusClaim[]; graph: SourceGraph } {
  const sources = new Map<Id, Source>();
  let citations: Citation[] = [];
  let claims: StatusClaim[] = [];
  const instants = stepInstants(steps);

  const changeClaim = (id: Id, change: (claim: StatusClaim) => StatusClaim) => {
    claims = claims.map((claim) => (claim.id === id ? change(claim) : claim));
  };
  for (const [index, step] of steps.entries()) {
    const at = instants[index] ?? minute(0);
    const recorded = { at, by: "Ada", commandId: `command-${index}` };
    const retracted = { ...retraction(0), recorded };
    const full = (draft: EvidenceDraft): Evidence => ({
      ...draft,
      speaker: null,
      quote: null,
      recorded,
      retraction: null,
    });
    if (step.do === "source") {
      // Once more: another text of the same source.
      const retracted = sources.get(step.id)?.retracted ?? null;
      sources.set(step.id, source(step.id, step.published.text, { publisher: step.publisher, retracted }));
    } else if (step.do === "cite") {
      citations.push({ citing: step.citing, cited: step.cited, recordedAt: at, retractedAt: null });
    } else if (step.do === "uncite") {
      citations = citations.map((c) =>
        c.citing === step.citing && c.cited === step.cited && c.retractedAt === null
          ? { ...c, retractedAt: at }
          : c,
      );
    } else if (step.do === "claim") {
      const { id, status, effective, target, supersedes } = step;
      claims.push({
        id,
        seq: claims.length + 1,
        verb: supersedes ? "correct" : "record",
        supersedes,
        correctionReason: supersedes ? "It was wrong." : null,
        recorded,
        retraction: null,
        deal: "deal",
        status,
        effective,
        effectiveWords: null,
        target,
        targetWords: null,
        reasons: [],
        exclusive: null,
        policyActions: [],
        note: null,
        evidence: step.evidence.map(full),
      });
    } else if (step.do === "evidence") {
      changeClaim(step.claim, (c) => ({ ...c, evidence: [...c.evidence, full(step.evidence)] }));
    } else if (step.do === "retract-claim") {
      changeClaim(step.claim, (c) => ({ ...c, retraction: retracted }));
    } else if (step.do === "retract-evidence") {
      claims = claims.map((c) => ({
        ...c,
        evidence: c.evidence.map((e) => (e.id === step.evidence ? { ...e, retraction: retracted } : e)),
      }));
    } else {
      const before = sources.get(step.source);
      if (before) sources.set(step.source, { ...before, retracted: { on: step.on, at, reason: "Wrong." } });
    }
  }
  return { claims, graph: { sources, citations } };
}
