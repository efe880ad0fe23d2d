import type { Db } from "@/data/db";
import type { ChangeFilter } from "@/domain/change-filter";
import type { ChangeGroup } from "@/domain/change-groups";
import { CHANGE_KINDS, type ChangeKind, type GroupCount } from "@/domain/change-rows";
import type { Id } from "@/domain/claims";
import { slackOf } from "@/domain/pages";
import { Prisma } from "@/generated/prisma/client";
import type { Period } from "./change-candidates";
import { NAMED, NAMES, type NamedDeal } from "./change-rows";
import type { BetweenQuery } from "./changes-between";
import { dealsOfFilter } from "./deals-of-filter";
import { differencesSql, endsOf } from "./difference-sql";
import { jsonLists, jsonRows } from "./json-rows";
import { judgedSql } from "./judged-sql";
import { fromStoredSql, untouchedSql } from "./spans-sql";

const { sql, join } = Prisma;

/** A difference as the database finds it: its kind, claim and deal. */
export type FoundDifference = { readonly kind: ChangeKind; readonly claim_id: Id } & NamedDeal;
/** The same as a line of a list: in a group that has `of` lines in its kind. */
export type LineRow = FoundDifference & {
  readonly key: string;
  readonly name: string;
  readonly of: number;
};
type Counted = { readonly kind: ChangeKind; readonly total: number; readonly lines: number };

/** At most so many groups are told; there are as many as there are manufacturers or carriers. */
const MOST_GROUPS = 1_000;

/** How many differences there are of each kind and in each group, and the page of lines that is asked for. One query. */
export async function countedDifferences(db: Db, query: BetweenQuery) {
  const { group, part } = query;
  const kinds = part ? [part] : CHANGE_KINDS;
  const pages = kinds.map((kind) => sql`(${pageSql(kind, query)})`);
  return jsonLists<{ counts: Counted[]; groups: GroupCount[]; lines: LineRow[] }>(
    db,
    {
      counts: sql`
        SELECT k.kind, count(*)::int AS total,
               (SELECT sum(s.of)::int FROM sized s WHERE s.kind = k.kind) AS lines
        FROM kept k GROUP BY k.kind`,
      groups: group
        ? sql`
        SELECT s.key, min(s.name) AS name, ${kindCount("world")} AS world, ${kindCount("corrected")} AS corrected,
               ${kindCount("evidence")} AS evidence
        FROM sized s GROUP BY s.key ORDER BY sum(s.of) DESC, min(s.name_key), s.key LIMIT ${MOST_GROUPS}`
        : sql`SELECT WHERE false`,
      lines: sql`
        SELECT l.kind, l.claim_id, l.key, l.name, l.of, d.id, ${NAMES}
        FROM (${join(pages, " UNION ALL ")}) l JOIN deal d ON d.id = l.deal_id ${NAMED}
        ORDER BY l.kind, ${ORDER}`,
    },
    sql`WITH RECURSIVE ${keptSql(query)}, placed AS ${group ? sql`MATERIALIZED` : sql`NOT MATERIALIZED`} (${placedSql(group)}),
      sized AS MATERIALIZED (
        SELECT p.kind, p.key, min(p.name) AS name, min(p.name_key) AS name_key, count(*)::int AS of
        FROM placed p GROUP BY p.kind, p.key
      )`,
  );
}

/** Lines of a kind: the largest group first, each oldest first. */
const ORDER = sql`l.of DESC, l.name_key, l.key, l.day, l.claim_id`;

/** On how many pages the lines of a kind stand, as `pagesOf` counts. */
const pagesSql = (kind: ChangeKind, size: number) => sql`(
  SELECT greatest((sum(s.of) - ${slackOf(size)}::int + ${size}::int - 1) / ${size}::int, 1) FROM sized s WHERE s.kind = ${kind})`;

/** A page of the lines of one kind; one past the end is the last, which also holds what would be left over. */
const pageSql = (kind: ChangeKind, { page, size }: BetweenQuery) => sql`
  SELECT l.* FROM (
    SELECT p.kind, p.claim_id, p.deal_id, p.day, p.key, s.name, s.name_key, s.of
    FROM placed p JOIN sized s ON s.kind = p.kind AND s.key = p.key WHERE p.kind = ${kind}
  ) l
  ORDER BY ${ORDER}
  LIMIT ${size}::int + CASE WHEN ${page}::bigint < ${pagesSql(kind, size)} THEN 0 ELSE ${slackOf(size)}::int END
  OFFSET (least(${page}::bigint, ${pagesSql(kind, size)}) - 1) * ${size}::int`;

const kindCount = (kind: ChangeKind) => sql`coalesce(sum(s.of) FILTER (WHERE s.kind = ${kind}), 0)::int`;

type BareDifference = Pick<FoundDifference, "kind" | "claim_id" | "id">;

