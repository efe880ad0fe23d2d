import { Prisma } from "@/generated/prisma/client";

/** SELECTs whose rows the mappers of data/rows.ts read; each names its table's claims `c`. */

/** An instant in the one form that the record uses. */
export const instantSql = (column: string) =>
  Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** When and by whom a row `t` was recorded, joined as `${t}_by`. */
const recorded = (
  t: string,
  as = "",
) => Prisma.sql`${instantSql(`${t}.recorded_at`)} AS ${Prisma.raw(`${as}at`)},
  ${Prisma.raw(`${t}_by.name AS ${as}by, ${t}.command_id AS ${as}command`)}`;

/** The retraction of row `t`, which may not be there; `column` of the table `retraction` names it. */
const withRetraction = (t: string, column: string) =>
  Prisma.raw(`
    JOIN "user" ${t}_by ON ${t}_by.id = ${t}.recorded_by_id
    LEFT JOIN retraction x ON x.${column} = ${t}.id
    LEFT JOIN "user" x_by ON x_by.id = x.recorded_by_id`);

const CLAIM = Prisma.sql`c.id, c.seq, c.verb, c.supersedes_id, c.correction_reason, ${recorded("c")},
  x.reason AS retracted_why, ${recorded("x", "retracted_")}`;

/** Status claims of which `where` is true, oldest record first: rows for `toStatusClaim`. */
export const statusClaimSql = (where: Prisma.Sql) => Prisma.sql`
  SELECT ${CLAIM}, c.deal_id, c.status, c.effective_text, c.effective_words, c.target_text, c.target_words, c.reasons,
         c.exclusive, c.note,
         ARRAY(SELECT p.policy_action_id FROM status_change_policy_action p WHERE p.status_change_id = c.id) AS policies
  FROM status_change c ${withRetraction("c", "status_change_id")}
  WHERE ${where} ORDER BY c.seq`;

/** Listings of which `where` is true: rows for `toListing`. */
export const listingSql = (where: Prisma.Sql) => Prisma.sql`
  SELECT ${CLAIM}, c.device_id, c.retailer_id, c.market, c.from_text, c.to_text, c.note
  FROM listing c ${withRetraction("c", "listing_id")}
  WHERE ${where} ORDER BY c.seq`;

/** Statements of which `where` is true, in time: rows for `toStatement`. */
export const statementSql = (where: Prisma.Sql) => Prisma.sql`
  SELECT ${CLAIM}, c.speaker, c.org, c.date_text, c.device_id, c.carrier_id, c.manufacturer_id, c.policy_action_id,
         c.stance, c.quote, c.summary, c.source_id
  FROM statement c ${withRetraction("c", "statement_id")}
  WHERE ${where} ORDER BY c.date_earliest, c.seq`;

/** The evidence of the claims of which `where` is true, oldest record first: rows for `toEvidence`. */
export const evidenceSql = (table: "status_change" | "listing", where: Prisma.Sql) => {
  const [claims, column] = [Prisma.raw(table), Prisma.raw(`e.${table}_id`)];
  return Prisma.sql`
    SELECT ${column} AS claim, e.id, e.source_id, e.stance, e.attribution, e.speaker, e.quote, e.via_not_named,
           ARRAY(SELECT v.source_id FROM evidence_via v WHERE v.evidence_id = e.id) AS via, ${recorded("e")},
           x.reason AS retracted_why, ${recorded("x", "retracted_")}
    FROM ${claims} c JOIN evidence e ON ${column} = c.id ${withRetraction("e", "evidence_id")}
    WHERE ${where} ORDER BY e.seq`;
};
