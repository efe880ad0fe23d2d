import type { Db } from "@/data/db";
import { type DerivedDeal, dealBatches, deriveDeals } from "@/data/derived/deals";
import { instantSql } from "@/data/read/claim-sql";
import { jsonRows } from "@/data/read/json-rows";
import { sideBySide } from "@/data/side-by-side";
import type { Id } from "@/domain/claims";
import type { Settled } from "@/domain/settled";
import type { ClaimKnown, DealSpan } from "@/domain/spans";
import { Prisma } from "@/generated/prisma/client";
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
const stored = (db: Db, deals: readonly Id[]) =>
  jsonRows<StoredDeal>(
    db,
    Prisma.sql`
  SELECT d.id, v.slug AS device, c.slug AS carrier, d.claim_count AS claims,
    NOT EXISTS (SELECT FROM deal_span s WHERE s.deal_id = d.id
                AND (s.carrier_id, s.manufacturer_id) IS DISTINCT FROM (d.carrier_id, v.manufacturer_id)) AS filed,
    ${instantSql("d.last_recorded_at")} AS at, d.first_known AS "firstKnown", d.settled_known AS "settledKnown",
    ${instantSql("d.first_recorded_at")} AS "firstRecordedAt", ${instantSql("d.settled_at")} AS "settledAt",
    coalesce((SELECT json_agg(json_build_object('deal', s.deal_id, 'place', s.place, 'claim', s.claim_id,
        'status', s.status, 'begins', s.begins, 'ends', s.ends, 'certainFrom', s.certain_from,
        'certainUntil', s.certain_until, 'published', s.published, 'certainty', s.certainty, 'disputed', s.disputed,
        'origins', s.origins, 'articles', s.articles, 'heard', s.heard, 'staleFrom', s.stale_from,
        'earliest', s.earliest, 'latest', s.latest, 'reasons', s.reasons, 'seq', s.seq,
        'before', s.before, 'plan', s.plan, 'planStep', s.plan_step, 'planBegins', s.plan_begins, 'planBegun', s.plan_begun,
        'planSlips', s.plan_slips, 'planUntil', s.plan_until, 'broken', s.broken) ORDER BY s.place)
      FROM deal_span s WHERE s.deal_id = d.id), '[]') AS spans,
    coalesce((SELECT json_agg(json_build_object('deal', k.deal_id, 'claim', k.claim_id, 'from', k.known_from,
        'until', k.known_until)) FROM claim_known k WHERE k.deal_id = d.id), '[]') AS known
  FROM deal d JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
  WHERE d.id = ANY (${[...deals]}::uuid[])`,
  );

/** Batches at once: one is folded here while the database reads another. */
const AT_ONCE = [1, 2];

/** Everything derived of every deal against the fold of its claims. */
export async function verifyDeals(db: Db): Promise<Difference[]> {
  const found = await sideBySide(AT_ONCE, dealBatches(db), async (_, ids) => {
    const [are, should] = await Promise.all([stored(db, ids), deriveDeals(db, ids)]);
    const rows = new Map(are.map((row) => [row.id, row]));
    return should.flatMap((derived) => {
      const row = rows.get(derived.deal);
      return row ? compareDeal(row, derived) : [];
    });
  });
  return found.flat();
}

function compareDeal(row: StoredDeal, { spans, known, lastRecordedAt, settled }: DerivedDeal): Difference[] {
  const where = `deal ${row.device} @ ${row.carrier}`;
  const own: [what: string, is: unknown, should: unknown][] = [
    ["claim_count", row.claims, spans.length],
    ["last_recorded_at", row.at, lastRecordedAt],
    ["carrier and manufacturer of its spans", row.filed ? "its own" : "others", "its own"],
    ...(Object.keys(settled) as (keyof Settled)[]).map((key): [string, unknown, unknown] => [
      key,
      row[key],
      settled[key],
    ]),
  ];
  return [
    ...own.filter(([, is, should]) => is !== should).map((of) => difference(where, ...of)),
    ...compareSpans(where, row.spans, spans),
    ...compareKnown(where, row.known, known),
  ];
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
