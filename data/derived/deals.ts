import type { Db } from "@/data/db";
import { instantSql } from "@/data/read/claim-sql";
import { sourcesNamed, statusClaims } from "@/data/read/claims";
import { jsonRows } from "@/data/read/json-rows";
import { edtf } from "@/data/rows";
import type { Id, StatusClaim } from "@/domain/claims";
import { lastRecorded } from "@/domain/device-history";
import type { Instant } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { type SourceText, upstreamOf } from "@/domain/moments";
import { publisherKey } from "@/domain/names";
import { type Readings, readingsOf } from "@/domain/readings";
import { type ClaimKnown, type DealSpan, knownOf } from "@/domain/spans";
import { Prisma } from "@/generated/prisma/client";
import { insertSpansSql, type SpanTable } from "./span-columns";

/** Everything stored about a deal that follows from its claims. The door, `verify`, `settle` and the bench share it. */
export type DerivedDeal = {
  readonly deal: Id;
  /** How its history reads, and read. */
  readonly readings: Readings;
  readonly known: readonly ClaimKnown[];
  /** When the last claim, piece of evidence or retraction on the deal was recorded. */
  readonly lastRecordedAt: Instant | null;
  /** What it was derived from. */
  readonly claims: ReadonlyMap<Id, StatusClaim>;
};

/** Folds the claims of these deals, four queries whatever their number. Deals without claims are among the answers. */
export async function deriveDeals(db: Db, deals: readonly Id[]): Promise<DerivedDeal[]> {
  const { claims, graph } = await statusClaims(db, { deals });
  const texts = await sourceTexts(db, [...graph.sources.keys()]);
  const upstream = upstreamOf(graph);
  const byDeal = grouped(claims, (c) => c.deal);
  return deals.map((deal) => {
    const own = byDeal.get(deal) ?? [];
    return {
      deal,
      readings: readingsOf(own, upstream(sourcesNamed(own)), texts),
      known: knownOf(own, graph),
      lastRecordedAt: lastRecorded(own, null),
      claims: new Map(own.map((c) => [c.id, c])),
    };
  });
}

type TextRow = {
  readonly id: Id;
  readonly at: Instant;
  readonly publisher: string;
  readonly published: string;
};

/** All texts that each of these sources had, oldest first. */
async function sourceTexts(db: Db, sources: readonly Id[]): Promise<ReadonlyMap<Id, readonly SourceText[]>> {
  const rows = await jsonRows<TextRow>(
    db,
    Prisma.sql`SELECT v.source_id AS id, ${instantSql("v.recorded_at")} AS at, v.publisher, v.published_text AS published
      FROM source_version v WHERE v.source_id = ANY (${[...sources]}::uuid[]) ORDER BY v.source_id, v.version`,
  );
  const texts = new Map<Id, SourceText[]>();
  for (const { id, at, publisher, published } of rows) {
    const text = { at, publisher, published: edtf(published) };
    const list = texts.get(id);
    if (list) list.push(text);
    else texts.set(id, [text]);
  }
  return texts;
}

/** Stores what was derived, in nine statements whatever the number of deals. `versions`: where they are to change too. */
export async function storeDerived(
  db: Db,
  derived: readonly DerivedDeal[],
  versions: ReadonlyMap<Id, number> = new Map(),
): Promise<void> {
  const ids = derived.map((d) => d.deal);
  const rows = {
    deal_span: derived.flatMap(({ readings }) => readings.spans),
    span_by_known: derived.flatMap(({ readings }) => readings.byKnown),
    span_by_record: derived.flatMap(({ readings }) => readings.byRecord),
  } satisfies Record<SpanTable, readonly DealSpan[]>;
  for (const [table, spans] of Object.entries(rows) as [SpanTable, readonly DealSpan[]][]) {
    await db.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE deal_id = ANY (${ids}::uuid[])`;
    if (spans.length > 0) await db.$executeRaw(insertSpansSql(table, spans));
  }
  await db.$executeRaw`DELETE FROM claim_known WHERE deal_id = ANY (${ids}::uuid[])`;
  await db.$executeRaw`
    INSERT INTO claim_known (claim_id, deal_id, known_from, known_until)
    SELECT k.claim, k.deal, k."from", k.until
    FROM json_to_recordset(${JSON.stringify(derived.flatMap((d) => d.known))}::json)
      AS k (claim uuid, deal uuid, "from" date, until date)`;
  const deals = derived.map(({ deal, lastRecordedAt, readings: { spans, firstRecordedAt, settledAt } }) => ({
    id: deal,
    version: versions.get(deal) ?? null,
    claims: spans.length,
    at: lastRecordedAt,
    firstRecordedAt,
    settledAt,
  }));
  await db.$executeRaw`
    UPDATE deal SET version = coalesce(n.version, deal.version), claim_count = n.claims, last_recorded_at = n.at,
      first_recorded_at = n."firstRecordedAt", settled_at = n."settledAt"
    FROM json_to_recordset(${JSON.stringify(deals)}::json) AS n (id uuid, version int, claims int, at timestamptz,
      "firstRecordedAt" timestamptz, "settledAt" timestamptz)
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
