import { evidenceName, evidenceRows } from "./edit-spec";
import { sourceSlug } from "./entity-commands";
import type { FormReader } from "./form-reader";

/** The rows of evidence; sources that are new become commands of their own in `first`, each once. */
export function evidenceOf(r: FormReader, first: unknown[]): unknown[] {
  const newSource = sourceMaker(r, first);
  const rows = Array.from({ length: evidenceRows(r.input.values) }, (_, row) => rowOf(r, row, newSource));
  const filled = rows.filter((row) => row !== null);
  if (filled.length === 0) {
    r.problems.push({
      field: evidenceName(0, "source"),
      message: "A claim needs at least one source that supports it. Name one, or fill in a new one.",
    });
  }
  return filled;
}

/** Gives the slug of a source that the form describes; two rows that describe the same one share it. */
type NewSource = (publisher: string, published: string, more: Record<string, unknown>) => string;

function sourceMaker(r: FormReader, first: unknown[]): NewSource {
  const made = new Map<string, string>();
  return (publisher, published, more) => {
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
}

/** One row; null: nothing was filled in. The upstream report comes first, so that its command stands before what rests on it. */
function rowOf(r: FormReader, row: number, newSource: NewSource): unknown {
  const at = (part: string) => evidenceName(row, part);
  const publisher = r.text(at("new.publisher"));
  const upstream = r.text(at("up.publisher"));
  const via = [...r.refs(at("via"))];
  if (upstream !== null) {
    const published = r.needDate(at("up.published"), "when the upstream report was published");
    via.push(newSource(upstream, published, { seen: false }));
  }
  if (publisher === null && r.text(at("source")) === null && via.length === 0) return null;
  const source =
    publisher === null
      ? r.needRef(at("source"), "which source, or fill in a new one")
      : newSource(publisher, r.needDate(at("new.published"), "when it was published"), {
          title: r.text(at("new.title")),
          url: r.text(at("new.url")),
          sourceKind: r.text(at("new.kind")) ?? "news",
          lang: r.text(at("new.lang"))?.toLowerCase() ?? "en",
        });
  return {
    source,
    stance: r.text(at("stance")) ?? "supports",
    attribution: r.text(at("attribution")) ?? "unattributed",
    speaker: r.text(at("speaker")),
    quote: r.text(at("quote")),
    via: r.text(at("notNamed")) !== null ? "not-named" : via.length > 0 ? via : null,
  };
}
