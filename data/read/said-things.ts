import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import type { ThingContent } from "@/formats/content";

/** What manufacturers, carriers, retailers, devices, sources and policy actions say now, in the fields of their commands. */
export type SaidThing = {
  readonly kind: ThingKind;
  readonly id: Id;
  readonly slug: string;
  readonly version: number;
  readonly content: ThingContent;
};

const ALIASES = { select: { kind: true, text: true }, orderBy: { text: "asc" } } as const;
const SLUG = { select: { slug: true } } as const;

/** Things of one kind by slug. One query. */
export async function saidThings(db: Db, kind: ThingKind, slugs: readonly string[]): Promise<SaidThing[]> {
  if (slugs.length === 0) return [];
  const where = { slug: { in: [...slugs] } };
  const said = (row: { id: Id; slug: string; version: number }, content: unknown): SaidThing => ({
    kind,
    id: row.id,
    slug: row.slug,
    version: row.version,
    content: content as ThingContent,
  });
  switch (kind) {
    case "manufacturer":
      return (await db.manufacturer.findMany({ where, include: { aliases: ALIASES } })).map((r) =>
        said(r, { name: r.name, country: r.country, parent: r.parent, aliases: r.aliases }),
      );
    case "carrier":
      return (await db.carrier.findMany({ where, include: { aliases: ALIASES, host: SLUG } })).map((r) =>
        said(r, {
          name: r.name,
          country: r.country,
          carrierKind: r.kind,
          host: r.host?.slug ?? null,
          parent: r.parent,
          aliases: r.aliases,
        }),
      );
    case "retailer":
      return (await db.retailer.findMany({ where, include: { aliases: ALIASES } })).map((r) =>
        said(r, { name: r.name, country: r.country, retailerKind: r.kind, aliases: r.aliases }),
      );
    case "device":
      return (await db.device.findMany({ where, include: { aliases: ALIASES, manufacturer: SLUG } })).map(
        (r) =>
          said(r, {
            manufacturer: r.manufacturer.slug,
            name: r.name,
            deviceKind: r.kind,
            announced: r.announcedText,
            aliases: r.aliases,
          }),
      );
    case "source":
      return (
        await db.source.findMany({
          where,
          include: {
            citing: { where: { retraction: null }, select: { cited: SLUG }, orderBy: { id: "asc" } },
          },
        })
      ).map((r) =>
        said(r, {
          publisher: r.publisher,
          title: r.title,
          url: r.url,
          author: r.author,
          published: r.publishedText,
          sourceKind: r.kind,
          lang: r.lang,
          seen: r.seen,
          cites: r.citing.map((c) => c.cited.slug),
        }),
      );
    case "policy-action":
      return (
        await db.policyAction.findMany({
          where,
          include: {
            affects: { select: { manufacturer: SLUG } },
            sources: { select: { source: SLUG } },
          },
        })
      ).map((r) =>
        said(r, {
          title: r.title,
          issuer: r.issuer,
          date: r.dateText,
          summary: r.summary,
          affects: r.affects.map((a) => a.manufacturer.slug),
          sources: r.sources.map((s) => s.source.slug),
        }),
      );
  }
}
