import type { Db } from "@/data/db";
import { edtf, edtfOrNull } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { Facets } from "@/domain/deal-facets";
import { type DealNow, type DealRow, PAGE_SIZE, type Page } from "@/domain/deal-rows";
import type { Day } from "@/domain/edtf";
import type { Certainty, Status } from "@/domain/status";
import type { DealFilter, DealReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { dealScope, marksSql, withoutStatusSql } from "./deal-scope";
import { type FacetRow, facetsIn, facetsSql } from "./facets-sql";
import { pageBeside } from "./page-beside";

const { sql } = Prisma;

export type DealListQuery = Pick<DealReading, "filter" | "sort" | "page"> & { readonly view: View };
export type DealList = Page<DealRow> & { readonly facets: Facets };

/** A page of the deals that a filter leaves, and how many each further mark would leave. Two queries at once. */
export async function dealList(
  db: Db,
  { view, filter, sort, page: asked }: DealListQuery,
): Promise<DealList> {
  const { counted, ...page } = await pageBeside(
    asked,
    dealFacets(db, view, filter),
    (facets) => facets.total,
    (page) => dealRows(db, { view, filter, sort, size: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE }),
  );
  return { ...page, facets: counted };
}

/** How many deals a filter leaves, and how many each further mark would leave. One query. */
export async function dealFacets(db: Db, view: View, filter: DealFilter): Promise<Facets> {
  return facetsIn(await db.$queryRaw<FacetRow[]>(facetsSql(view, filter)), filter);
}

type RowsQuery = {
  readonly view: View;
  readonly filter: DealFilter;
  readonly sort: DealReading["sort"];
  readonly size: number;
  readonly skip: number;
};

const BY_NAME = sql`m.name_key, v.name_key, k.country, k.name_key, d.id`;

function orderOf({ key, desc }: DealReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC` : sql`ASC`;
  if (key === "device") return sql`m.name_key ${way}, v.name_key ${way}, k.country, k.name_key, d.id`;
  if (key === "carrier") return sql`k.name_key ${way}, k.country ${way}, m.name_key, v.name_key, d.id`;
  return key === "since" ? sql`b.begins ${way}, ${BY_NAME}` : sql`b.heard ${way}, ${BY_NAME}`;
}

/** Columns of a status and its marks, in the words of this read. */
export type NowRow = {
  claim: Id;
  status: Status;
  certain: boolean;
  since: string;
  target: string | null;
  exclusive: boolean | null;
  certainty: Certainty;
  disputed: boolean;
  origins: number;
  articles: number;
  stale: boolean;
  heard: Day;
};
type Row = Omit<NowRow, "claim"> & {
  claim: Id | null;
  deal: Id;
  device: string;
  device_name: string;
  maker: string;
  maker_name: string;
  carrier: string;
  carrier_name: string;
  country: string;
};

/** The deals of a filter in order, `size` of them after `skip`. */
export async function dealRows(db: Db, { view, filter, sort, size, skip }: RowsQuery): Promise<DealRow[]> {
  const scope = dealScope(view, filter);
  const none = filter.status === "none";
  const board = none
    ? sql`SELECT w.deal_id, NULL::uuid AS claim_id, NULL::date AS begins, NULL::date AS published,
                 NULL AS status, NULL::bool AS certain, NULL AS certainty, NULL::bool AS disputed, NULL::int AS origins,
                 NULL::int AS articles, NULL::bool AS stale, NULL::date AS heard
          FROM (${withoutStatusSql(view, scope)}) w`
    : boardSql(view, scope);
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id AS deal, v.slug AS device, v.name AS device_name, m.slug AS maker, m.name AS maker_name,
           k.slug AS carrier, k.name AS carrier_name, k.country, b.claim_id AS claim, b.status, b.certain,
           c.effective_text AS since, c.target_text AS target, c.exclusive, b.certainty, b.disputed, b.origins, b.articles,
           b.stale, b.heard::text
    FROM (${board}) b
    JOIN deal d ON d.id = b.deal_id
    JOIN device v ON v.id = d.device_id
    JOIN manufacturer m ON m.id = v.manufacturer_id
    JOIN carrier k ON k.id = d.carrier_id
    LEFT JOIN status_change c ON c.id = b.claim_id
    WHERE ${none ? sql`true` : marksSql(filter)}
    ORDER BY ${orderOf(sort)} LIMIT ${size} OFFSET ${skip}`;
  return rows.map(toDealRow);
}

const toDealNow = (r: NowRow): DealNow => ({
  claim: r.claim,
  status: r.status,
  certain: r.certain,
  since: edtf(r.since),
  target: edtfOrNull(r.target),
  exclusive: r.exclusive ?? false,
  certainty: r.certainty,
  disputed: r.disputed,
  origins: r.origins,
  articles: r.articles,
  stale: r.stale,
  heard: r.heard,
});

const toDealRow = (r: Row): DealRow => ({
  deal: r.deal,
  device: { slug: r.device, name: r.device_name },
  maker: { slug: r.maker, name: r.maker_name },
  carrier: { slug: r.carrier, name: r.carrier_name, country: r.country },
  now: r.claim === null ? null : toDealNow({ ...r, claim: r.claim }),
});
