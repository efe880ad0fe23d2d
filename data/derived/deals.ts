import type { Db } from "@/data/db";
import { instantSql } from "@/data/read/claim-sql";
import { statusClaims } from "@/data/read/claims";
import { jsonRows } from "@/data/read/json-rows";
import type { Id, StatusClaim } from "@/domain/claims";
import { lastRecorded } from "@/domain/device-history";
import type { Instant } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { publisherKey } from "@/domain/names";
import { type Settled, settledBy } from "@/domain/settled";
import { type ClaimKnown, type DealSpan, knownOf, spansOf } from "@/domain/spans";
import { Prisma } from "@/generated/prisma/client";

/** Everything stored about a deal that follows from its claims. The door, `verify`, `settle` and the bench share it. */
export type DerivedDeal = {
  readonly deal: Id;
  readonly spans: readonly DealSpan[];
  readonly known: readonly ClaimKnown[];
  /** When the last claim, piece of evidence or retraction on the deal was recorded. */
  readonly lastRecordedAt: Instant | null;
  /** From when on it reads as it does now. */
  readonly settled: Settled;
  /** What it was derived from. */
  readonly claims: ReadonlyMap<Id, StatusClaim>;
};

/** Folds the claims of these deals, four queries whatever their number. Deals without claims are among the answers. */
export async function deriveDeals(db: Db, deals: readonly Id[]): Promise<DerivedDeal[]> {
  const { claims, graph } = await statusClaims(db, { deals });
  const settled = settledBy(graph, await textsTaken(db, [...graph.sources.keys()]));
  const byDeal = grouped(claims, (c) => c.deal);
  return deals.map((deal) => {
    const own = byDeal.get(deal) ?? [];
    const known = knownOf(own, graph);
    return {
      deal,
      spans: spansOf(own, graph),
      known,
      lastRecordedAt: lastRecorded(own, null),
      settled: settled(own, known),
      claims: new Map(own.map((c) => [c.id, c])),
    };
  });
}

/** When the record last took a version of each of these sources' texts. */
async function textsTaken(db: Db, sources: readonly Id[]): Promise<ReadonlyMap<Id, Instant>> {
  const rows = await jsonRows<{ id: Id; at: Instant }>(
    db,
    Prisma.sql`SELECT v.source_id AS id, ${instantSql("max(v.recorded_at)")} AS at FROM source_version v
      WHERE v.source_id = ANY (${[...sources]}::uuid[]) GROUP BY 1`,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Stores what was derived, in six statements whatever the number of deals. `versions`: where they are to change too. */
export async function storeDerived(
  db: Db,
  derived: readonly DerivedDeal[],
  versions: ReadonlyMap<Id, number> = new Map(),
): Promise<void> {
  const ids = derived.map((d) => d.deal);
  await db.$executeRaw`DELETE FROM deal_span WHERE deal_id = ANY (${ids}::uuid[])`;
  const spans = derived.flatMap((d) => d.spans);
  await db.$executeRaw`
    INSERT INTO deal_span (deal_id, place, claim_id, status, begins, ends, certain_from, certain_until, published,
                           certainty, disputed, origins, articles, heard, stale_from, earliest, latest, reasons, seq,
                           before, plan, plan_step, plan_begins, plan_begun, plan_slips, plan_until, broken,
                           carrier_id, manufacturer_id)
    SELECT s.deal, s.place, s.claim, s.status, s.begins, s.ends, s."certainFrom", s."certainUntil", s.published,
           s.certainty, s.disputed, s.origins, s.articles, s.heard, s."staleFrom", s.earliest, s.latest, s.reasons, s.seq,
           s.before, s.plan, s."planStep", s."planBegins", s."planBegun", s."planSlips", s."planUntil", s.broken,
           d.carrier_id, v.manufacturer_id
    FROM json_to_recordset(${JSON.stringify(spans)}::json) AS s (
      deal uuid, place int, claim uuid, status text, begins date, ends date, "certainFrom" date, "certainUntil" date,
      published date, certainty text, disputed boolean, origins int, articles int, heard date, "staleFrom" date, earliest date,
      latest date, reasons text[], seq bigint, before text, plan int, "planStep" text, "planBegins" date, "planBegun" date,
      "planSlips" int, "planUntil" date, broken text[])
    JOIN deal d ON d.id = s.deal JOIN device v ON v.id = d.device_id`;
  await db.$executeRaw`DELETE FROM claim_known WHERE deal_id = ANY (${ids}::uuid[])`;
  await db.$executeRaw`
    INSERT INTO claim_known (claim_id, deal_id, known_from, known_until)
    SELECT k.claim, k.deal, k."from", k.until
    FROM json_to_recordset(${JSON.stringify(derived.flatMap((d) => d.known))}::json)
      AS k (claim uuid, deal uuid, "from" date, until date)`;
  const deals = derived.map((d) => ({
    id: d.deal,
    version: versions.get(d.deal) ?? null,
    claims: d.spans.length,
    at: d.lastRecordedAt,
    ...d.settled,
  }));
  await db.$executeRaw`
    UPDATE deal SET version = coalesce(n.version, deal.version), claim_count = n.claims, last_recorded_at = n.at,
      first_known = n."firstKnown", settled_known = n."settledKnown",
      first_recorded_at = n."firstRecordedAt", settled_at = n."settledAt"
    FROM json_to_recordset(${JSON.stringify(deals)}::json) AS n (id uuid, version int, claims int, at timestamptz,
      "firstKnown" date, "settledKnown" date, "firstRecordedAt" timestamptz, "settledAt" timestamptz)
    WHERE deal.id = n.id`;
}

/** Stores the keys of these publishers; those that are stored already stay. */
export async function storePublishers(db: Db, names: readonly string[]): Promise<void> {
  await db.publisher.createMany({
    data: names.map((name) => ({ name, key: publisherKey(name) })),
    skipDuplicates: true,
  });
}

const BATCH = 500;

/** The ids of all deals, in batches of one device after another: they rest on the same articles, which are read once a batch. */
export async function* dealBatches(db: Db): AsyncGenerator<Id[]> {
  for (let after = Prisma.sql`true`; ; ) {
    const rows = await db.$queryRaw<{ id: Id; device: Id; carrier: Id }[]>`
      SELECT id, device_id AS device, carrier_id AS carrier FROM deal WHERE ${after}
      ORDER BY device_id, carrier_id LIMIT ${BATCH}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((r) => r.id);
    after = Prisma.sql`(device_id, carrier_id) > (${last.device}::uuid, ${last.carrier}::uuid)`;
  }
}
