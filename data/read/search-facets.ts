import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { FacetUnit, FacetValue } from "@/domain/search-facets";
import type { SearchWords } from "@/domain/search-words";
import { EVIDENCE_MARKS, type SearchFilter } from "@/formats/search-query";
import { Prisma } from "@/generated/prisma/client";
import { boardOfPairs, HAS_MARK, passes } from "./search-filter";
import { foundSql } from "./search-sql";
import { fullMask, recorded } from "./search-texts";

type Asked = {
  readonly words: SearchWords;
  readonly view: View;
  readonly filter: SearchFilter;
  readonly unit: FacetUnit;
};

const { sql, join, raw } = Prisma;

/** Values of a facet at most; the rest have fewer. */
const MOST = 12;

/**
 * How the deals or devices that a search finds divide by maker, country, status and what the status rests on, the most
 * frequent first. Each value is counted with the other filters as they are, so that following it shows exactly that many.
 */
export async function searchFacets(db: Db, { words, view, filter, unit }: Asked): Promise<FacetValue[]> {
  const found =
    unit === "deal"
      ? sql`SELECT p.deal_id AS unit, p.* FROM pair p`
      : sql`SELECT v.id AS unit, p.deal_id, v.id AS device_id, t.manufacturer_id, p.country
            FROM dev v JOIN device t ON t.id = v.id LEFT JOIN pair p ON p.device_id = v.id
            WHERE v.mask >= ${fullMask(words)} AND t.created_at <= ${recorded(view)}`;
  // Each deal is one row; a device has one for each of its deals.
  const count = unit === "deal" ? sql`count(*)::int` : sql`count(DISTINCT unit)::int`;
  const without = (facet: keyof SearchFilter) => passes({ ...filter, [facet]: null });
  const counted = (facet: string, value: string, name: string) => sql`
    (SELECT ${facet}::text AS facet, ${raw(value)} AS value, ${raw(name)} AS name, ${count} AS count
     FROM facts WHERE ${raw(`without_${facet}`)} AND ${raw(value)} IS NOT NULL
     GROUP BY ${raw(value)}, ${raw(name)} ORDER BY count DESC, name LIMIT ${MOST}::int)`;
  return db.$queryRaw<FacetValue[]>`
    ${foundSql(words, view)},
    ${boardOfPairs(view)},
    facts AS MATERIALIZED (
      SELECT p.unit, m.slug AS maker, m.name AS maker_name, p.country, b.status,
             ${join(EVIDENCE_MARKS.map((mark) => sql`${HAS_MARK[mark]} AS ${raw(`"${mark}"`)}`))},
             ${without("manufacturer")} AS without_manufacturer, ${without("country")} AS without_country,
             ${without("status")} AS without_status, ${without("evidence")} AS without_evidence
      FROM (${found}) p JOIN manufacturer m ON m.id = p.manufacturer_id
      LEFT JOIN board b ON b.deal_id = p.deal_id
    )
    ${counted("status", "status", "status")}
    UNION ALL
    ${join(
      EVIDENCE_MARKS.map(
        (mark) => sql`
          SELECT 'evidence', ${mark}::text, ${mark}::text, ${count} FROM facts
          WHERE without_evidence AND ${raw(`"${mark}"`)}`,
      ),
      " UNION ALL ",
    )}
    UNION ALL ${counted("manufacturer", "maker", "maker_name")}
    UNION ALL ${counted("country", "country", "country")}`;
}
