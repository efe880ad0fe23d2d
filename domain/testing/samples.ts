import type { Evidence, Retraction, Source, SourceGraph, StatusClaim } from "@/domain/claims";
import { type Edtf, type Instant, parseEdtf } from "@/domain/edtf";
import type { Attribution, Stance, Status } from "@/domain/status";

/** Short ways to write claims and sources down in tests. Nothing here is random; see arbitraries.ts for that. */

/** An EDTF value; throws on text that is none, since a test wrote it. */
export function date(text: string): Edtf {
  const read = parseEdtf(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

/** The instant `minute` minutes into the record's first day. */
export const minute = (n: number): Instant => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

const recorded = (n: number) => ({ at: minute(n), by: "Ada", commandId: `command-${n}` });
export const retraction = (n: number): Retraction => ({
  recorded: recorded(n),
  reason: "It was never right.",
});

export const source = (id: string, published: string, more: Partial<Source> = {}): Source => ({
  id,
  slug: id,
  publisher: id,
  title: null,
  url: null,
  author: null,
  published: date(published),
  kind: "news",
  lang: "en",
  seen: true,
  retracted: null,
  ...more,
});

/** `cites`: "a>b" means that a rests on b. All are recorded at minute 0. */
export const graphOf = (sources: readonly Source[], cites: readonly string[] = []): SourceGraph => ({
  sources: new Map(sources.map((s) => [s.id, s])),
  citations: cites.map((pair) => {
    const [citing = "", cited = ""] = pair.split(">");
    return { citing, cited, recordedAt: minute(0), retractedAt: null };
  }),
});

type EvidenceDraft = Partial<Omit<Evidence, "recorded">> & { readonly at?: number };

export const evidence = (from: string, { at = 0, ...more }: EvidenceDraft = {}): Evidence => ({
  id: `${from}-${more.stance ?? "supports"}-${at}`,
  source: from,
  stance: "supports" satisfies Stance,
  attribution: "unattributed" satisfies Attribution,
  speaker: null,
  quote: null,
  via: null,
  recorded: recorded(at),
  retraction: null,
  ...more,
});

type ClaimDraft = {
  readonly id?: string;
  readonly at?: number;
  readonly supersedes?: string;
  readonly retracted?: number;
  readonly target?: string;
  readonly evidence: readonly Evidence[];
};

let made = 0;

/** A status claim, recorded at minute `at` (default 0), later ones with a higher seq. */
export function claim(status: Status, effective: string, draft: ClaimDraft): StatusClaim {
  made += 1;
  return {
    id: draft.id ?? `claim-${made}`,
    seq: made,
    verb: draft.supersedes ? "correct" : "record",
    supersedes: draft.supersedes ?? null,
    correctionReason: draft.supersedes ? "The date was wrong." : null,
    recorded: recorded(draft.at ?? 0),
    retraction: draft.retracted === undefined ? null : retraction(draft.retracted),
    deal: "deal",
    status,
    effective: date(effective),
    effectiveWords: null,
    target: draft.target ? date(draft.target) : null,
    targetWords: null,
    reasons: [],
    exclusive: null,
    policyActions: [],
    note: null,
    evidence: draft.evidence,
  };
}

export const NOW = { known: null, record: null } as const;
