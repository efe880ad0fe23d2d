import type { Db } from "@/data/db";
import { dealBatches, deriveDeals } from "@/data/derived/deals";
import { instantSql } from "@/data/read/claim-sql";
import type { Id } from "@/domain/claims";
import type { Settled } from "@/domain/settled";
import type { ClaimKnown, DealSpan } from "@/domain/spans";
import { type Difference, difference } from "./difference";

type StoredDeal = Settled & {
  id: Id;
  device: string;
  carrier: string;
  claims: number;
  at: string | null;
  filed: boolean;
  spans: DealSpan[];
  known: ClaimKnown[];
};

/** What is stored of these deals, in the shapes of the domain. */
const stored = (db: Db, deals: readonly Id[]) => db.$queryRaw<StoredDeal[]>`
  SELECT d.id, v.slug AS device, c.slug AS carrier, d.claim_count AS claims,
    NOT EXISTS (SELECT FROM deal_span s WHERE s.deal_id = d.id
                AND (s.carrier_id, s.manufacturer_id) IS DISTINCT FROM (d.carrier_id, v.manufacturer_id)) AS filed,
    ${instantSql("d.last_recorded_at")} AS at, d.first_known::text AS "firstKnown", d.settled_known::text AS "settledKnown",
    ${instantSql("d.first_recorded_at")} AS "firstRecordedAt", ${instantSql("d.settled_at")} AS "settledAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('deal', s.deal_id, 'place', s.place, 'claim', s.claim_id,
        'status', s.status, 'begins', s.begins, 'ends', s.ends, 'certainFrom', s.certain_from,
        'certainUntil', s.certain_until, 'published', s.published, 'certainty', s.certainty, 'disputed', s.disputed,
        'origins', s.origins, 'articles', s.articles, 'heard', s.heard, 'staleFrom', s.stale_from,
        'earliest', s.earliest, 'latest', s.latest, 'reasons', s.reasons, 'seq', s.seq,
        'before', s.before, 'plan', s.plan, 'planStep', s.plan_step, 'planBegins', s.plan_begins, 'planBegun', s.plan_begun,
        'planSlips', s.plan_slips, 'planUntil', s.plan_until, 'broken', s.broken) ORDER BY s.place)
      FROM deal_span s WHERE s.deal_id = d.id), '[]') AS spans,
    coalesce((SELECT jsonb_agg(jsonb_build_object('deal', k.deal_id, 'claim', k.claim_id, 'from', k.known_from,
        'until', k.known_until)) FROM claim_known k WHERE k.deal_id = d.id), '[]') AS known
  FROM deal d JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
  WHERE d.id = ANY (${[...deals]}::uuid[])`;

/** Everything derived of every deal against the fold of its claims. */
export async function verifyDeals(db: Db): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const ids of dealBatches(db)) {
    const [are, should] = await Promise.all([stored(db, ids), deriveDeals(db, ids)]);
    const rows = new Map(are.map((row) => [row.id, row]));
    for (const derived of should) {
      const row = rows.get(derived.deal);
      if (!row) continue;
      const where = `deal ${row.device} @ ${row.carrier}`;
      if (row.claims !== derived.spans.length)
        found.push(difference(where, "claim_count", row.claims, derived.spans.length));
      if (row.at !== derived.lastRecordedAt)
        found.push(difference(where, "last_recorded_at", row.at, derived.lastRecordedAt));
      if (!row.filed)
        found.push(difference(where, "carrier and manufacturer of its spans", "others", "its own"));
      for (const key of Object.keys(derived.settled) as (keyof Settled)[])
        if (row[key] !== derived.settled[key])
          found.push(difference(where, key, row[key], derived.settled[key]));
      found.push(
        ...compareSpans(where, row.spans, derived.spans),
        ...compareKnown(where, row.known, derived.known),
      );
    }
  }
  return found;
}

function compareSpans(where: string, is: readonly DealSpan[], should: readonly DealSpan[]): Difference[] {
  const places = Math.max(is.length, should.length);
  return Array.from(
    { length: places },
    (_, place) => [is[place] ?? null, should[place] ?? null] as const,
  ).flatMap(([a, b], place) => {
    if (a === null || b === null)
      return [difference(`${where}, span ${place}`, "the row", a && "there", b && "there")];
    return (Object.keys(b) as (keyof DealSpan)[])
      .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
      .map((key) => difference(`${where}, span ${place}`, key, a[key], b[key]));
  });
}

function compareKnown(where: string, is: readonly ClaimKnown[], should: readonly ClaimKnown[]): Difference[] {
  const said = (rows: readonly ClaimKnown[]) =>
    new Map(rows.map(({ claim, from, until }) => [claim, `${from}/${until ?? ".."}`]));
  const [a, b] = [said(is), said(should)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((claim) => a.get(claim) !== b.get(claim))
    .map((claim) => difference(`${where}, claim ${claim}`, "known", a.get(claim), b.get(claim)));
}
