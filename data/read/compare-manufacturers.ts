import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { MakerComparison, Subject } from "@/domain/compare";
import { countsOf, type QuarterFlow, trendOf } from "@/domain/overview";
import type { Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { historySql } from "./history-sql";
import { daySql } from "./view-sql";

const CARRIERS = 30;

type CountRow = { maker: Id; status: Status; deals: number; carriers: number; countries: number };
type SoldRow = { maker: Id; slug: string; name: string; country: string; sold: number; total: number };

/**
 * Manufacturers beside each other under a view: their deals by status on the day and over time, how many carriers and
 * countries sell their devices, and how many of their devices each carrier sells, carriers that differ most first, at
 * most thirty. Slugs that are not on record are left out. Four queries.
 */
export async function compareManufacturers(
  db: Db,
  { slugs, view }: { slugs: readonly string[]; view: View },
): Promise<MakerComparison> {
  const found = await db.$queryRaw<Subject[]>`
    SELECT id, slug, name, country AS about FROM manufacturer WHERE slug = ANY (${[...slugs]})`;
  const subjects = slugs.flatMap((slug) => found.find((s) => s.slug === slug) ?? []);
  const ids = Prisma.sql`${subjects.map((s) => s.id)}::uuid[]`;
  const deals = Prisma.sql`
    SELECT d.id FROM deal d JOIN device v ON v.id = d.device_id WHERE v.manufacturer_id = ANY (${ids})`;
  const named = Prisma.sql`JOIN deal d ON d.id = b.deal_id JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id`;
  const [counts, flows, sold] = await Promise.all([
    db.$queryRaw<CountRow[]>`
      SELECT v.manufacturer_id AS maker, b.status, count(*)::int AS deals, count(DISTINCT c.id)::int AS carriers,
             count(DISTINCT c.country)::int AS countries
      FROM (${boardSql(view, deals)}) b ${named} GROUP BY 1, 2`,
    flowsOf(db, view, deals),
    db.$queryRaw<SoldRow[]>`
      WITH sold AS (
        SELECT v.manufacturer_id AS maker, c.slug, c.name, c.country, count(*)::int AS sold
        FROM (${boardSql(view, deals)}) b ${named} WHERE b.status = 'carried' GROUP BY 1, c.id
      ),
      spread AS (
        SELECT slug, max(sold) - CASE WHEN count(*) < ${subjects.length} THEN 0 ELSE min(sold) END AS apart, count(*) OVER ()::int AS total
        FROM sold GROUP BY slug ORDER BY apart DESC, slug LIMIT ${CARRIERS}
      )
      SELECT s.*, p.total FROM sold s JOIN spread p ON p.slug = s.slug ORDER BY p.apart DESC, s.slug`,
  ]);
  const carriers = [...new Map(sold.map((r) => [r.slug, r])).values()];
  return {
    subjects: subjects.map((subject) => {
      const own = counts.filter((c) => c.maker === subject.id);
      const carried = own.find((c) => c.status === "carried");
      const onDay = countsOf(own, ({ deals: n }) => n);
      return {
        ...subject,
        counts: onDay,
        carriers: carried?.carriers ?? 0,
        countries: carried?.countries ?? 0,
        trend: trendOf(
          flows.filter((f) => f.maker === subject.id),
          view.on,
          onDay,
        ),
      };
    }),
    carriers: carriers.map(({ slug, name, country }) => ({
      slug,
      name,
      country,
      sold: subjects.map(({ id }) => sold.find((r) => r.maker === id && r.slug === slug)?.sold ?? 0),
    })),
    total: sold[0]?.total ?? 0,
  };
}

/** As `quarterFlows` of the overview, told apart by manufacturer. */
const flowsOf = (db: Db, view: View, deals: Prisma.Sql) => db.$queryRaw<(QuarterFlow & { maker: Id })[]>`
  WITH spans AS (
    SELECT v.manufacturer_id AS maker, h.status, h.sort_earliest AS begins, h.ends
    FROM (${historySql(view, deals)}) h JOIN deal d ON d.id = h.deal_id JOIN device v ON v.id = d.device_id
    WHERE h.sort_earliest <= ${daySql(view.on)} AND (h.ends IS NULL OR h.ends > h.sort_earliest)
  ),
  moves AS (
    SELECT maker, status, begins AS day, 1 AS n FROM spans
    UNION ALL SELECT maker, status, ends, -1 FROM spans WHERE ends IS NOT NULL
  ),
  quarters AS (
    SELECT maker, status, (date_trunc('quarter', (day - 1)::timestamp) + interval '3 months')::date AS quarter, n FROM moves
  )
  SELECT maker, status, to_char(quarter, 'YYYY-MM-DD') AS quarter, sum(n)::int AS net FROM quarters
  WHERE quarter <= ${daySql(view.on)}
  GROUP BY maker, status, quarter HAVING sum(n) <> 0 ORDER BY quarter, status`;
