import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { dateWords } from "@/domain/date-words";
import type { ThingKind } from "@/domain/status";
import type { Start } from "./edit-start";

const ALIASES = { select: { kind: true, text: true }, orderBy: { text: "asc" } } as const;
const aliasLines = (aliases: readonly { kind: string; text: string }[]): string =>
  aliases.map((a) => (a.kind === "name" ? a.text : `${a.kind}: ${a.text}`)).join("\n");
const start = (title: string, version: number, values: Record<string, string | null>): Start => ({
  title,
  version,
  values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v ?? ""])),
  checks: {},
  closed: false,
});
const refSource = (s: { slug: string; publisher: string; publishedText: string }): string =>
  `${s.publisher}, ${dateWords(edtf(s.publishedText))} (${s.slug})`;
const SOURCE = { select: { slug: true, publisher: true, publishedText: true } } as const;

type Of = (db: Db, slug: string) => Promise<Start | null>;

const STARTS: Readonly<Record<ThingKind, Of>> = {
  manufacturer: async (db, slug) => {
    const r = await db.manufacturer.findUnique({ where: { slug }, include: { aliases: ALIASES } });
    return (
      r &&
      start(r.name, r.version, {
        name: r.name,
        country: r.country,
        parent: r.parent,
        aliases: aliasLines(r.aliases),
      })
    );
  },
  carrier: async (db, slug) => {
    const r = await db.carrier.findUnique({
      where: { slug },
      include: { aliases: ALIASES, host: { select: { slug: true, name: true } } },
    });
    return (
      r &&
      start(r.name, r.version, {
        name: r.name,
        country: r.country,
        carrierKind: r.kind,
        host: r.host && `${r.host.name} (${r.host.slug})`,
        parent: r.parent,
        aliases: aliasLines(r.aliases),
      })
    );
  },
  retailer: async (db, slug) => {
    const r = await db.retailer.findUnique({ where: { slug }, include: { aliases: ALIASES } });
    return (
      r &&
      start(r.name, r.version, {
        name: r.name,
        country: r.country,
        retailerKind: r.kind,
        aliases: aliasLines(r.aliases),
      })
    );
  },
  device: async (db, slug) => {
    const r = await db.device.findUnique({
      where: { slug },
      include: { aliases: ALIASES, manufacturer: { select: { slug: true, name: true } } },
    });
    return (
      r &&
      start(r.name, r.version, {
        manufacturer: `${r.manufacturer.name} (${r.manufacturer.slug})`,
        name: r.name,
        deviceKind: r.kind,
        announced: r.announcedText,
        aliases: aliasLines(r.aliases),
      })
    );
  },
  source: async (db, slug) => {
    const r = await db.source.findUnique({
      where: { slug },
      include: { citing: { where: { retraction: null }, select: { cited: SOURCE } } },
    });
    return (
      r &&
      start(r.title ?? r.publisher, r.version, {
        publisher: r.publisher,
        title: r.title,
        url: r.url,
        author: r.author,
        published: r.publishedText,
        sourceKind: r.kind,
        lang: r.lang,
        unseen: r.seen ? null : "yes",
        cites: r.citing.map((c) => refSource(c.cited)).join("\n"),
      })
    );
  },
  "policy-action": async (db, slug) => {
    const r = await db.policyAction.findUnique({
      where: { slug },
      include: {
        affects: { select: { manufacturer: { select: { slug: true, name: true } } } },
        sources: { select: { source: SOURCE } },
      },
    });
    return (
      r &&
      start(r.title, r.version, {
        title: r.title,
        issuer: r.issuer,
        date: r.dateText,
        summary: r.summary,
        affects: r.affects.map((a) => `${a.manufacturer.name} (${a.manufacturer.slug})`).join("\n"),
        sources: r.sources.map((s) => refSource(s.source)).join("\n"),
      })
    );
  },
};

/** A thing as its form shows it; null: no such slug. */
export const startOfEntity = (db: Db, kind: ThingKind, slug: string): Promise<Start | null> =>
  STARTS[kind](db, slug);
