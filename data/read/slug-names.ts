import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { dateWords } from "@/domain/date-words";
import type { ThingKind } from "@/domain/status";
import type { Command } from "@/formats/commands";
import type { NameOf } from "@/formats/content";

/** Slugs by what they name. */
export type Slugs = { readonly [K in ThingKind]: Set<string> };
/** Sets to be filled, one for each kind. */
export const noSlugs = (): Slugs => ({
  manufacturer: new Set(),
  carrier: new Set(),
  retailer: new Set(),
  device: new Set(),
  source: new Set(),
  "policy-action": new Set(),
});

/** Which field of a command or of a content names what. */
const NAMING: Readonly<Record<string, ThingKind>> = {
  device: "device",
  carrier: "carrier",
  host: "carrier",
  retailer: "retailer",
  manufacturer: "manufacturer",
  affects: "manufacturer",
  policyAction: "policy-action",
  policyActions: "policy-action",
  source: "source",
  sources: "source",
  cites: "source",
  via: "source",
};

/** Collects every slug that commands or contents name, however deep. */
export function collectSlugs(value: unknown, into: Slugs): void {
  if (Array.isArray(value)) {
    for (const one of value) collectSlugs(one, into);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const kind = NAMING[key];
    const named = typeof inner === "string" ? [inner] : Array.isArray(inner) ? inner : [];
    if (kind)
      for (const slug of named) if (typeof slug === "string" && slug !== "not-named") into[kind].add(slug);
    collectSlugs(inner, into);
  }
}

/** What slugs are called: of the record, in one query, and of what the commands themselves make. */
export async function slugNames(db: Db, slugs: Slugs, commands: readonly Command[] = []): Promise<NameOf> {
  const of = (kind: ThingKind) => [...slugs[kind]].slice(0, 500);
  const rows = await db.$queryRaw<
    { kind: ThingKind; slug: string; name: string; published: string | null }[]
  >`
    SELECT 'manufacturer' AS kind, slug, name, NULL AS published FROM manufacturer WHERE slug = ANY (${of("manufacturer")}::text[])
    UNION ALL SELECT 'carrier', slug, name, NULL FROM carrier WHERE slug = ANY (${of("carrier")}::text[])
    UNION ALL SELECT 'retailer', slug, name, NULL FROM retailer WHERE slug = ANY (${of("retailer")}::text[])
    UNION ALL SELECT 'device', slug, name, NULL FROM device WHERE slug = ANY (${of("device")}::text[])
    UNION ALL SELECT 'policy-action', slug, title, NULL FROM policy_action WHERE slug = ANY (${of("policy-action")}::text[])
    UNION ALL SELECT 'source', slug, publisher, published_text FROM source WHERE slug = ANY (${of("source")}::text[])`;
  const sourceName = (publisher: string, published: string) => `${publisher}, ${dateWords(edtf(published))}`;
  const names = new Map(
    rows.map((r) => [`${r.kind} ${r.slug}`, r.published === null ? r.name : sourceName(r.name, r.published)]),
  );
  for (const c of commands) {
    if (c.kind === "create-source")
      names.set(`source ${c.slug}`, `${sourceName(c.publisher, c.published)} (new)`);
    else if (c.kind === "create-policy-action") names.set(`policy-action ${c.slug}`, `${c.title} (new)`);
    else if (c.kind.startsWith("create-") && "name" in c && "slug" in c)
      names.set(`${c.kind.slice("create-".length)} ${c.slug}`, `${c.name} (new)`);
  }
  return (kind, slug) => names.get(`${kind} ${slug}`) ?? slug;
}
