import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import type { ThingContent } from "@/formats/content";

type Row = Readonly<Record<string, unknown>>;
type Slugged = { readonly slug: string };

/**
 * What a thing said before an edit, in the fields of its command, from the snapshot that the trail keeps: a row as the door
 * wrote it, or one as an import did, which has slugs where the door has ids. null: the snapshot does not tell all of it.
 */
export function contentBefore(
  kind: ThingKind,
  before: Row,
  slugs: ReadonlyMap<Id, string>,
): ThingContent | null {
  const text = (key: string) => (typeof before[key] === "string" ? before[key] : null);
  const slug = (key: string): string | null => {
    const id = text(`${key}Id`);
    return id === null ? text(key) : (slugs.get(id) ?? null);
  };
  const named = { name: text("name"), country: text("country"), aliases: aliasesOf(before) };
  switch (kind) {
    case "manufacturer":
      return known({ ...named, parent: text("parent") }, ["name", "country"]);
    case "carrier":
      if (text("hostId") !== null && slug("host") === null) return null;
      return known({ ...named, carrierKind: text("kind"), host: slug("host"), parent: text("parent") }, [
        "name",
        "country",
        "carrierKind",
      ]);
    case "retailer":
      return known({ ...named, retailerKind: text("kind") }, ["name", "country", "retailerKind"]);
    case "device":
      return known(
        {
          name: named.name,
          aliases: named.aliases,
          manufacturer: slug("manufacturer"),
          deviceKind: text("kind"),
          announced: text("announcedText") ?? text("announced"),
        },
        ["name", "manufacturer", "deviceKind"],
      );
    case "source":
      return known(
        {
          publisher: text("publisher"),
          title: text("title"),
          url: text("url"),
          author: text("author"),
          published: text("publishedText"),
          sourceKind: text("kind"),
          lang: text("lang"),
          seen: before.seen,
          cites: listOf<{ cited: Slugged }>(before.citing).map((c) => c.cited.slug),
        },
        ["publisher", "published", "sourceKind", "lang"],
      );
    case "policy-action":
      return known(
        {
          title: text("title"),
          issuer: text("issuer"),
          date: text("dateText"),
          summary: text("summary"),
          affects: listOf<{ manufacturer: Slugged }>(before.affects).map((a) => a.manufacturer.slug),
          sources: listOf<{ source: Slugged }>(before.sources).map((s) => s.source.slug),
        },
        ["title", "issuer", "date", "summary"],
      );
  }
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);
const aliasesOf = (before: Row) =>
  listOf<{ kind: string; text: string }>(before.aliases).map(({ kind, text }) => ({ kind, text }));

const known = (content: Row, needed: readonly string[]): ThingContent | null =>
  needed.every((key) => typeof content[key] === "string") ? (content as unknown as ThingContent) : null;
