import type { AttentionKind } from "@/domain/attention";
import type { Day } from "@/domain/edtf";
import { type CARRIER_RULES, CLAIM_RULES, type DEVICE_RULES, type SOURCE_RULES } from "@/domain/rules/all";
import { Prisma } from "@/generated/prisma/client";
import { isTwins, twinsSql } from "./attention-twins";
import { daySql } from "./view-sql";

const { sql } = Prisma;

/** What the SELECTs hang on beside their kind. */
export type AttentionDay = { readonly today: Day; readonly days: number };

/** Whether a list is of claims: those are found and put in order first, and looked up only where they are shown. */
export const isOfClaims = (kind: AttentionKind): boolean =>
  ["plan-passed", "one-anonymous", "disputed", ...CLAIM_RULES.map((r) => r.code as string)].includes(kind);

/** Which statuses `h` a list of claims has, by the indexes of 0011_attention, and the day by which they are in order. */
function claimsWanted(
  kind: AttentionKind,
  { today, days }: AttentionDay,
): [where: Prisma.Sql, day: Prisma.Sql] {
  switch (kind) {
    case "plan-passed":
      // Of each open plan its one claim: a join would rather read all claims there are.
      return [
        sql`h.ends IS NULL AND h.status = 'planned' AND (
          SELECT p.target_latest < ${daySql(today)} AND p.target_text NOT LIKE '%/..' FROM status_change p WHERE p.id = h.claim_id)`,
        sql`(SELECT p.target_latest FROM status_change p WHERE p.id = h.claim_id)`,
      ];
    case "one-anonymous":
      return [
        sql`h.ends IS NULL AND h.certainty = 'rumoured' AND h.published < ${daySql(today)} - ${days}::int`,
        sql`h.published`,
      ];
    case "disputed":
      return [sql`h.ends IS NULL AND h.disputed`, sql`h.published`];
    default:
      return [sql`h.broken <> '{}' AND h.broken @> ARRAY[${kind}]`, sql`h.published`];
  }
}

/** Claims of a list, to be counted or chosen from: `claim`, `subject`, `state`, `day`. Nothing else is looked up. */
export function leanClaimsSql(kind: AttentionKind, asked: AttentionDay): Prisma.Sql {
  const [where, day] = claimsWanted(kind, asked);
  // How one stands is worked out only where somebody put it off.
  return sql`
    SELECT h.claim_id AS claim, h.claim_id::text AS subject,
           (SELECT ${STATE} FROM deal d WHERE d.id = h.deal_id) AS state, ${day} AS day
    FROM deal_span h WHERE ${where}`;
}

/**
 * A SELECT of what needs attention of one kind: `subject`, `state`, `day`, `maker` and `carrier` (slugs to narrow by, or
 * NULL), `about` (JSON; data/read/attention.ts reads it). `among`: a SELECT of the claims that are meant.
 */
export function attentionSql(
  kind: AttentionKind,
  asked: AttentionDay,
  among: Prisma.Sql | null = null,
): Prisma.Sql {
  if (isOfClaims(kind)) {
    const [where, day] = claimsWanted(kind, asked);
    return claims(among ? sql`h.claim_id IN (${among})` : where, day);
  }
  if (isTwins(kind)) return twinsSql(kind);
  if (Object.hasOwn(SOURCES, kind)) return sources(SOURCES[kind as keyof typeof SOURCES]);
  if (Object.hasOwn(CARRIERS, kind)) return carriers(CARRIERS[kind as keyof typeof CARRIERS]);
  if (Object.hasOwn(DEVICES, kind)) return devices(DEVICES[kind as keyof typeof DEVICES]);
  throw new Error(`There is no list ${kind}.`);
}

