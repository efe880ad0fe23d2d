import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Named } from "@/domain/deal-rows";
import type { Instant } from "@/domain/edtf";
import type { Evidence, ListingContent, StatementContent, StatusContent } from "@/formats/content";
import type { Prisma } from "@/generated/prisma/client";

/** What claims of the record say, in the fields of commands, and whether they still stand. */

/** Who closed a claim, and with what. */
export type Closed = {
  readonly by: "correction" | "end" | "retraction";
  readonly command: Id;
  /** The claim that took its place. */
  readonly successor: Id | null;
  readonly person: string;
  readonly at: Instant;
};
type Common = {
  readonly id: Id;
  readonly command: Id;
  readonly supersedes: Id | null;
  readonly closed: Closed | null;
};
export type SaidEvidence = {
  readonly id: Id;
  readonly command: Id;
  readonly retracted: Id | null;
  readonly content: Evidence;
};

export type SaidStatus = Common & {
  readonly kind: "status";
  readonly deal: Id;
  readonly version: number;
  readonly device: Named;
  readonly carrier: Named;
  /** With the evidence that stands. */
  readonly content: StatusContent;
  readonly evidence: readonly SaidEvidence[];
};
export type SaidListing = Common & {
  readonly kind: "listing";
  readonly device: Named;
  readonly retailer: Named;
  readonly market: string;
  readonly content: ListingContent;
  readonly evidence: readonly SaidEvidence[];
};
export type SaidStatement = Common & { readonly kind: "statement"; readonly content: StatementContent };
export type SaidClaim = SaidStatus | SaidListing | SaidStatement;

const NAMED = { select: { slug: true, name: true } } as const;
const BY = { recordedBy: { select: { name: true } }, recordedAt: true, commandId: true } as const;
const SUCCESSOR = { select: { id: true, verb: true, ...BY } } as const;
const RETRACTION = { select: BY } as const;
const SLUG = { select: { slug: true } } as const;
const EVIDENCE = {
  orderBy: { seq: "asc" },
  select: {
    id: true,
    commandId: true,
    stance: true,
    attribution: true,
    speaker: true,
    quote: true,
    viaNotNamed: true,
    source: SLUG,
    via: { select: { source: SLUG }, orderBy: { sourceId: "asc" } },
    retraction: { select: { commandId: true } },
  },
} satisfies Prisma.StatusChange$evidenceArgs;
type EvidenceRow = Prisma.EvidenceGetPayload<typeof EVIDENCE>;

const saidEvidence = (row: EvidenceRow): SaidEvidence => ({
  id: row.id,
  command: row.commandId,
  retracted: row.retraction?.commandId ?? null,
  content: {
    source: row.source.slug,
    stance: row.stance as Evidence["stance"],
    attribution: row.attribution as Evidence["attribution"],
    speaker: row.speaker,
    quote: row.quote,
    via: row.viaNotNamed ? "not-named" : row.via.length > 0 ? row.via.map((v) => v.source.slug) : null,
  },
});

type End = { recordedBy: { name: string }; recordedAt: Date; commandId: Id };
function closed(successor: (End & { id: Id; verb: string }) | null, retraction: End | null): Closed | null {
  const end = retraction ?? successor;
  if (!end) return null;
  return {
    by: retraction ? "retraction" : successor?.verb === "end" ? "end" : "correction",
    command: end.commandId,
    successor: retraction ? null : (successor?.id ?? null),
    person: end.recordedBy.name,
    at: end.recordedAt.toISOString(),
  };
}

/** Status claims by id. One query. */
export async function saidStatuses(db: Db, ids: readonly Id[]): Promise<SaidStatus[]> {
  if (ids.length === 0) return [];
  const rows = await db.statusChange.findMany({
    where: { id: { in: [...ids] } },
    include: {
      deal: { select: { id: true, version: true, device: NAMED, carrier: NAMED } },
      evidence: EVIDENCE,
      policyActions: { select: { policyAction: SLUG }, orderBy: { policyActionId: "asc" } },
      successor: SUCCESSOR,
      retraction: RETRACTION,
    },
  });
  return rows.map((row) => {
    const evidence = row.evidence.map(saidEvidence);
    return {
      kind: "status",
      id: row.id,
      command: row.commandId,
      supersedes: row.supersedesId,
      closed: closed(row.successor, row.retraction),
      deal: row.deal.id,
      version: row.deal.version,
      device: row.deal.device,
      carrier: row.deal.carrier,
      evidence,
      content: {
        status: row.status as StatusContent["status"],
        effective: row.effectiveText,
        effectiveWords: row.effectiveWords,
        target: row.targetText,
        targetWords: row.targetWords,
        reasons: row.reasons as StatusContent["reasons"],
        exclusive: row.exclusive,
        policyActions: row.policyActions.map((p) => p.policyAction.slug),
        note: row.note,
        evidence: evidence.filter((e) => e.retracted === null).map((e) => e.content),
      },
    };
  });
}

/** Listings by id. One query. */
export async function saidListings(db: Db, ids: readonly Id[]): Promise<SaidListing[]> {
  if (ids.length === 0) return [];
  const rows = await db.listing.findMany({
    where: { id: { in: [...ids] } },
    include: {
      device: NAMED,
      retailer: NAMED,
      evidence: EVIDENCE,
      successor: SUCCESSOR,
      retraction: RETRACTION,
    },
  });
  return rows
    .map((row) => ({ row, evidence: row.evidence.map(saidEvidence) }))
    .map(({ row, evidence }) => ({
      kind: "listing",
      id: row.id,
      command: row.commandId,
      supersedes: row.supersedesId,
      closed: closed(row.successor, row.retraction),
      device: row.device,
      retailer: row.retailer,
      market: row.market,
      evidence,
      content: {
        from: row.fromText,
        to: row.toText,
        note: row.note,
        evidence: evidence.flatMap((e) => (e.retracted === null ? [e.content] : [])),
      },
    }));
}

/** Statements by id. One query. */
export async function saidStatements(db: Db, ids: readonly Id[]): Promise<SaidStatement[]> {
  if (ids.length === 0) return [];
  const rows = await db.statement.findMany({
    where: { id: { in: [...ids] } },
    include: {
      device: SLUG,
      carrier: SLUG,
      manufacturer: SLUG,
      policyAction: SLUG,
      source: SLUG,
      successor: SUCCESSOR,
      retraction: RETRACTION,
    },
  });
  return rows.map((row) => ({
    kind: "statement",
    id: row.id,
    command: row.commandId,
    supersedes: row.supersedesId,
    closed: closed(row.successor, row.retraction),
    content: {
      speaker: row.speaker,
      org: row.org,
      date: row.dateText,
      about: {
        device: row.device?.slug ?? null,
        carrier: row.carrier?.slug ?? null,
        manufacturer: row.manufacturer?.slug ?? null,
        policyAction: row.policyAction?.slug ?? null,
      },
      stance: row.stance as StatementContent["stance"],
      quote: row.quote,
      summary: row.summary,
      source: row.source.slug,
    },
  }));
}
