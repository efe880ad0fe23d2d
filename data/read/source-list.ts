import type { Db } from "@/data/db";
import { type SourceRow, toSource } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { SourceFacet, SourceFilter, SourceLine, SourceList, SourceSort } from "@/domain/source-list";
import { Prisma } from "@/generated/prisma/client";
import { instantSql } from "./claim-sql";
import { notRetracted, publishedThen, restingSql, standingListingsSql, standingSql } from "./standing-sql";
import { knownSql, recordSql } from "./view-sql";

const PAGE = 50;
/** What rests on a source is counted when it is asked for; to order by it, this many of the newest are counted. */
const MOST_ORDERED = 1_000;

type Asked = {
  readonly view: View;
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
  /** Counts from 1; one past the end finds the last. */
  readonly page: number;
};

/** The sources that were on record and published, as they read then. Without `record` the current texts are at hand. */
function texts({ known, record }: View): Prisma.Sql {
  const columns = (of: Prisma.Sql) => Prisma.sql`
    s.id, s.slug, ${of}.publisher, ${of}.title, ${of}.url, ${of}.author, ${of}.published_text, ${of}.published_latest, ${of}.kind,
    ${of}.lang, ${of}.seen`;
  const by = Prisma.sql`coalesce(${knownSql({ known })}, 'infinity'::date)`;
  return record === null
    ? Prisma.sql`SELECT ${columns(Prisma.sql`s`)} FROM source s WHERE s.published_latest <= ${by}`
    : Prisma.sql`
      SELECT ${columns(Prisma.sql`v`)} FROM source s JOIN LATERAL (
        SELECT v.* FROM source_version v WHERE v.source_id = s.id AND v.recorded_at <= ${recordSql({ record })}
        ORDER BY v.version DESC LIMIT 1
      ) v ON v.published_latest <= ${by}`;
}

