import type { View } from "@/domain/claims";
import { type SearchWord, type SearchWords, wordPattern } from "@/domain/search-words";
import { type EvidenceMark, isFiltered, type SearchFilter } from "@/formats/search-query";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { knownSql, recordSql } from "./view-sql";

/**
 * What a search finds, in SQL. Every text that is searched has a column `words` with a trigram index (migration 0005); a
 * text's *mask* says which of the search's words it holds, a bit each. A thing is found when its texts, and those of its
 * maker, hold all words; a deal when its device and carrier do together.
 */

const { sql, join, raw } = Prisma;
const like = (key: string) => `%${wordPattern(key)}%`;
const holdsWord = (column: Prisma.Sql, { keys }: SearchWord) =>
  sql`(${join(
    keys.map((key) => sql`${column} LIKE ${like(key)}`),
    " OR ",
  )})`;
/** The mask of a text that holds every word. */
export const fullMask = ({ words }: SearchWords) => 2 ** words.length - 1;

/** Pieces for the texts of one table. `exact`: whether a row bears exactly the name that is looked for. */
function texts(search: SearchWords, table: string, exact: Prisma.Sql = sql`false`) {
  const { words, whole } = search;
  const column = raw(`${table}.words`);
  const holdsWhole = sql`${column} LIKE ${like(whole)}`;
  const bits = words.map(
    (word, i) => sql`CASE WHEN ${holdsWord(column, word)} THEN ${2 ** i}::int ELSE 0 END`,
  );
  return {
    some: sql`(${join([...words.map((word) => holdsWord(column, word)), holdsWhole], " OR ")})`,
    all: sql`((${join(
      words.map((word) => holdsWord(column, word)),
      " AND ",
    )}) OR ${holdsWhole})`,
    mask: sql`CASE WHEN ${holdsWhole} THEN ${fullMask(search)}::int ELSE ${join(bits, " | ")} END`,
    rank: sql`CASE WHEN ${exact} THEN 0 WHEN ${column} LIKE ${`% ${whole}%`} THEN 1 WHEN ${holdsWhole} THEN 2 ELSE 3 END`,
  };
}

