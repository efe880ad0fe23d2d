import type { View } from "@/domain/claims";
import type { SearchWords } from "@/domain/search-words";
import { type EvidenceMark, isFiltered, type SearchFilter } from "@/formats/search-query";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { fullMask, recorded } from "./search-texts";

const { sql, join } = Prisma;

/** Whether a row of `pair` p, its maker m and its row of the board b have it; with the ones left out, whether it has the others. */
export function passes(filter: SearchFilter): Prisma.Sql {
  const { manufacturer, country, status, evidence } = filter;
  const all = [
    ...(manufacturer === null ? [] : [sql`m.slug = ${manufacturer}::text`]),
    ...(country === null ? [] : [sql`p.country = ${country}::text`]),
    ...(status === null ? [] : [sql`b.status = ${status}::text`]),
    ...(evidence === null ? [] : [HAS_MARK[evidence]]),
  ];
  return all.length === 0 ? sql`true` : sql`(${join(all, " AND ")})`;
}

/** domain/certainty.ts: "rumoured" is one origin, anonymous only. */
export const HAS_MARK: Readonly<Record<EvidenceMark, Prisma.Sql>> = {
  anonymous: sql`b.certainty = 'rumoured'`,
  "one-origin": sql`b.origins = 1`,
  disputed: sql`b.disputed`,
  stale: sql`b.stale`,
};

/** The table `board`: the status of each deal found on the view's day, if it has one. Goes on from `foundSql`. */
export const boardOfPairs = (view: View): Prisma.Sql => sql`
  board AS MATERIALIZED (SELECT * FROM (${boardSql(view, sql`SELECT deal_id FROM pair`)}) b)`;

/** What a filter asks of deals, beside the maker, which devices have themselves. */
const ofDeals = (filter: SearchFilter): SearchFilter => ({ ...filter, manufacturer: null });

const PAIRS = sql`pair p JOIN manufacturer m ON m.id = p.manufacturer_id LEFT JOIN board b ON b.deal_id = p.deal_id`;

/** Like `allFoundSql`, goes on from `boardOfPairs`: of deals that pass the filter, and of devices of the maker that have such a deal. */
export function filteredSql(search: SearchWords, view: View, filter: SearchFilter): Prisma.Sql {
  const { manufacturer } = filter;
  const maker = manufacturer === null ? sql`true` : sql`m.slug = ${manufacturer}::text`;
  const having = isFiltered(ofDeals(filter))
    ? sql`v.id IN (SELECT p.device_id FROM ${PAIRS} WHERE ${passes(ofDeals(filter))})`
    : sql`true`;
  return sql`
    SELECT 'deal' AS kind, p.deal_id AS id, p.rank, 0 AS near, p.name FROM ${PAIRS} WHERE ${passes(filter)}
    UNION ALL
    SELECT 'device', v.id, v.rank, length(t.name), t.name FROM dev v JOIN device t ON t.id = v.id
    JOIN manufacturer m ON m.id = t.manufacturer_id
    WHERE v.mask >= ${fullMask(search)} AND t.created_at <= ${recorded(view)} AND ${maker} AND ${having}`;
}
