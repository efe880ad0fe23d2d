import type { Db } from "@/data/db";
import { edtf, edtfOrNull, instant } from "@/data/rows";
import type { Evidence, Id, View } from "@/domain/claims";
import type { Named } from "@/domain/deal-rows";
import type { SourcedListing, SourcedStatus } from "@/domain/source-page";
import type { Attribution, Stance, Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { notRetracted, restingSql, standingListingsSql, standingSql } from "./standing-sql";

/** The most claims that one page judges; the last recorded ones come first. */
const MOST_CLAIMS = 2_000;

type EvidenceJson = {
  id: Id;
  source: Id;
  stance: Stance;
  attribution: Attribution;
  speaker: string | null;
  quote: string | null;
  notNamed: boolean;
  via: Id[] | null;
  at: string;
  by: string;
  commandId: Id;
};

type Row = {
  id: Id;
  seq: bigint;
  deal_id: Id | null;
  status: Status | null;
  from_text: string;
  to_text: string | null;
  market: string | null;
  device: Named;
  place: Named & { country: string };
  evidence: EvidenceJson[] | null;
  total: number;
};

/** The evidence of a claim that is recorded and not retracted at the view's instant. */
const evidenceOf = (column: Prisma.Sql, claim: Prisma.Sql) => Prisma.sql`
  (SELECT jsonb_agg(jsonb_build_object(
     'id', e.id, 'source', e.source_id, 'stance', e.stance, 'attribution', e.attribution, 'speaker', e.speaker,
     'quote', e.quote, 'notNamed', e.via_not_named, 'at', e.recorded_at, 'by', u.name, 'commandId', e.command_id,
     'via', (SELECT jsonb_agg(v.source_id) FROM evidence_via v WHERE v.evidence_id = e.id)) ORDER BY e.seq)
   FROM evidence e JOIN "user" u ON u.id = e.recorded_by_id
   WHERE ${column} = ${claim} AND e.recorded_at <= l.r
     AND ${notRetracted(Prisma.sql`x.evidence_id`, Prisma.sql`e.id`)})`;

/**
 * The standing claims and listings that evidence leads from to a source, each with all its evidence, so that it can be
 * judged with the source and without. One query, by indexes; `left`: how many were too many.
 */
export async function restingClaims(
  db: Db,
  source: Id,
  view: View,
): Promise<{ statuses: SourcedStatus[]; listings: SourcedListing[]; left: number }> {
  const led = (column: Prisma.Sql) => Prisma.sql`SELECT ${column} FROM leads WHERE ${column} IS NOT NULL`;
  const rows = await db.$queryRaw<Row[]>`
    ${restingSql(view, Prisma.sql`SELECT ${source}::uuid AS id`)},
    claim AS MATERIALIZED (${standingSql(view, led(Prisma.sql`status_change_id`))}),
    offered AS MATERIALIZED (${standingListingsSql(led(Prisma.sql`listing_id`))}),
    found AS (
      SELECT c.id, c.seq, c.deal_id, c.status, c.effective_text AS from_text, NULL AS to_text, NULL AS market,
             jsonb_build_object('slug', v.slug, 'name', v.name) AS device,
             jsonb_build_object('slug', r.slug, 'name', r.name, 'country', r.country) AS place
      FROM claim s
      CROSS JOIN LATERAL (SELECT * FROM status_change c WHERE c.id = s.claim_id OFFSET 0) c
      CROSS JOIN LATERAL (SELECT * FROM deal d WHERE d.id = c.deal_id OFFSET 0) d
      JOIN device v ON v.id = d.device_id JOIN carrier r ON r.id = d.carrier_id
      UNION ALL
      SELECT i.id, i.seq, NULL, NULL, i.from_text, i.to_text, i.market,
             jsonb_build_object('slug', v.slug, 'name', v.name),
             jsonb_build_object('slug', r.slug, 'name', r.name, 'country', r.country)
      FROM offered s CROSS JOIN LATERAL (SELECT * FROM listing i WHERE i.id = s.claim_id OFFSET 0) i
      JOIN device v ON v.id = i.device_id JOIN retailer r ON r.id = i.retailer_id
    ),
    picked AS (
      SELECT f.*, count(*) OVER ()::int AS total FROM found f ORDER BY f.seq DESC, f.id LIMIT ${MOST_CLAIMS}
    )
    SELECT p.*, coalesce(
             ${evidenceOf(Prisma.sql`e.status_change_id`, Prisma.sql`p.id`)},
             ${evidenceOf(Prisma.sql`e.listing_id`, Prisma.sql`p.id`)}) AS evidence
    FROM picked p CROSS JOIN limits l`;
  return {
    statuses: rows.flatMap(toStatus),
    listings: rows.flatMap(toListing),
    left: (rows[0]?.total ?? 0) - rows.length,
  };
}

const toEvidence = (e: EvidenceJson): Evidence => ({
  id: e.id,
  source: e.source,
  stance: e.stance,
  attribution: e.attribution,
  speaker: e.speaker,
  quote: e.quote,
  via: e.notNamed ? "not-named" : e.via,
  recorded: { at: instant(new Date(e.at)), by: e.by, commandId: e.commandId },
  retraction: null,
});

function toStatus({ id, deal_id, status, device, place, from_text, evidence }: Row): SourcedStatus[] {
  if (deal_id === null || status === null) return [];
  const deal = { device, carrier: place };
  const all = (evidence ?? []).map(toEvidence);
  return [{ id, dealId: deal_id, deal, status, effective: edtf(from_text), evidence: all }];
}

function toListing(row: Row): SourcedListing[] {
  if (row.market === null) return [];
  return [
    {
      id: row.id,
      device: row.device,
      retailer: { slug: row.place.slug, name: row.place.name },
      market: row.market,
      from: edtf(row.from_text),
      to: edtfOrNull(row.to_text),
      evidence: (row.evidence ?? []).map(toEvidence),
    },
  ];
}
