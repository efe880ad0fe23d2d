import { derivedId } from "@/data/write/ids";
import { slugOf, urlKey } from "@/domain/names";
import type { SourceDraft } from "@/formats/import-claims";
import { rows, type Sql } from "./sql";

/** Where a row's source is: of the record, or to be made by this import. */
export type FoundSource =
  | {
      readonly ok: true;
      readonly slug: string;
      readonly id: string;
      readonly made: Record<string, unknown> | null;
    }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** What two rows must share to have one source. */
export const sourceKey = (s: SourceDraft): string =>
  s.slug !== null
    ? `slug ${s.slug}`
    : s.url !== null
      ? `url ${urlKey(s.url)}`
      : `text ${s.publisher}\n${s.title}\n${s.published}`;

/** The sources of a file: known ones by address name or web address, the others as commands that make them. */
export async function findSources(
  sql: Sql,
  run: string,
  drafts: readonly SourceDraft[],
): Promise<Map<string, FoundSource>> {
  const byKey = new Map<string, SourceDraft>();
  for (const draft of drafts) if (!byKey.has(sourceKey(draft))) byKey.set(sourceKey(draft), draft);
  const all = [...byKey.values()];
  const known = await rows<{ id: string; slug: string; url_key: string | null; text: string }>(
    sql,
    `SELECT id, slug, url_key, concat_ws(E'\\n', publisher, coalesce(title, 'null'), published_text) AS text FROM source
     WHERE slug = ANY ($1) OR url_key = ANY ($2) OR concat_ws(E'\\n', publisher, coalesce(title, 'null'), published_text) = ANY ($3)`,
    [
      all.flatMap((s) => s.slug ?? []),
      all.flatMap((s) => (s.url === null ? [] : urlKey(s.url))),
      all.map((s) => `${s.publisher}\n${s.title}\n${s.published}`),
    ],
  );
  const found = new Map<string, FoundSource>();
  for (const [key, draft] of byKey) {
    const one = known.find((k) => [`slug ${k.slug}`, `url ${k.url_key}`, `text ${k.text}`].includes(key));
    found.set(key, one ? { ok: true, slug: one.slug, id: one.id, made: null } : fresh(run, key, draft));
  }
  return found;
}

function fresh(run: string, key: string, draft: SourceDraft): FoundSource {
  if (draft.slug !== null)
    return {
      ok: false,
      field: "source",
      message: `No source has the address name "${draft.slug.slice(0, 40)}".`,
    };
  if (draft.publisher === null || draft.published === null) {
    const message = "This source is not on record yet: say its publisher and the day it was published.";
    return { ok: false, field: "source_publisher", message };
  }
  const id = derivedId(run, key);
  // As the forms make it: publisher, day, the beginning of its id.
  const slug = [
    slugOf(draft.publisher).slice(0, 80) || "source",
    draft.published.replace(/\D/g, "").slice(0, 8),
    id.slice(0, 6),
  ].join("-");
  const made = {
    kind: "create-source",
    id,
    slug,
    publisher: draft.publisher,
    title: draft.title,
    url: draft.url,
    author: draft.author,
    published: draft.published,
    sourceKind: draft.kind,
    lang: draft.lang,
    seen: true,
    cites: [],
  };
  return { ok: true, slug, id, made };
}
