import type {
  Citation,
  Evidence,
  Id,
  Listing,
  Recorded,
  Retraction,
  Source,
  Statement,
  StatusClaim,
} from "@/domain/claims";
import { type Edtf, type Instant, parseEdtf } from "@/domain/edtf";
import type { Attribution, Reason, SourceKind, Stance, StatementStance, Status, Verb } from "@/domain/status";
import type { Prisma } from "@/generated/prisma/client";

/** Rows stop here: each `select` stands with the mapper that turns its rows into values of the domain. */

const RECORDED = { recordedAt: true, commandId: true, recordedBy: { select: { name: true } } } as const;
const RETRACTION = { select: { reason: true, ...RECORDED } } as const;

type RecordedRow = { recordedAt: Date; commandId: Id; recordedBy: { name: string } };

/** An EDTF text from the database, where a CHECK and the door let only valid ones in. */
export function edtf(text: string): Edtf {
  const read = parseEdtf(text);
  if (!read.ok) throw new Error(`The record holds a date that cannot be read: ${text}. ${read.message}`);
  return read.value;
}
export const edtfOrNull = (text: string | null): Edtf | null => (text === null ? null : edtf(text));

export const instant = (at: Date): Instant => at.toISOString();
/** A `date` column; pg hands it over as midnight UTC. */
export const day = (d: Date): string => d.toISOString().slice(0, 10);
export const asDate = (d: string): Date => new Date(`${d}T00:00:00.000Z`);

const recorded = (r: RecordedRow): Recorded => ({
  at: instant(r.recordedAt),
  by: r.recordedBy.name,
  commandId: r.commandId,
});
const retraction = (r: (RecordedRow & { reason: string }) | null): Retraction | null =>
  r && { recorded: recorded(r), reason: r.reason };

export const evidenceSelect = {
  id: true,
  sourceId: true,
  stance: true,
  attribution: true,
  speaker: true,
  quote: true,
  viaNotNamed: true,
  via: { select: { sourceId: true } },
  retraction: RETRACTION,
  ...RECORDED,
} satisfies Prisma.EvidenceSelect;

function toEvidence(r: Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>): Evidence {
  const named = r.via.map((v) => v.sourceId);
  return {
    id: r.id,
    source: r.sourceId,
    stance: r.stance as Stance,
    attribution: r.attribution as Attribution,
    speaker: r.speaker,
    quote: r.quote,
    via: r.viaNotNamed ? "not-named" : named.length > 0 ? named : null,
    recorded: recorded(r),
    retraction: retraction(r.retraction),
  };
}

const CLAIM = {
  id: true,
  seq: true,
  verb: true,
  supersedesId: true,
  correctionReason: true,
  retraction: RETRACTION,
  ...RECORDED,
} as const;
type ClaimRow = RecordedRow & {
  id: Id;
  seq: bigint;
  verb: string;
  supersedesId: Id | null;
  correctionReason: string | null;
  retraction: (RecordedRow & { reason: string }) | null;
};
const claim = (r: ClaimRow) => ({
  id: r.id,
  seq: Number(r.seq),
  verb: r.verb as Verb,
  supersedes: r.supersedesId,
  correctionReason: r.correctionReason,
  recorded: recorded(r),
  retraction: retraction(r.retraction),
});

export const statusChangeSelect = {
  ...CLAIM,
  dealId: true,
  status: true,
  effectiveText: true,
  effectiveWords: true,
  targetText: true,
  targetWords: true,
  reasons: true,
  exclusive: true,
  note: true,
  policyActions: { select: { policyActionId: true } },
  evidence: { select: evidenceSelect, orderBy: { seq: "asc" } },
} satisfies Prisma.StatusChangeSelect;

export function toStatusClaim(
  r: Prisma.StatusChangeGetPayload<{ select: typeof statusChangeSelect }>,
): StatusClaim {
  return {
    ...claim(r),
    deal: r.dealId,
    status: r.status as Status,
    effective: edtf(r.effectiveText),
    effectiveWords: r.effectiveWords,
    target: edtfOrNull(r.targetText),
    targetWords: r.targetWords,
    reasons: r.reasons as Reason[],
    exclusive: r.exclusive,
    policyActions: r.policyActions.map((p) => p.policyActionId),
    note: r.note,
    evidence: r.evidence.map(toEvidence),
  };
}

export const listingSelect = {
  ...CLAIM,
  deviceId: true,
  retailerId: true,
  market: true,
  fromText: true,
  toText: true,
  note: true,
  evidence: { select: evidenceSelect, orderBy: { seq: "asc" } },
} satisfies Prisma.ListingSelect;

export function toListing(r: Prisma.ListingGetPayload<{ select: typeof listingSelect }>): Listing {
  return {
    ...claim(r),
    device: r.deviceId,
    retailer: r.retailerId,
    market: r.market,
    from: edtf(r.fromText),
    to: edtfOrNull(r.toText),
    note: r.note,
    evidence: r.evidence.map(toEvidence),
  };
}

export const statementSelect = {
  ...CLAIM,
  speaker: true,
  org: true,
  dateText: true,
  deviceId: true,
  carrierId: true,
  manufacturerId: true,
  policyActionId: true,
  stance: true,
  quote: true,
  summary: true,
  sourceId: true,
} satisfies Prisma.StatementSelect;

export function toStatement(r: Prisma.StatementGetPayload<{ select: typeof statementSelect }>): Statement {
  return {
    ...claim(r),
    speaker: r.speaker,
    org: r.org,
    date: edtf(r.dateText),
    about: {
      device: r.deviceId,
      carrier: r.carrierId,
      manufacturer: r.manufacturerId,
      policyAction: r.policyActionId,
    },
    stance: r.stance as StatementStance,
    quote: r.quote,
    summary: r.summary,
    source: r.sourceId,
  };
}

/** A source as it read at one instant: its identity, one of its versions, its retraction if recorded by then. */
export type SourceRow = {
  id: Id;
  slug: string;
  publisher: string;
  title: string | null;
  url: string | null;
  author: string | null;
  published_text: string;
  kind: string;
  lang: string;
  seen: boolean;
  retracted_on: string | null;
  retracted_at: Date | null;
  retracted_reason: string | null;
};

export function toSource(r: SourceRow): Source {
  return {
    id: r.id,
    slug: r.slug,
    publisher: r.publisher,
    title: r.title,
    url: r.url,
    author: r.author,
    published: edtf(r.published_text),
    kind: r.kind as SourceKind,
    lang: r.lang,
    seen: r.seen,
    retracted:
      r.retracted_on !== null && r.retracted_at !== null
        ? { on: edtf(r.retracted_on), at: instant(r.retracted_at), reason: r.retracted_reason ?? "" }
        : null,
  };
}

export type CitationRow = { citing_id: Id; cited_id: Id; recorded_at: Date; retracted_at: Date | null };
export const toCitation = (r: CitationRow): Citation => ({
  citing: r.citing_id,
  cited: r.cited_id,
  recordedAt: instant(r.recorded_at),
  retractedAt: r.retracted_at && instant(r.retracted_at),
});
