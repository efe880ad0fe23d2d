import type { View } from "@/domain/claims";
import type { SearchWords } from "@/domain/search-words";
import { Prisma } from "@/generated/prisma/client";
import { saidSql } from "./search-said";
import { fullMask, published, recorded, texts } from "./search-texts";

/**
 * What a search finds, in SQL. A thing is found when its texts, and those of its maker, hold all words of the search; a deal
 * when its device and carrier do together.
 */

const { sql, join, raw } = Prisma;

const KINDS = ["manufacturer", "carrier", "retailer", "device"] as const;
type NamedKind = (typeof KINDS)[number];

/** The table `<kind>_hit`: things of a kind whose names and aliases hold some of the words, with mask and rank. */
function namedSql(search: SearchWords, kind: NamedKind): Prisma.Sql {
  const t = texts(search, kind, sql`name_key = ${search.whole}`);
  const owner = raw(`${kind}_id`);
  return sql`${raw(`${kind}_hit`)} AS MATERIALIZED (
    SELECT id, bit_or(mask) AS mask, coalesce(min(rank) FILTER (WHERE mask >= ${fullMask(search)}), 3) AS rank FROM (
      SELECT id, ${t.mask} AS mask, ${t.rank} AS rank FROM ${raw(kind)} WHERE ${t.some}
      UNION ALL
      SELECT ${owner}, mask, rank FROM alias_hit WHERE ${owner} IS NOT NULL
    ) named GROUP BY id)`;
}

/**
 * `WITH` up to and including the tables `manufacturer_hit`, `carrier_hit`, `retailer_hit` and `dev` (things that hold some of
 * the words, devices also through their makers: id, mask, rank) and `pair` (the deals found: deal_id, device_id,
 * manufacturer_id, country, rank, name). The caller goes on with `, more AS (…) SELECT …`.
 *
 * Written for the planner, which has no idea how much a pattern finds: masks are gathered by grouping, not by joining, and
 * compared by `>=`, which it takes for a third of the rows and `=` for one row, and then joins in a loop what are thousands.
 */
export function foundSql(search: SearchWords, view: View): Prisma.Sql {
  const full = fullMask(search);
  const inRecord = sql`d.created_at <= ${recorded(view)}`;
  const a = texts(search, "alias", sql`alias.key = ${search.whole}`);
  return sql`WITH alias_hit AS MATERIALIZED (
    SELECT manufacturer_id, carrier_id, retailer_id, device_id, ${a.mask} AS mask, ${a.rank} AS rank FROM alias WHERE ${a.some}
  ),
  ${join(KINDS.map((kind) => namedSql(search, kind)))},
  dev AS MATERIALIZED (
    SELECT x.id, bit_or(x.mask) AS mask, min(x.rank) AS rank FROM (
      SELECT id, mask, CASE WHEN mask >= ${full} THEN rank ELSE 4 END AS rank FROM device_hit
      UNION ALL
      SELECT d.id, m.mask, 4 FROM manufacturer_hit m JOIN device d ON d.manufacturer_id = m.id
    ) x GROUP BY x.id
  ),
  -- The words that the other side of a deal may add. A thing that lacks more than those is in no deal that is found: of the
  -- thousands that hold one word of "meridian pro" only those that hold both have their deals read, as no carrier holds either.
  adds AS MATERIALIZED (
    SELECT (SELECT coalesce(bit_or(mask), 0) FROM carrier_hit) AS carrier, (SELECT coalesce(bit_or(mask), 0) FROM dev) AS device
  ),
  -- A deal that needs both its sides is what was meant; one that has all from a single side comes after the thing itself.
  pair AS MATERIALIZED (
    SELECT x.id AS deal_id, x.device_id, v.manufacturer_id, c.country, x.rank, v.name || ' ' || c.name AS name
    FROM (
      SELECT y.id, y.device_id, y.carrier_id, CASE WHEN bool_or(y.mask >= ${full}) THEN 5 ELSE 1 END AS rank FROM (
        SELECT d.id, d.device_id, d.carrier_id, dev.mask FROM dev JOIN deal d ON d.device_id = dev.id AND ${inRecord}
        WHERE (dev.mask | (SELECT carrier FROM adds)) >= ${full}
        UNION ALL
        SELECT d.id, d.device_id, d.carrier_id, c.mask FROM carrier_hit c JOIN deal d ON d.carrier_id = c.id AND ${inRecord}
        WHERE (c.mask | (SELECT device FROM adds)) >= ${full}
      ) y GROUP BY y.id, y.device_id, y.carrier_id HAVING bit_or(y.mask) >= ${full}
    ) x
    JOIN device v ON v.id = x.device_id
    JOIN carrier c ON c.id = x.carrier_id
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
    SELECT ${kind}::text AS kind, e.id, e.rank, length(t.name) AS near, t.name
    FROM ${raw(`${kind}_hit`)} e JOIN ${raw(kind)} t ON t.id = e.id WHERE e.mask >= ${full} AND t.created_at <= ${recorded(view)}`;
  return sql`
    ${join(["manufacturer", "carrier", "retailer"].map(simple), " UNION ALL ")}
    UNION ALL
    SELECT 'device', v.id, v.rank, length(t.name), t.name FROM dev v JOIN device t ON t.id = v.id
    WHERE v.mask >= ${full} AND t.created_at <= ${recorded(view)}
    UNION ALL
    SELECT 'deal', deal_id, rank, 0, name FROM pair
    UNION ALL
    SELECT 'policy-action', policy_action.id, ${p.rank} + 1, -(date_earliest - '1970-01-01'::date), title FROM policy_action
    WHERE ${p.all} AND created_at <= ${recorded(view)} AND date_earliest <= ${published(view)}
    UNION ALL
    SELECT 'source', source.id, ${s.rank} + 2, -(published_latest - '1970-01-01'::date), slug FROM source
    WHERE ${s.all} AND created_at <= ${recorded(view)} AND published_latest <= ${published(view)}
    UNION ALL
    SELECT * FROM (${saidSql(search, view)}) said`;
}