/** How many differences a comparison has, and the first `limit` in the order of its file: by kind, then oldest first. One query. */
export async function allDifferences(
  db: Db,
  query: Omit<BetweenQuery, "group" | "size" | "page">,
  limit: number,
): Promise<{ total: number; found: BareDifference[] }> {
  const ofPart = query.part ? sql`k.kind = ${query.part}` : sql`true`;
  const { found, counts } = await jsonLists<{ counts: { total: number }[]; found: BareDifference[] }>(
    db,
    {
      counts: sql`SELECT count(*)::int AS total FROM kept k WHERE ${ofPart}`,
      found: sql`SELECT k.kind, k.claim_id, k.deal_id AS id FROM kept k WHERE ${ofPart}
        ORDER BY array_position(ARRAY['world', 'corrected', 'evidence'], k.kind), k.day, k.claim_id LIMIT ${limit}`,
    },
    sql`WITH RECURSIVE ${keptSql(query)}`,
  );
  return { total: counts[0]?.total ?? 0, found };
}

/** The same with the names of their deals. One query. */
export async function namedDifferences(db: Db, found: readonly BareDifference[]): Promise<FoundDifference[]> {
  const ids = [...new Set(found.map(({ id }) => id))];
  const names = await jsonRows<NamedDeal>(
    db,
    sql`SELECT d.id, ${NAMES} FROM deal d ${NAMED} WHERE d.id = ANY (${ids}::uuid[])`,
  );
  const byDeal = new Map(names.map((deal) => [deal.id, deal]));
  return found.flatMap((line) => {
    const deal = byDeal.get(line.id);
    return deal ? [{ ...line, ...deal }] : [];
  });
}

/** `kept`: of the differences those that the filter leaves, as `keepsRow` does. */
function keptSql(query: Period & { readonly filter: ChangeFilter }): Prisma.Sql {
  const { status, reason, certainty } = query.filter;
  const conditions = [
    ...(status ? [sql`c.status = ${status}`] : []),
    ...(reason === "none" ? [sql`c.reasons = '{}'`] : []),
    ...(reason && reason !== "none" ? [sql`${reason} = ANY (c.reasons)`] : []),
    ...(certainty
      ? [sql`f.claim_id IN (SELECT j.claim_id FROM judged j WHERE j.certainty = ${certainty})`]
      : []),
  ];
  const judged = certainty ? sql`, judged AS MATERIALIZED (${certaintySql(query)})` : Prisma.empty;
  return sql`${differencesSql(query, dealsOfFilter(query.filter))}${judged},
    kept AS MATERIALIZED (
      SELECT f.* FROM found f ${status || reason ? sql`JOIN status_change c ON c.id = f.claim_id` : Prisma.empty}
      WHERE ${conditions.length > 0 ? join(conditions, " AND ") : sql`true`})`;
}

/** How certain the found claims that stand are at the end: as stored for deals that the record did not touch since, else judged. */
function certaintySql(query: Period): Prisma.Sql {
  const { is } = endsOf(query);
  const columns = sql`s.claim_id, s.certainty`;
  const standing = sql`found f JOIN deal d ON d.id = f.deal_id AND f.stands`;
  // Not as the record's instant had it: sources may read at both ends as they do now.
  const stored = sql`
    SELECT s.claim_id, s.certainty FROM ${standing} AND ${untouchedSql(is)}
    CROSS JOIN LATERAL (SELECT * FROM (${fromStoredSql({ ...is, record: null }, null, columns, sql`s.claim_id = f.claim_id`)}) s OFFSET 0) s`;
  if (is.record === null) return stored;
  return sql`
    ${stored}
    UNION ALL
    SELECT j.claim_id, j.certainty
    FROM (${judgedSql(is, sql`SELECT f.claim_id FROM ${standing} AND NOT (${untouchedSql(is)})`)}) j`;
}

/** Each difference in its groups, `key` being empty where there is none: one with several reasons stands in each of them. */
function placedSql(by: ChangeGroup | null): Prisma.Sql {
  if (by === "reason")
    return sql`SELECT k.*, coalesce(r.reason, '') AS key, coalesce(r.reason, '') AS name, coalesce(r.reason, '') AS name_key
      FROM kept k JOIN status_change c ON c.id = k.claim_id LEFT JOIN LATERAL unnest(c.reasons) r (reason) ON true`;
  if (by === null)
    return sql`SELECT k.*, ''::text AS key, ''::text AS name, ''::text AS name_key FROM kept k`;
  const name = by === "carrier" ? sql`g.name || ' (' || g.country || ')'` : sql`g.name`;
  const named = by === "carrier" ? sql`g.id = d.carrier_id` : sql`g.id = v.manufacturer_id`;
  return sql`SELECT k.*, g.slug AS key, ${name} AS name, g.name_key FROM kept k JOIN deal d ON d.id = k.deal_id
    JOIN device v ON v.id = d.device_id JOIN ${by === "carrier" ? sql`carrier` : sql`manufacturer`} g ON ${named}`;
}
