import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { historySql } from "./history-sql";
import { daySql } from "./view-sql";
import { dealsAt } from "./whose-deals";

/**
 * At how many carriers, in how many countries, a manufacturer had a device on sale on the first day of each quarter up to
 * the view's day: a SELECT, for `reachOf`, with a row a quarter. Stays of many devices at one carrier are first made one
 * stretch of time.
 */
export const reachSql = (view: View, slug: string): Prisma.Sql => Prisma.sql`
    WITH spans AS MATERIALIZED (
      SELECT c.id AS carrier, c.country, daterange(h.sort_earliest, h.ends) AS days
      FROM (${historySql(view, dealsAt({ manufacturer: slug }))}) h
      JOIN carrier c ON c.id = h.carrier_id
      WHERE h.status = 'carried' AND h.sort_earliest <= ${daySql(view.on)}
    ),
    stretches AS (
      SELECT 'carriers' AS what, unnest(range_agg(days)) AS days FROM spans GROUP BY carrier
      UNION ALL
      SELECT 'countries', unnest(range_agg(days)) FROM spans GROUP BY country
    ),
    moves AS (
      SELECT what, lower(days) AS day, 1 AS n FROM stretches
      UNION ALL SELECT what, upper(days), -1 FROM stretches WHERE upper(days) IS NOT NULL
    ),
    quarters AS (
      SELECT what, (date_trunc('quarter', (day - 1)::timestamp) + interval '3 months')::date AS quarter, n FROM moves
    )
    SELECT what, to_char(quarter, 'YYYY-MM-DD') AS quarter, sum(n)::int AS net FROM quarters
    WHERE quarter <= ${daySql(view.on)} GROUP BY 1, 2 HAVING sum(n) <> 0 ORDER BY 2`;
