import type { View } from "@/domain/claims";
import type { SearchWords } from "@/domain/search-words";
import { Prisma } from "@/generated/prisma/client";
import { published, recorded, texts } from "./search-texts";

const { sql } = Prisma;

/** Pieces of evidence that are looked through at most: a word like "people" is in half of them. */
const LOOKED_THROUGH = 10_000;

/** The table `spoken`: evidence whose speaker is looked for, and whether there was more of it. */
export const spokenSql = (search: SearchWords): Prisma.Sql => sql`
  spoken AS MATERIALIZED (SELECT * FROM evidence WHERE ${texts(search, "evidence").all} LIMIT ${LOOKED_THROUGH + 1}::int),
  spoken_more AS MATERIALIZED (SELECT count(*) > ${LOOKED_THROUGH}::int AS more FROM spoken)`;

/** Goes on from `spokenSql`. What somebody said that stands under the view, found by who said it: a statement, or evidence that names a speaker. */
export function saidSql(search: SearchWords, view: View): Prisma.Sql {
  const s = texts(search, "statement");
  const e = texts(search, "spoken");
  const r = recorded(view);
  const known = sql`source.published_latest <= ${published(view)}`;
  return sql`
    SELECT 'said' AS kind, statement.id, ${s.rank} + 2 AS rank, -(statement.date_earliest - '1970-01-01'::date) AS near,
           statement.speaker AS name
    FROM statement JOIN source ON source.id = statement.source_id AND ${known}
    WHERE ${s.all} AND statement.recorded_at <= ${r} 
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.statement_id = statement.id AND x.recorded_at <= ${r})
      AND NOT EXISTS (SELECT FROM statement n WHERE n.root_id = statement.root_id AND n.seq > statement.seq AND n.recorded_at <= ${r})
    UNION ALL
    SELECT 'said', spoken.id, ${e.rank} + 2, -(source.published_latest - '1970-01-01'::date), spoken.speaker
    FROM spoken JOIN source ON source.id = spoken.source_id AND ${known}
    LEFT JOIN status_change c ON c.id = spoken.status_change_id
    WHERE spoken.recorded_at <= ${r}
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = spoken.id AND x.recorded_at <= ${r})
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.recorded_at <= ${r}
                      AND (x.status_change_id = spoken.status_change_id OR x.listing_id = spoken.listing_id))
      AND NOT EXISTS (SELECT FROM status_change n WHERE n.root_id = c.root_id AND n.seq > c.seq AND n.recorded_at <= ${r})
      AND NOT EXISTS (SELECT FROM listing n WHERE n.supersedes_id = spoken.listing_id AND n.recorded_at <= ${r})`;
}