const RECORDED = (view: View) => sql`coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;
const KNOWN = (view: View) => sql`coalesce(${knownSql(view)}, 'infinity'::date)`;

/** Names and aliases that hold some of the words. */
function namedSql(search: SearchWords): Prisma.Sql {
  const named = (kind: string) => {
    const t = texts(search, kind, sql`name_key = ${search.whole}`);
    return sql`SELECT ${kind}::text AS kind, id, ${t.mask} AS mask, ${t.rank} AS rank, NULL::text AS alias_kind,
      NULL::text AS alias FROM ${raw(kind)} WHERE ${t.some}`;
  };
  const a = texts(search, "alias", sql`alias.key = ${search.whole}`);
  return sql`
    ${join(["manufacturer", "carrier", "retailer", "device"].map(named), " UNION ALL ")}
    UNION ALL
    SELECT CASE WHEN device_id IS NOT NULL THEN 'device' WHEN carrier_id IS NOT NULL THEN 'carrier'
                WHEN manufacturer_id IS NOT NULL THEN 'manufacturer' ELSE 'retailer' END,
           coalesce(device_id, carrier_id, manufacturer_id, retailer_id), ${a.mask}, ${a.rank}, alias.kind, alias.text
    FROM alias WHERE ${a.some}`;
}

/** What somebody said that stands under the view, found by who said it: a statement, or evidence that names a speaker. */
function saidSql(search: SearchWords, view: View): Prisma.Sql {
  const s = texts(search, "statement");
  const e = texts(search, "evidence");
  const r = RECORDED(view);
  const gone = (table: string) => sql`EXISTS (
    SELECT FROM retraction x WHERE x.${raw(`${table}_id`)} = ${raw(table)}.id AND x.recorded_at <= ${r})`;
  const published = sql`source.published_latest <= ${KNOWN(view)}`;
  return sql`
    SELECT 'said' AS kind, statement.id, ${s.rank} + 2 AS rank, -(statement.date_earliest - '1970-01-01'::date) AS near,
           statement.speaker AS name
    FROM statement JOIN source ON source.id = statement.source_id AND ${published}
    WHERE ${s.all} AND statement.recorded_at <= ${r} AND NOT ${gone("statement")}
      AND NOT EXISTS (SELECT FROM statement n WHERE n.root_id = statement.root_id AND n.seq > statement.seq AND n.recorded_at <= ${r})
    UNION ALL
    SELECT 'said', evidence.id, ${e.rank} + 2, -(source.published_latest - '1970-01-01'::date), evidence.speaker
    FROM evidence JOIN source ON source.id = evidence.source_id AND ${published}
    LEFT JOIN status_change c ON c.id = evidence.status_change_id
    WHERE ${e.all} AND evidence.recorded_at <= ${r} AND NOT ${gone("evidence")}
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.recorded_at <= ${r}
                      AND (x.status_change_id = evidence.status_change_id OR x.listing_id = evidence.listing_id))
      AND NOT EXISTS (SELECT FROM status_change n WHERE n.root_id = c.root_id AND n.seq > c.seq AND n.recorded_at <= ${r})
      AND NOT EXISTS (SELECT FROM listing n WHERE n.supersedes_id = evidence.listing_id AND n.recorded_at <= ${r})`;
}

/**
 * `WITH` up to and including the tables `named` (name and alias texts that hold some words), `entity`, `dev` and `car`
 * (things, their masks and ranks), and `pair` (the deals found: deal_id, device_id, manufacturer_id, country, rank, name). The caller goes on with
 * `, more AS (…) SELECT …`.
 */
export function foundSql(search: SearchWords, view: View): Prisma.Sql {
  const full = fullMask(search);
  return sql`WITH named AS MATERIALIZED (${namedSql(search)}),
  entity AS MATERIALIZED (
    SELECT kind, id, bit_or(mask) AS mask,
           CASE WHEN bool_or(mask = ${full}) THEN min(rank) FILTER (WHERE mask = ${full}) ELSE 3 END AS rank
    FROM named GROUP BY kind, id
  ),
  car AS MATERIALIZED (SELECT id, mask, rank FROM entity WHERE kind = 'carrier'),
  dev AS MATERIALIZED (
    SELECT d.id, coalesce(e.mask, 0) | coalesce(m.mask, 0) AS mask,
           CASE WHEN e.mask = ${full} THEN e.rank ELSE 4 END AS rank
    FROM (
      SELECT id FROM entity WHERE kind = 'device'
      UNION
      SELECT d.id FROM entity m JOIN device d ON d.manufacturer_id = m.id
      WHERE m.kind = 'manufacturer'
    ) c
    JOIN device d ON d.id = c.id AND d.created_at <= ${RECORDED(view)}
    LEFT JOIN entity e ON e.kind = 'device' AND e.id = d.id
    LEFT JOIN entity m ON m.kind = 'manufacturer' AND m.id = d.manufacturer_id
  ),
  -- A deal that needs both its sides is what was meant; one that has all from a single side comes after the thing itself.
  pair AS MATERIALIZED (
    SELECT d.id AS deal_id, d.device_id, v.manufacturer_id, c.country, min(x.rank) AS rank, v.name || ' ' || c.name AS name
    FROM (
      SELECT d.id, 5 AS rank FROM dev JOIN deal d ON d.device_id = dev.id WHERE dev.mask = ${full}
      UNION ALL
      SELECT d.id, 5 FROM car JOIN deal d ON d.carrier_id = car.id WHERE car.mask = ${full}
      UNION ALL
      SELECT d.id, CASE WHEN dev.mask = ${full} OR car.mask = ${full} THEN 5 ELSE 1 END
      FROM dev JOIN deal d ON d.device_id = dev.id JOIN car ON car.id = d.carrier_id WHERE (dev.mask | car.mask) = ${full}
    ) x
    JOIN deal d ON d.id = x.id AND d.created_at <= ${RECORDED(view)}
    JOIN device v ON v.id = d.device_id
    JOIN carrier c ON c.id = d.carrier_id
    GROUP BY d.id, v.id, c.id
  )`;
}

/** Everything found, of every kind: kind, id, rank, near (smaller is nearer), name. Goes on from `foundSql`. */
export function allFoundSql(search: SearchWords, view: View): Prisma.Sql {
  const full = fullMask(search);
  const s = texts(
    search,
    "source",
    sql`EXISTS (SELECT FROM publisher p WHERE p.name = source.publisher AND p.key = ${search.whole})`,
  );
  const p = texts(search, "policy_action");
  const simple = (kind: string) => sql`
    SELECT e.kind, e.id, e.rank, length(t.name) AS near, t.name FROM entity e JOIN ${raw(kind)} t ON t.id = e.id
    WHERE e.kind = ${kind}::text AND e.mask = ${full} AND t.created_at <= ${RECORDED(view)}`;
  return sql`
    ${join(["manufacturer", "carrier", "retailer"].map(simple), " UNION ALL ")}
    UNION ALL
    SELECT 'device', v.id, v.rank, length(t.name), t.name FROM dev v JOIN device t ON t.id = v.id WHERE v.mask = ${full}
    UNION ALL
    SELECT 'deal', deal_id, rank, 0, name FROM pair
    UNION ALL
    SELECT 'policy-action', policy_action.id, ${p.rank} + 1, -(date_earliest - '1970-01-01'::date), title FROM policy_action
    WHERE ${p.all} AND created_at <= ${RECORDED(view)} AND date_earliest <= ${KNOWN(view)}
    UNION ALL
    SELECT 'source', source.id, ${s.rank} + 2, -(published_latest - '1970-01-01'::date), slug FROM source
    WHERE ${s.all} AND created_at <= ${RECORDED(view)} AND published_latest <= ${KNOWN(view)}
    UNION ALL
    SELECT * FROM (${saidSql(search, view)}) said`;
}

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

/** The deals found and the status of each on the view's day, if it has one. Goes on from `foundSql`. */
export const pairsSql = (view: View): Prisma.Sql => sql`
  pair p JOIN manufacturer m ON m.id = p.manufacturer_id
  LEFT JOIN (${boardSql(view, sql`SELECT deal_id FROM pair`)}) b ON b.deal_id = p.deal_id`;

/** What a filter asks of deals, beside the maker, which devices have themselves. */
export const ofDeals = (filter: SearchFilter): SearchFilter => ({ ...filter, manufacturer: null });

/** Like `allFoundSql`, of deals that pass the filter, and of devices of the maker that have such a deal. */
export function filteredSql(search: SearchWords, view: View, filter: SearchFilter): Prisma.Sql {
  const { manufacturer } = filter;
  const maker = manufacturer === null ? sql`true` : sql`m.slug = ${manufacturer}::text`;
  const having = isFiltered(ofDeals(filter))
    ? sql`v.id IN (SELECT p.device_id FROM ${pairsSql(view)} WHERE ${passes(ofDeals(filter))})`
    : sql`true`;
  return sql`
    SELECT 'deal' AS kind, p.deal_id AS id, p.rank, 0 AS near, p.name FROM ${pairsSql(view)} WHERE ${passes(filter)}
    UNION ALL
    SELECT 'device', v.id, v.rank, length(t.name), t.name FROM dev v JOIN device t ON t.id = v.id
    JOIN manufacturer m ON m.id = t.manufacturer_id
    WHERE v.mask = ${fullMask(search)} AND ${maker} AND ${having}`;
}