/** The same with their retractions, as far as known. */
const published = (view: View) => Prisma.sql`
  SELECT s.*, x.on_text AS retracted_on, ${instantSql("x.recorded_at")} AS retracted_at, x.reason AS retracted_reason
  FROM (${texts(view)}) s
  LEFT JOIN source_retraction x ON x.source_id = s.id
    AND x.on_latest <= coalesce(${knownSql(view)}, 'infinity'::date)
    AND x.recorded_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;

const contains = (text: string) => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

function matching({ text, publisher, kind, seen, retracted }: SourceFilter): Prisma.Sql {
  const wanted = [
    ...(text
      ? [Prisma.sql`concat_ws(E'\n', p.title, p.publisher, p.author, p.url, p.slug) ILIKE ${contains(text)}`]
      : []),
    ...(publisher ? [Prisma.sql`p.publisher ILIKE ${contains(publisher)}`] : []),
    ...(kind ? [Prisma.sql`p.kind = ${kind}`] : []),
    ...(seen === null ? [] : [Prisma.sql`p.seen = ${seen}`]),
    ...(retracted === null ? [] : [Prisma.sql`(p.retracted_on IS NOT NULL) = ${retracted}`]),
  ];
  return wanted.length === 0 ? Prisma.sql`true` : Prisma.join(wanted, " AND ");
}

type Counted = { source_id: Id; claims: number; listings: number; statements: number };

/** Claims, listings and statements that rest on each of these sources under the view; a source without any has no row. */
const carriedSql = (view: View, asked: Prisma.Sql) => Prisma.sql`
  ${restingSql(view, asked)},
  claim AS MATERIALIZED (
    SELECT DISTINCT source_id, status_change_id AS id FROM leads WHERE stance = 'supports' AND status_change_id IS NOT NULL
  ),
  offered AS MATERIALIZED (
    SELECT DISTINCT source_id, listing_id AS id FROM leads WHERE stance = 'supports' AND listing_id IS NOT NULL
  ),
  carried AS (
    SELECT c.source_id, 'claims' AS what FROM claim c
    JOIN (${standingSql(view, Prisma.sql`SELECT id FROM claim`)}) s ON s.claim_id = c.id
    UNION ALL
    SELECT o.source_id, 'listings' FROM offered o
    JOIN (${standingListingsSql(Prisma.sql`SELECT id FROM offered`)}) s ON s.claim_id = o.id
    UNION ALL
    SELECT s.source_id, 'statements'
    FROM limits l CROSS JOIN asked a
    CROSS JOIN LATERAL (SELECT * FROM statement s WHERE s.source_id = a.id AND s.recorded_at <= l.r OFFSET 0) s
    WHERE ${notRetracted(Prisma.sql`x.statement_id`, Prisma.sql`s.id`)}
      AND NOT EXISTS (SELECT FROM statement n WHERE n.root_id = s.root_id AND n.seq > s.seq AND n.recorded_at <= l.r
                      AND ${publishedThen(Prisma.sql`n.source_id`)} <= l.k OFFSET 0)
  )
  SELECT source_id, count(*) FILTER (WHERE what = 'claims')::int AS claims,
         count(*) FILTER (WHERE what = 'listings')::int AS listings,
         count(*) FILTER (WHERE what = 'statements')::int AS statements
  FROM carried GROUP BY source_id`;

const ORDER: Readonly<Record<Exclude<SourceSort, "claims">, Prisma.Sql>> = {
  newest: Prisma.sql`p.published_latest DESC, p.slug`,
  oldest: Prisma.sql`p.published_latest, p.slug`,
  publisher: Prisma.sql`lower(p.publisher), p.published_latest DESC, p.slug`,
};

/** One page of the sources on record under the view, each with what rests on it. Two queries. */
export async function sourceList(db: Db, asked: Asked): Promise<SourceList> {
  const { view, filter, sort } = asked;
  const { facets, total } = await counted(db, view, filter);
  const ordered = sort === "claims" ? Math.min(total, MOST_ORDERED) : total;
  const pages = Math.max(1, Math.ceil(ordered / PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const lines = await linesOf(db, asked, (page - 1) * PAGE);
  return { lines, total, page, pages, facets, ordered: ordered < total ? ordered : null };
}

/**
 * Sources by kind, and how many match. Few were ever retracted: those are counted by themselves, so that an index counts all.
 * One query.
 */
async function counted(db: Db, view: View, filter: SourceFilter) {
  const count = (retracted: Prisma.Sql, sources: Prisma.Sql) => Prisma.sql`
    SELECT p.kind, p.seen, ${retracted} AS retracted, count(*)::int AS sources,
           (count(*) FILTER (WHERE ${matching(filter)}))::int AS matching
    FROM (${sources}) p`;
  const all = filter.retracted === null ? texts(view) : published(view);
  const rows = await db.$queryRaw<(SourceFacet & { matching: number })[]>`
    ${count(Prisma.sql`false`, all)} GROUP BY 1, 2
    UNION ALL ${count(Prisma.sql`true`, published(view))} WHERE p.retracted_on IS NOT NULL GROUP BY 1, 2`;
  const [every, taken] = [rows.filter((row) => !row.retracted), rows.filter((row) => row.retracted)];
  const facets = every.flatMap(({ kind, seen, sources }): SourceFacet[] => {
    const back = taken.find((row) => row.kind === kind && row.seen === seen)?.sources ?? 0;
    return [
      { kind, seen, retracted: false, sources: sources - back },
      { kind, seen, retracted: true, sources: back },
    ];
  });
  return {
    facets: facets.filter(({ sources }) => sources > 0),
    total: every.reduce((sum, { matching }) => sum + matching, 0),
  };
}

type Row = SourceRow & Omit<Counted, "source_id">;

async function linesOf(db: Db, { view, filter, sort }: Asked, skip: number): Promise<SourceLine[]> {
  const page = Prisma.sql`LIMIT ${PAGE} OFFSET ${skip}`;
  const byWeight = sort === "claims";
  const order = ORDER[byWeight ? "newest" : sort];
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT p.* FROM (${published(view)}) p WHERE ${matching(filter)}
      ORDER BY ${order} ${byWeight ? Prisma.sql`LIMIT ${MOST_ORDERED}` : page}
    ),
    -- Numbered once they are few: the LIMIT above stops at the index.
    chosen AS MATERIALIZED (SELECT p.*, row_number() OVER (ORDER BY ${order}) AS place FROM page p),
    counted AS (${carriedSql(view, Prisma.sql`SELECT id FROM chosen`)})
    SELECT c.*, coalesce(n.claims, 0) AS claims, coalesce(n.listings, 0) AS listings, coalesce(n.statements, 0) AS statements
    FROM chosen c LEFT JOIN counted n ON n.source_id = c.id
    ${
      byWeight
        ? Prisma.sql`ORDER BY coalesce(n.claims, 0) DESC, coalesce(n.listings, 0) DESC, c.place ${page}`
        : Prisma.sql`ORDER BY c.place`
    }`;
  return rows.map(({ claims, listings, statements, ...source }) => ({
    source: toSource(source),
    carries: { claims, listings, statements },
  }));
}