/** The rules about things again, as conditions; a test compares them with domain/rules. */
type Conditions<Rules extends readonly { readonly code: string }[]> = Record<string, Prisma.Sql> & {
  readonly length?: Rules["length"];
};
const READ = sql`s.seen AND NOT EXISTS (SELECT FROM source_retraction x WHERE x.source_id = s.id)`;
const SOURCES: Conditions<typeof SOURCE_RULES> = {
  "source-without-address": sql`s.url IS NULL AND ${READ}`,
  "source-without-headline": sql`s.title IS NULL AND ${READ}`,
  "source-without-day": sql`s.seen AND s.kind IN ('news', 'blog', 'press-release')
    AND s.published_earliest <> s.published_latest`,
};
const CARRIERS: Conditions<typeof CARRIER_RULES> = {
  "mvno-without-host": sql`k.kind = 'MVNO' AND k.host_id IS NULL`,
  "host-without-network": sql`EXISTS (SELECT FROM carrier o WHERE o.id = k.host_id AND o.kind = 'MVNO')`,
  "network-without-code": sql`k.kind = 'MNO'
    AND NOT EXISTS (SELECT FROM alias a WHERE a.carrier_id = k.id AND a.kind = 'mcc-mnc')`,
};
const DEVICES: Conditions<typeof DEVICE_RULES> = {
  "device-without-announcement": sql`v.announced_text IS NULL`,
  "device-without-model": sql`NOT EXISTS (SELECT FROM alias a WHERE a.device_id = v.id AND a.kind = 'model')`,
};

/** A source that was edited or taken back shows in what is counted. */
const STATE = sql`concat_ws('.', d.version, h.certainty, h.disputed, h.origins, h.articles, h.heard)`;

/** Statuses `h` of deals with their claims `c`. */
const claims = (where: Prisma.Sql, day: Prisma.Sql) => sql`
  SELECT h.claim_id::text AS subject, ${STATE} AS state,
         ${day} AS day, m.slug AS maker, k.slug AS carrier,
         jsonb_build_object('of', 'claim', 'claim', h.claim_id,
           'device', jsonb_build_object('slug', v.slug, 'name', v.name),
           'carrier', jsonb_build_object('slug', k.slug, 'name', k.name, 'country', k.country), 'status', h.status,
           'effective', c.effective_text, 'target', c.target_text, 'certainty', h.certainty, 'disputed', h.disputed,
           'origins', h.origins, 'articles', h.articles, 'heard', h.heard) AS about
  FROM deal_span h JOIN status_change c ON c.id = h.claim_id
  JOIN deal d ON d.id = h.deal_id JOIN device v ON v.id = d.device_id
  JOIN manufacturer m ON m.id = v.manufacturer_id JOIN carrier k ON k.id = d.carrier_id
  WHERE ${where}`;

const sources = (where: Prisma.Sql | undefined) => sql`
  SELECT s.slug AS subject, s.version::text AS state, s.published_latest AS day, NULL::text AS maker, NULL::text AS carrier,
         jsonb_build_object('of', 'source', 'thing', jsonb_build_object('slug', s.slug, 'name', coalesce(s.title, s.publisher)),
           'more', CASE WHEN s.title IS NOT NULL THEN s.publisher END, 'published', s.published_text) AS about
  FROM source s WHERE ${where}`;

const carriers = (where: Prisma.Sql | undefined) => sql`
  SELECT k.slug AS subject, k.version::text AS state, k.created_at::date AS day, NULL::text AS maker, k.slug AS carrier,
         jsonb_build_object('of', 'carrier', 'thing', jsonb_build_object('slug', k.slug, 'name', k.name),
           'more', k.country) AS about
  FROM carrier k WHERE ${where}`;

const devices = (where: Prisma.Sql | undefined) => sql`
  SELECT v.slug AS subject, v.version::text AS state, v.created_at::date AS day, m.slug AS maker, NULL::text AS carrier,
         jsonb_build_object('of', 'device', 'thing', jsonb_build_object('slug', v.slug, 'name', v.name), 'more', m.name) AS about
  FROM device v JOIN manufacturer m ON m.id = v.manufacturer_id WHERE ${where}`;
