import type { Db } from "@/data/db";
import { urlKey, urlProblem } from "@/domain/names";
import { Prisma } from "@/generated/prisma/client";
import type { Asks, Standing, StandingClaim } from "@/intake/desk/standing";
import { jsonLists } from "./json-rows";

/** More than an article names; a text that names more is read, and the rest counts as new. */
const MOST = 200;

/** Pairs of slugs as rows of a table; never empty, since SQL has no empty VALUES. */
function pairs(rows: readonly (readonly [string, string])[]): Prisma.Sql {
  const some = rows.length === 0 ? [["", ""] as const] : rows.slice(0, MOST);
  return Prisma.join(some.map(([a, b]) => Prisma.sql`(${a}::text, ${b}::text)`));
}

/** Slugs of the sources of a claim's supporting evidence that nobody retracted. */
const sourcesOf = (claim: Prisma.Sql) => Prisma.sql`
  coalesce((SELECT json_agg(DISTINCT src.slug) FROM evidence e JOIN source src ON src.id = e.source_id
            WHERE ${claim} AND e.stance = 'supports'
              AND NOT EXISTS (SELECT FROM retraction r WHERE r.evidence_id = e.id)), '[]') AS sources`;

const standingClaims = Prisma.sql`
  SELECT s.id, s.status, s.effective_text AS effective, s.effective_earliest AS earliest, s.effective_latest AS latest,
         span.articles, span.origins, ${sourcesOf(Prisma.sql`e.status_change_id = s.id`)}
  FROM status_change s LEFT JOIN deal_span span ON span.claim_id = s.id
  WHERE s.deal_id = deal.id
    AND NOT EXISTS (SELECT FROM status_change n WHERE n.supersedes_id = s.id)
    AND NOT EXISTS (SELECT FROM retraction r WHERE r.status_change_id = s.id)
  ORDER BY s.effective_earliest, s.effective_latest, s.seq`;

/** A listing that nobody corrected or retracted. */
const holds = Prisma.sql`
  NOT EXISTS (SELECT FROM listing n WHERE n.supersedes_id = l.id)
  AND NOT EXISTS (SELECT FROM retraction x WHERE x.listing_id = l.id)`;

const known = Prisma.sql`
  slug, publisher, title, published_text AS published, published_earliest AS earliest, published_latest AS latest, seen`;

/** What the record has of the things that an article speaks of. One query, by the unique slugs and indexes. */
export async function intakeStanding(db: Db, asks: Asks): Promise<Standing> {
  const { url, publisher, title, from, to } = asks.article;
  const key = url !== null && urlProblem(url) === null ? urlKey(url) : null;
  const articles = Prisma.sql`
    SELECT ${known} FROM source
    WHERE url_key = ${key}
       OR (publisher = ${publisher} AND lower(title) = lower(${title})
           AND published_earliest <= ${to}::date AND published_latest >= ${from}::date)
    ORDER BY (url_key IS NOT DISTINCT FROM ${key}) DESC, published_latest DESC LIMIT 3`;
  const lists = await jsonLists<{ -readonly [Name in keyof Standing]: Standing[Name][number][] }>(db, {
    deals: Prisma.sql`
      SELECT d.slug AS device, c.slug AS carrier, deal.version,
             coalesce((SELECT json_agg(claim) FROM (${standingClaims}) claim), '[]') AS claims
      FROM (VALUES ${pairs(asks.pairs.map((p) => [p.device, p.carrier]))}) asked (device, carrier)
      JOIN device d ON d.slug = asked.device JOIN carrier c ON c.slug = asked.carrier
      JOIN deal ON deal.device_id = d.id AND deal.carrier_id = c.id`,
    listings: Prisma.sql`
      SELECT l.id, d.slug AS device, r.slug AS retailer, l.from_text AS from, l.to_text AS to,
             ${sourcesOf(Prisma.sql`e.listing_id = l.id`)}
      FROM (VALUES ${pairs(asks.shelves.map((p) => [p.device, p.retailer]))}) asked (device, retailer)
      JOIN device d ON d.slug = asked.device JOIN retailer r ON r.slug = asked.retailer
      JOIN listing l ON l.device_id = d.id AND l.retailer_id = r.id
      WHERE ${holds}
      ORDER BY l.from_earliest DESC, l.seq DESC LIMIT ${MOST}`,
    statements: Prisma.sql`
      SELECT src.slug AS source, st.org, st.stance FROM (${articles}) found
      JOIN source src ON src.slug = found.slug JOIN statement st ON st.source_id = src.id
      WHERE NOT EXISTS (SELECT FROM statement n WHERE n.supersedes_id = st.id)
        AND NOT EXISTS (SELECT FROM retraction r WHERE r.statement_id = st.id) LIMIT ${MOST}`,
    brandDeals: Prisma.sql`
      SELECT m.slug AS maker, c.slug AS carrier, d.slug AS device, d.name AS "deviceName", deal.version, span.status
      FROM (VALUES ${pairs(asks.brands.map((p) => [p.maker, p.carrier]))}) asked (maker, carrier)
      JOIN manufacturer m ON m.slug = asked.maker JOIN carrier c ON c.slug = asked.carrier
      JOIN deal ON deal.carrier_id = c.id JOIN device d ON d.id = deal.device_id AND d.manufacturer_id = m.id
      JOIN LATERAL (SELECT status FROM deal_span WHERE deal_id = deal.id ORDER BY place DESC LIMIT 1) span ON true
      WHERE span.status IN ('planned', 'carried', 'paused')
      ORDER BY d.name LIMIT ${MOST}`,
    brandListings: Prisma.sql`
      SELECT l.id, m.slug AS maker, r.slug AS retailer, d.slug AS device, d.name AS "deviceName", l.from_text AS from
      FROM (VALUES ${pairs(asks.brandShelves.map((p) => [p.maker, p.retailer]))}) asked (maker, retailer)
      JOIN manufacturer m ON m.slug = asked.maker JOIN retailer r ON r.slug = asked.retailer
      JOIN listing l ON l.retailer_id = r.id JOIN device d ON d.id = l.device_id AND d.manufacturer_id = m.id
      WHERE l.to_text IS NULL AND ${holds}
      ORDER BY d.name LIMIT ${MOST}`,
    articles,
    upstream: Prisma.sql`
      SELECT ${known} FROM source
      WHERE publisher = ANY (${[...asks.publishers].slice(0, MOST)}::text[])
        AND published_latest BETWEEN ${from}::date - 30 AND ${to}::date
      ORDER BY published_latest DESC LIMIT 40`,
  });
  return {
    ...lists,
    deals: lists.deals.map((deal) => ({ ...deal, claims: deal.claims as StandingClaim[] })),
  };
}
