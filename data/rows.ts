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

/**
 * Rows stop here: the shapes in which the SELECTs of data/read/claim-sql.ts arrive (as JSON), each with the mapper that
 * turns it into a value of the domain.
 */

type RecordedRow = { at: Instant; by: string; command: Id };
type RetractionRow = {
  retracted_why: string | null;
  retracted_at: Instant | null;
  retracted_by: string | null;
  retracted_command: Id | null;
};

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

const recorded = (r: RecordedRow): Recorded => ({ at: r.at, by: r.by, commandId: r.command });
const retraction = (r: RetractionRow): Retraction | null =>
  r.retracted_at === null
    ? null
    : {
        recorded: recorded({
          at: r.retracted_at,
          by: r.retracted_by ?? "",
          command: r.retracted_command ?? "",
        }),
        reason: r.retracted_why ?? "",
      };

export type EvidenceRow = RecordedRow &
  RetractionRow & {
    /** The status claim or listing that it belongs to. */
    claim: Id;
    id: Id;
    source_id: Id;
    stance: Stance;
    attribution: Attribution;
    speaker: string | null;
    quote: string | null;
    via_not_named: boolean;
    via: Id[];
  };

export const toEvidence = (r: EvidenceRow): Evidence => ({
  id: r.id,
  source: r.source_id,
  stance: r.stance,
  attribution: r.attribution,
  speaker: r.speaker,
  quote: r.quote,
  via: r.via_not_named ? "not-named" : r.via.length > 0 ? r.via : null,
  recorded: recorded(r),
  retraction: retraction(r),
});

type ClaimRow = RecordedRow &
  RetractionRow & {
    id: Id;
    seq: number;
    verb: Verb;
    supersedes_id: Id | null;
    correction_reason: string | null;
  };
const claim = (r: ClaimRow) => ({
  id: r.id,
  seq: r.seq,
  verb: r.verb,
  supersedes: r.supersedes_id,
  correctionReason: r.correction_reason,
  recorded: recorded(r),
  retraction: retraction(r),
});

export type StatusClaimRow = ClaimRow & {
  deal_id: Id;
  status: Status;
  effective_text: string;
  effective_words: string | null;
  target_text: string | null;
  target_words: string | null;
  reasons: Reason[];
  exclusive: boolean | null;
  note: string | null;
  policies: Id[];
};

export const toStatusClaim = (r: StatusClaimRow, evidence: readonly Evidence[]): StatusClaim => ({
  ...claim(r),
  deal: r.deal_id,
  status: r.status,
  effective: edtf(r.effective_text),
  effectiveWords: r.effective_words,
  target: edtfOrNull(r.target_text),
  targetWords: r.target_words,
  reasons: r.reasons,
  exclusive: r.exclusive,
  policyActions: r.policies,
  note: r.note,
  evidence,
});

export type ListingRow = ClaimRow & {
  device_id: Id;
  retailer_id: Id;
  market: string;
  from_text: string;
  to_text: string | null;
  note: string | null;
};

export const toListing = (r: ListingRow, evidence: readonly Evidence[]): Listing => ({
  ...claim(r),
  device: r.device_id,
  retailer: r.retailer_id,
  market: r.market,
  from: edtf(r.from_text),
  to: edtfOrNull(r.to_text),
  note: r.note,
  evidence,
});

export type StatementRow = ClaimRow & {
  speaker: string;
  org: string;
  date_text: string;
  device_id: Id | null;
  carrier_id: Id | null;
  manufacturer_id: Id | null;
  policy_action_id: Id | null;
  stance: StatementStance;
  quote: string | null;
  summary: string;
  source_id: Id;
};

export const toStatement = (r: StatementRow): Statement => ({
  ...claim(r),
  speaker: r.speaker,
  org: r.org,
  date: edtf(r.date_text),
  about: {
    device: r.device_id,
    carrier: r.carrier_id,
    manufacturer: r.manufacturer_id,
    policyAction: r.policy_action_id,
  },
  stance: r.stance,
  quote: r.quote,
  summary: r.summary,
  source: r.source_id,
});

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
  retracted_at: Instant | null;
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
        ? { on: edtf(r.retracted_on), at: r.retracted_at, reason: r.retracted_reason ?? "" }
        : null,
  };
}

export type CitationRow = { citing_id: Id; cited_id: Id; recorded_at: Instant; retracted_at: Instant | null };
export const toCitation = (r: CitationRow): Citation => ({
  citing: r.citing_id,
  cited: r.cited_id,
  recordedAt: r.recorded_at,
  retractedAt: r.retracted_at,
});
