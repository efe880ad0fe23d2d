import { Prisma } from "@/generated/prisma/client";

const { sql } = Prisma;

const TWINS = ["twin-devices", "twin-carriers", "twin-sources"] as const;
type Twins = (typeof TWINS)[number];
export const isTwins = (kind: string): kind is Twins => TWINS.some((one) => one === kind);

/** Words by which two records of one thing often differ, as they stand in name keys. */
const RADIO = "(4g|5g|lte|dualsim|duos)+$";
/** What such names end with, to look at few by the pattern. */
const RADIO_ENDS = ["%4g", "%5g", "%lte", "%sim", "%duos"];
const TRADE =
  "(wireless|mobile|telecommunications|telecom|communications|cellular|networks?|group|inc|ltd|plc)";

/** Names of one spelling key that are less alike than this are two: short ones have little but vowels. */
const SIMILAR = 0.5;

/**
 * Pairs that may be one thing, in the shape of `attentionSql`, of the whole record. What is alike is alike by a key, so that
 * nothing here grows with the square of the record.
 */
export function twinsSql(kind: Twins): Prisma.Sql {
  if (kind === "twin-devices") return pairs("device", DEVICES);
  return kind === "twin-carriers" ? pairs("carrier", CARRIERS) : pairs("source", SOURCES);
}

/** SELECTs of pairs of ids, `a` < `b`. */
const sharedAlias = (column: Prisma.Sql, kinds: readonly string[]) => sql`
  SELECT a.${column} AS a, b.${column} AS b FROM alias a
  JOIN alias b ON b.key = a.key AND b.kind = a.kind AND b.${column} > a.${column}
  WHERE a.kind = ANY (${[...kinds]}) AND length(a.key) > 2`;
const nameIsAlias = (table: Prisma.Sql, column: Prisma.Sql) => sql`
  SELECT least(e.id, a.${column}), greatest(e.id, a.${column}) FROM ${table} e
  JOIN alias a ON a.key = e.name_key AND a.kind = 'name' AND a.${column} <> e.id`;
/** One is called as the other is without such a word; "China Mobile" and "China Telecom" are two. */
const oneWordMore = (table: Prisma.Sql, words: string, ends: readonly string[], owner: Prisma.Sql) => sql`
  SELECT least(e.id, o.id), greatest(e.id, o.id) FROM ${table} e
  JOIN ${table} o ON o.${owner} = e.${owner} AND o.name_key = regexp_replace(e.name_key, ${words}, '', 'g') AND o.id <> e.id
  WHERE e.name_key LIKE ANY (${[...ends]})`;
/** Spelled alike: vowels, or doubled letters, are all that differs. The key keeps digits ("S8", "S9"). */
const spelledAlike = (table: Prisma.Sql, owner: Prisma.Sql) => sql`
  SELECT n.id, e.id FROM ${table} n
  JOIN ${table} e ON e.${owner} = n.${owner} AND e.spelling = n.spelling AND e.id > n.id
  WHERE similarity(e.name_key, n.name_key) >= ${SIMILAR}`;

const DEVICES = sql`
  SELECT p.a, p.b FROM (
    ${sharedAlias(sql`device_id`, ["name", "model", "code-name"])}
    UNION ${nameIsAlias(sql`device`, sql`device_id`)}
    UNION ${oneWordMore(sql`device`, RADIO, RADIO_ENDS, sql`manufacturer_id`)}
    UNION ${spelledAlike(sql`device`, sql`manufacturer_id`)}
  ) p JOIN device x ON x.id = p.a JOIN device y ON y.id = p.b AND y.manufacturer_id = x.manufacturer_id`;

const CARRIERS = sql`
  SELECT p.a, p.b FROM (
    ${sharedAlias(sql`carrier_id`, ["name", "mcc-mnc"])}
    UNION ${nameIsAlias(sql`carrier`, sql`carrier_id`)}
    UNION ${oneWordMore(sql`carrier`, TRADE, ["%"], sql`country`)}
    UNION ${spelledAlike(sql`carrier`, sql`country`)}
  ) p JOIN carrier x ON x.id = p.a JOIN carrier y ON y.id = p.b AND y.country = x.country AND y.kind = x.kind`;

/** An unseen report without a headline may be any report of that day, so two of them are worth a look. */
const SOURCES = sql`
  SELECT x.ids[1] AS a, unnest(x.ids[2:]) AS b FROM (
    SELECT (SELECT array_agg(s.id ORDER BY s.created_at, s.id) FROM source s
            WHERE s.publisher = g.publisher AND s.published_text = g.published_text
              AND lower(coalesce(s.title, '')) = g.title) AS ids
    FROM (SELECT publisher, published_text, lower(coalesce(title, '')) AS title FROM source
          GROUP BY publisher, published_text, lower(coalesce(title, '')) HAVING count(*) > 1) g) x`;

const pairs = (kind: "device" | "carrier" | "source", found: Prisma.Sql) => sql`
  SELECT x.slug || '+' || y.slug AS subject, x.version || '.' || y.version AS state,
         greatest(x.created_at, y.created_at)::date AS day, ${MAKER[kind]} AS maker,
         ${kind === "carrier" ? sql`x.slug` : sql`NULL::text`} AS carrier,
         jsonb_build_object('of', 'twins', 'entity', ${kind}::text, 'one', ${named("x", kind)}, 'other', ${named("y", kind)},
           'more', ${MORE[kind]}) AS about
  FROM (${found}) t JOIN ${Prisma.raw(kind)} x ON x.id = t.a JOIN ${Prisma.raw(kind)} y ON y.id = t.b`;

const named = (e: string, kind: "device" | "carrier" | "source") =>
  Prisma.raw(
    `jsonb_build_object('slug', ${e}.slug, 'name', ${kind === "source" ? `coalesce(${e}.title, ${e}.slug)` : `${e}.name`})`,
  );
const MAKER = {
  device: sql`(SELECT m.slug FROM manufacturer m WHERE m.id = x.manufacturer_id)`,
  carrier: sql`NULL::text`,
  source: sql`NULL::text`,
} as const;
const MORE = {
  device: sql`(SELECT m.name FROM manufacturer m WHERE m.id = x.manufacturer_id)`,
  carrier: sql`x.country`,
  source: sql`x.publisher`,
} as const;
