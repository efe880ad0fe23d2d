import { statusClaims } from "@/data/read/claims";
import type { Id, SourceGraph, StatusClaim, View } from "@/domain/claims";
import { type DealLane, laneOf } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";
import type { TestDatabase } from "./database";

/** Where a deal of the record stands, by slugs. */
export type Place = {
  readonly device: string;
  readonly maker: string;
  readonly carrier: string;
  readonly country: string;
  readonly network: string;
};
export type Folded = DealLane & { readonly at: Place; readonly graph: SourceGraph };

/**
 * All deals of a record folded by the pure functions, for tests of reads that ask SQL. Each view is folded once; the
 * record must not change meanwhile.
 */
export async function foldAll(t: TestDatabase): Promise<(view: View) => Promise<readonly Folded[]>> {
  const places = await t.sql<Place & { id: Id }>(
    `SELECT d.id, v.slug AS device, m.slug AS maker, c.slug AS carrier, c.country, c.kind AS network FROM deal d
     JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id
     JOIN carrier c ON c.id = d.carrier_id`,
  );
  const known = new Map<string, readonly Folded[]>();
  return async (view) => {
    const key = JSON.stringify(view);
    const before = known.get(key);
    if (before) return before;
    const deals = places.map(({ id }) => id);
    const { claims, graph } = await statusClaims(t.prisma, { deals, record: view.record });
    const byDeal = grouped<StatusClaim, Id>(claims, (c) => c.deal);
    const lanes = places.map(({ id, ...at }) => ({
      ...laneOf({ id, carrier: {} as never }, byDeal.get(id) ?? [], [], graph, view),
      at,
      graph,
    }));
    known.set(key, lanes);
    return lanes;
  };
}

/** A lane as a row of `boardSql`, without those columns that say when the deal was last heard of; null without a status on the day. */
export function boardRow({ deal, now, stale }: DealLane) {
  if (!now) return null;
  const { claim, certainty, published, begins } = now.entry;
  return {
    deal_id: deal,
    claim_id: claim.id,
    status: now.status,
    certain: now.certain,
    begins,
    published,
    certainty: certainty.certainty,
    disputed: certainty.disputed,
    origins: certainty.origins.length,
    articles: certainty.articles,
    stale: stale?.stale ?? false,
  };
}

/** Days of the world, what was published by then, and the record as it stood at `at`, an instant after the load. */
export const viewsOf = (at: () => string): readonly [string, () => View][] => [
  ["today", () => ({ on: "2026-11-25", known: null, record: null })],
  ["a past day", () => ({ on: "2018-01-15", known: null, record: null })],
  ["a past day as published then", () => ({ on: "2018-02-01", known: "2018-02-01", record: null })],
  ["an earlier record", () => ({ on: "2019-06-01", known: null, record: at() })],
];
