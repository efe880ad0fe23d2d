import type { View } from "@/domain/claims";
import { type Facets, facetsOf, type MarkCount } from "@/domain/deal-facets";
import type { DealFilter } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { dealScope, reasonSql, withoutStatusSql } from "./deal-scope";
import { daySql } from "./view-sql";

const { sql, join } = Prisma;

/** Deals of a status and certainty by mark; a null status: the deals on record without one. */
export type FacetRow = MarkCount | { readonly status: null; readonly deals: number };

/** How many deals a filter leaves, and how many each further mark would: a SELECT of a few rows, for `facetsIn`. */
export function facetsSql(view: View, filter: DealFilter): Prisma.Sql {
  const scope = dealScope(view, filter);
  const without = sql`(${withoutStatusSql(view, scope)})`;
  const now = view.known === null && view.record === null;
  return scope === null && filter.reason === null && now
    ? sql`${allNowSql(view, filter)} UNION ALL ${totalSql(without)}`
    : facetsOfSql(sql`(${boardSql(view, scope)})`, without, filter);
}

/** The same from rows of `boardSql` and of `withoutStatusSql`, by the names of CTEs that hold them. */
export const facetsOfSql = (board: Prisma.Sql, without: Prisma.Sql, filter: DealFilter): Prisma.Sql => sql`
  SELECT b.status, b.certainty, ${numbersSql(filter)}
  FROM ${board} b WHERE ${filter.reason ? reasonSql(filter.reason) : sql`true`} GROUP BY 1, 2
  UNION ALL ${totalSql(without)}`;

export function facetsIn(rows: readonly FacetRow[], filter: DealFilter): Facets {
  const counts = rows.filter((row): row is MarkCount => row.status !== null);
  const without = filter.reason ? 0 : (rows.find((row) => row.status === null)?.deals ?? 0);
  return facetsOf(counts, without, filter);
}

/**
 * All deals as the record reads now. What has not ended is counted from an index that holds nothing else, in order of status and
 * certainty; what ended after the view's day is counted by itself, so that a recent day finds those few by their end.
 */
const allNowSql = (view: View, filter: DealFilter): Prisma.Sql =>
  join(
    [sql`s.ends IS NULL`, sql`s.ends > ${daySql(view.on)}`].map(
      (lasts) => sql`
  SELECT b.status, b.certainty, ${numbersSql(filter)}
  FROM (
    SELECT s.status, s.certainty, s.disputed, s.origins, coalesce(s.stale_from <= ${daySql(view.on)}, false) AS stale,
           s.certain_from <= ${daySql(view.on)} AND (s.certain_until IS NULL OR s.certain_until > ${daySql(view.on)}) AS certain
    FROM deal_span s WHERE s.begins <= ${daySql(view.on)} AND ${lasts}
  ) b
  GROUP BY 1, 2`,
    ),
    " UNION ALL ",
  );

const totalSql = (without: Prisma.Sql) =>
  sql`SELECT NULL, NULL, count(*)::int, NULL, NULL, NULL, NULL, NULL FROM ${without} w`;

const MARKS = {
  disputed: sql`b.disputed`,
  stale: sql`b.stale`,
  uncertain: sql`NOT b.certain`,
  origins: sql`b.origins >= 2`,
} as const;
type Mark = keyof typeof MARKS;

/** The numbers of a `MarkCount` over rows `b`: each with what the filter asks of the other marks. */
function numbersSql(filter: DealFilter): Prisma.Sql {
  const asked = (mark: Mark) => (mark === "origins" ? filter.origins === "several" : filter[mark]);
  const inForce = (Object.keys(MARKS) as Mark[]).filter(asked);
  const number = (marks: readonly Mark[]) =>
    marks.length === 0
      ? sql`count(*)::int`
      : sql`(count(*) FILTER (WHERE ${join(
          [...new Set(marks)].map((mark) => MARKS[mark]),
          " AND ",
        )}))::int`;
  const more = (mark: Mark) => number([...inForce, mark]);
  return sql`${number(inForce)} AS deals, ${more("disputed")} AS disputed, ${more("stale")} AS stale,
    ${more("uncertain")} AS uncertain, ${more("origins")} AS several,
    ${number(inForce.filter((mark) => mark !== "origins"))} AS "anyOrigins"`;
}
