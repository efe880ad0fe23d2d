import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { dateWords } from "@/domain/date-words";
import { nameKey, urlKey, urlProblem } from "@/domain/names";
import type { ThingKind } from "@/domain/status";
import type { Candidate } from "@/formats/edit-state";
import { Prisma } from "@/generated/prisma/client";
import { keptOf } from "./kept-of";
import type { NamedKind } from "./near-names";

const LIMIT = 12;

/**
 * What these letters may mean: names and aliases that contain them, accents and blanks forgotten; exact ones first. For
 * suggestions while typing, and for telling several of one name apart.
 */
export async function candidates(db: Db, kind: ThingKind, text: string): Promise<Candidate[]> {
  if (kind === "source") return sources(db, text);
  if (kind === "policy-action") return policyActions(db, text);
  const key = nameKey(text.slice(0, 200));
  if (key === "") return [];
  const { table, owner, about } = NAMED[kind];
  return db.$queryRaw<Candidate[]>`
    SELECT e.slug, e.name, ${about} AS about FROM ${table} e
    LEFT JOIN manufacturer m ON ${kind === "device" ? Prisma.sql`m.id = e.manufacturer_id` : Prisma.sql`false`}
    WHERE e.name_key LIKE ${`%${key}%`}
       OR EXISTS (SELECT FROM alias a WHERE a.${owner} = e.id AND a.key LIKE ${`%${key}%`})
    ORDER BY (e.name_key = ${key} OR EXISTS (SELECT FROM alias a WHERE a.${owner} = e.id AND a.key = ${key})) DESC,
             (e.name_key LIKE ${`${key}%`}) DESC, length(e.name), e.name
    LIMIT ${LIMIT}`;
}

const NAMED: Record<NamedKind, { table: Prisma.Sql; owner: Prisma.Sql; about: Prisma.Sql }> = {
  manufacturer: {
    table: Prisma.sql`manufacturer`,
    owner: Prisma.sql`manufacturer_id`,
    about: Prisma.sql`e.country`,
  },
  carrier: {
    table: Prisma.sql`carrier`,
    owner: Prisma.sql`carrier_id`,
    about: Prisma.sql`e.country || ', ' || e.kind`,
  },
  retailer: {
    table: Prisma.sql`retailer`,
    owner: Prisma.sql`retailer_id`,
    about: Prisma.sql`e.country || ', ' || e.kind`,
  },
  device: { table: Prisma.sql`device`, owner: Prisma.sql`device_id`, about: Prisma.sql`m.name` },
};

async function sources(db: Db, text: string): Promise<Candidate[]> {
  const words = text.trim().slice(0, 200);
  if (words === "") return [];
  const url = urlProblem(words) === null ? urlKey(words) : null;
  const rows = await db.source.findMany({
    where: url
      ? { urlKey: url }
      : {
          OR: [
            { slug: { contains: words.toLowerCase() } },
            { publisher: { contains: words, mode: "insensitive" } },
            { title: { contains: words, mode: "insensitive" } },
          ],
        },
    orderBy: { publishedLatest: "desc" },
    take: LIMIT,
    select: { slug: true, publisher: true, title: true, publishedText: true },
  });
  return rows.map((r) => ({
    slug: r.slug,
    name: `${r.publisher}, ${dateWords(edtf(r.publishedText))}`,
    about: r.title ?? "no headline known",
  }));
}

async function policyActions(db: Db, text: string): Promise<Candidate[]> {
  const words = text.trim().slice(0, 200);
  if (words === "") return [];
  const rows = await db.policyAction.findMany({
    where: {
      OR: [{ slug: { contains: words.toLowerCase() } }, { title: { contains: words, mode: "insensitive" } }],
    },
    orderBy: { dateEarliest: "desc" },
    take: LIMIT,
    select: { slug: true, title: true, dateText: true },
  });
  return rows.map((r) => ({ slug: r.slug, name: r.title, about: dateWords(edtf(r.dateText)) }));
}

export type Resolution =
  | { readonly ok: true; readonly slug: string }
  /** Several are possible, or none: what may have been meant. */
  | { readonly ok: false; readonly choices: readonly Candidate[] };

/** What one entry of a form means: a slug in brackets at its end, a slug, or the one thing of that name or alias. */
export async function resolve(db: Db, kind: ThingKind, text: string): Promise<Resolution> {
  const slug = /\(([a-z0-9-]+)\)\s*$/.exec(text)?.[1] ?? text.trim();
  if (await exists(db, kind, slug)) return { ok: true, slug };
  const kept = kind === "policy-action" ? null : await keptOf(db, kind, slug.slice(0, 100));
  if (kept) return { ok: true, slug: kept.slug };
  const found = await candidates(db, kind, text);
  const [only, ...more] =
    kind === "source" || kind === "policy-action" ? found : await exact(db, kind, text, found);
  if (only && more.length === 0) return { ok: true, slug: only.slug };
  return { ok: false, choices: found };
}

/** Of these, the ones that bear exactly this name or alias. */
async function exact(
  db: Db,
  kind: NamedKind,
  text: string,
  found: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const key = nameKey(text);
  const owner = { [kind]: { slug: { in: found.map((c) => c.slug) } } };
  const aliases = await db.alias.findMany({
    where: { key, ...owner },
    select: { manufacturer: SLUG, carrier: SLUG, retailer: SLUG, device: SLUG },
  });
  const named = new Set(aliases.map((a) => a[kind]?.slug));
  return found.filter((c) => nameKey(c.name) === key || named.has(c.slug));
}
const SLUG = { select: { slug: true } } as const;

async function exists(db: Db, kind: ThingKind, slug: string): Promise<boolean> {
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return false;
  const query = { where: { slug }, select: { id: true } };
  switch (kind) {
    case "manufacturer":
      return (await db.manufacturer.findUnique(query)) !== null;
    case "carrier":
      return (await db.carrier.findUnique(query)) !== null;
    case "retailer":
      return (await db.retailer.findUnique(query)) !== null;
    case "device":
      return (await db.device.findUnique(query)) !== null;
    case "source":
      return (await db.source.findUnique(query)) !== null;
    case "policy-action":
      return (await db.policyAction.findUnique(query)) !== null;
  }
}
