import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import { PAGE_SIZE, pageOf } from "@/domain/deal-rows";
import type { Day } from "@/domain/edtf";
import type { CarrierAbout } from "@/domain/entity-pages";
import { type CarrierSpells, SPELL_ENDS, type SpellEnd, type SpellLine, spellsLeft } from "@/domain/spells";
import type { SpellReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { ALL_DEALS, dealsOf, pastSql } from "./deal-scope";
import { carrierAbout } from "./entity-about";
import { heardSql, spellsSql } from "./spells-sql";
import { daySql } from "./view-sql";

const { sql } = Prisma;

type Asked = Pick<SpellReading, "filter" | "sort" | "page"> & { readonly view: View };
type Filter = Asked["filter"];

/** A page of the spells on sale at a carrier, and how they ended; null: no such carrier. Three queries. */
export async function carrierSpells(
  db: Db,
  slug: string,
  { view, filter, sort, page: asked }: Asked,
): Promise<CarrierSpells | null> {
  const about = await carrierAbout(db, slug, view);
  if (!about) return null;
  const counted = await db.$queryRaw<{ became: SpellEnd | null; n: number; from: Day; to: Day }[]>`
    ${spells(about, view, filter)}
    SELECT s.became, count(*)::int AS n, min(s.begins)::text AS from,
           max(CASE WHEN e.id IS NULL THEN ${daySql(view.on)}
                    ELSE greatest(s.begins, least(e.effective_latest, ${daySql(view.on)})) END)::text AS to
    FROM spells s LEFT JOIN status_change e ON e.id = s.ended_by
    WHERE ${lengthSql(filter)} GROUP BY 1`;
  const numberOf = (became: SpellEnd | null) => counted.find((c) => c.became === became)?.n ?? 0;
  const counts = {
    going: numberOf(null),
    became: Object.fromEntries(SPELL_ENDS.map((s) => [s, numberOf(s)])) as Record<SpellEnd, number>,
  };
  const total = spellsLeft(counts, filter);
  const { page, pages } = pageOf(total, asked);
  const rows = await spellRows(db, about, {
    ...{ view, filter, sort },
    ...{ size: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE },
  });
  const [from] = counted.map((c) => c.from).sort();
  const [to] = counted.map((c) => c.to).sort((a, b) => (a < b ? 1 : -1));
  return { about, counts, rows, total, page, pages, span: from && to ? { from, to } : null };
}

type RowsQuery = Omit<Asked, "page"> & { readonly size: number; readonly skip: number };
type Row = {
  deal: Id;
  device: string;
  device_name: string;
  maker: string;
  maker_name: string;
  claim: Id;
  from: string;
  ended_by: Id | null;
  became: SpellEnd | null;
  to: string | null;
  heard: Day | null;
  at_least: number;
  at_most: number;
};

/** The spells that a filter leaves, in order, `size` of them after `skip`. */
export async function spellRows(
  db: Db,
  about: Pick<CarrierAbout, "slug">,
  { view, filter, sort, size, skip }: RowsQuery,
): Promise<SpellLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    ${spells(about, view, filter)}
    SELECT s.deal_id AS deal, v.slug AS device, v.name AS device_name, m.slug AS maker, m.name AS maker_name,
           s.claim_id AS claim, c.effective_text AS from, s.ended_by, s.became, e.effective_text AS to, s.heard::text,
           s.at_least, s.at_most
    FROM spells s
    JOIN status_change c ON c.id = s.claim_id
    LEFT JOIN status_change e ON e.id = s.ended_by
    JOIN deal d ON d.id = s.deal_id
    JOIN device v ON v.id = d.device_id
    JOIN manufacturer m ON m.id = v.manufacturer_id
    WHERE ${lengthSql(filter)} AND ${endSql(filter)}
    ORDER BY ${orderOf(sort)} LIMIT ${size} OFFSET ${skip}`;
  return rows.map((r) => ({
    deal: r.deal,
    device: { slug: r.device, name: r.device_name },
    maker: { slug: r.maker, name: r.maker_name },
    begun: { claim: r.claim, on: edtf(r.from) },
    ended: r.ended_by && r.became && r.to ? { claim: r.ended_by, status: r.became, on: edtf(r.to) } : null,
    heard: r.heard,
    atLeast: r.at_least,
    atMost: r.at_most,
  }));
}

/** The CTEs `past`, `heard` and `spells` of the deals that the filter names. */
function spells({ slug }: Pick<CarrierAbout, "slug">, view: View, { manufacturer }: Filter): Prisma.Sql {
  const deals = dealsOf({ ...ALL_DEALS, carrier: slug, manufacturer });
  return sql`WITH past AS MATERIALIZED (SELECT * FROM ${pastSql(view, deals)} p),
    heard AS MATERIALIZED (${heardSql(view, deals)}),
    spells AS MATERIALIZED (${spellsSql(view, sql`past`, sql`heard`)})`;
}

const lengthSql = ({ lasted, maylast }: Filter) => sql`
  ${lasted === null ? sql`true` : sql`s.at_least >= ${lasted}::int`}
  AND ${maylast === null ? sql`true` : sql`s.at_most >= ${maylast}::int`}`;

const endSql = ({ state, became }: Filter) => sql`
  ${state === null ? sql`true` : sql`(s.became IS NULL) = ${state === "going"}`}
  AND ${became === null ? sql`true` : sql`s.became = ${became}`}`;

function orderOf({ key, desc }: SpellReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC` : sql`ASC`;
  const names = sql`m.name_key, v.name_key, s.begins, s.claim_id`;
  if (key === "device") return sql`m.name_key ${way}, v.name_key ${way}, s.begins, s.claim_id`;
  return key === "lasted"
    ? sql`s.at_least ${way}, s.at_most ${way}, ${names}`
    : sql`s.begins ${way}, ${names}`;
}
