import { evidenceName, evidenceRows } from "./edit-spec";
import { sourceSlug } from "./entity-commands";
import type { FormReader } from "./form-reader";

/** The rows of evidence; sources that are new become commands of their own in `first`, each once. */
export function evidenceOf(r: FormReader, first: unknown[]): unknown[] {
  const made = new Map<string, string>();
  const source = (publisher: string, published: string, more: Record<string, unknown>): string => {
    const key = `${publisher}\n${published}\n${more.url ?? ""}\n${more.title ?? ""}`;
    const known = made.get(key);
    if (known) return known;
    const id = r.input.idOf(`source ${made.size}`);
    const slug = sourceSlug(publisher, published, id);
    first.push({
      kind: "create-source",
      id,
      slug,
      publisher,
      title: null,
      url: null,
      author: null,
      published,
      sourceKind: "news",
      lang: "en",
      seen: true,
      cites: [],
      ...more,
    });
    made.set(key, slug);
    return slug;
  };
  const rows: unknown[] = [];
  const count = evidenceRows(r.input.values);
  for (let row = 0; row < count; row++) {
    const at = (part: string) => evidenceName(row, part);
    const publisher = r.text(at("new.publisher"));
    const upstream = r.text(at("up.publisher"));
    const via = [...r.refs(at("via"))];
    if (upstream !== null) {
      via.push(
        source(upstream, r.needDate(at("up.published"), "when the upstream report was published"), {
          seen: false,
        }),
      );
    }
    const notNamed = r.text(at("notNamed")) !== null;
    if (publisher === null && r.text(at("source")) === null && via.length === 0) continue;
    const slug =
      publisher === null
        ? r.needRef(at("source"), "which source, or fill in a new one")
        : source(publisher, r.needDate(at("new.published"), "when it was published"), {
            title: r.text(at("new.title")),
            url: r.text(at("new.url")),
            sourceKind: r.text(at("new.kind")) ?? "news",
            lang: r.text(at("new.lang"))?.toLowerCase() ?? "en",
          });
    rows.push({
      source: slug,
      stance: r.text(at("stance")) ?? "supports",
      attribution: r.text(at("attribution")) ?? "unattributed",
      speaker: r.text(at("speaker")),
      quote: r.text(at("quote")),
      via: notNamed ? "not-named" : via.length > 0 ? via : null,
    });
  }
  if (rows.length === 0) {
    r.problems.push({
      field: evidenceName(0, "source"),
      message: "A claim needs at least one source that supports it. Name one, or fill in a new one.",
    });
  }
  return rows;
}
