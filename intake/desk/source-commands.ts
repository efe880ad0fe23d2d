import { slugOf } from "@/domain/names";
import { type Desk, type Draft, fieldOf, MAX_UPSTREAM, sourceField, upstreamField } from "./draft";
import type { FormReader } from "./form-reader";

/** A command, and what it comes from: "src", "up.N", a proposal's key, or that with what it creates ("own-0 new.carrier"). */
export type Made = { readonly command: unknown; readonly owner: string };

/** The article and the reports that it rests on: found in the record, or created once when first needed. */
export class SourceCommands {
  #article: { readonly slug: string; readonly command: Record<string, unknown> | null } | null = null;
  readonly #upstream = new Map<number, { readonly slug: string; readonly made: Made | null }>();

  constructor(
    readonly desk: Desk,
    readonly r: FormReader,
  ) {}

  /** Sources to create, reports before the article that cites them. */
  made(): Made[] {
    const reports = [...this.#upstream.values()].flatMap(({ made }) => (made ? [made] : []));
    const article = this.#article?.command;
    if (!article) return reports;
    const cites = [...this.#upstream.values()].map(({ slug }) => slug);
    return [...reports, { command: { ...article, cites }, owner: "src" }];
  }

  /** The slug of the article. */
  article(): string {
    this.#article ??= this.#find();
    return this.#article.slug;
  }

  #find() {
    const { r } = this;
    const known = r.text(sourceField("known"));
    if (known !== null && r.text(sourceField("another")) === null) return { slug: known, command: null };
    const publisher = r.text(sourceField("publisher"));
    if (publisher === null) r.problem(sourceField("publisher"), "Say who published it.");
    const published = r.needDate(sourceField("published"), "when it was published");
    const id = r.form.idOf("source");
    const command = {
      kind: "create-source",
      id,
      slug: sourceSlug(publisher ?? "", published, id),
      publisher: publisher ?? "",
      title: r.text(sourceField("title")),
      url: r.text(sourceField("url")),
      author: r.text(sourceField("author")),
      published,
      sourceKind: r.text(sourceField("kind")) ?? "news",
      lang: r.text(sourceField("lang"))?.toLowerCase() ?? "en",
      seen: true,
    };
    return { slug: command.slug, command };
  }

  /** One piece of evidence: the article for this proposal, by way of the reports that it rests on. */
  evidence(draft: Draft): unknown {
    const { r } = this;
    const at = (name: string) => fieldOf(draft.key, name);
    const source = this.article();
    const rests = r.checked(at("rests"));
    const rows = rests.map(Number).filter((row) => Number.isInteger(row) && row >= 0 && row < MAX_UPSTREAM);
    const reports = rows.flatMap((row) => this.#report(row) ?? []);
    const cites = this.desk.upstream.length > 0;
    return {
      source,
      stance: r.text(at("holds")) ?? "supports",
      attribution: r.text(at("attribution")) ?? "unattributed",
      speaker: r.text(at("speaker")),
      quote: r.text(at("quote")),
      // An article that cites for one claim reports the next by itself, and says so.
      via: rests.includes("not-named") ? "not-named" : reports.length > 0 ? reports : cites ? [source] : null,
    };
  }

  #report(row: number): string | null {
    const known = this.#upstream.get(row);
    if (known) return known.slug;
    const { r } = this;
    const publisher = r.text(upstreamField(row, "publisher"));
    const chosen = r.text(upstreamField(row, "source"));
    if (publisher === null && chosen === null) return null;
    const report = chosen !== null ? { slug: chosen, made: null } : this.#unseen(row, publisher ?? "");
    this.#upstream.set(row, report);
    return report.slug;
  }

  /** A report that nobody here has read: a source too, marked unseen. */
  #unseen(row: number, publisher: string): { slug: string; made: Made } {
    const { r } = this;
    const id = r.form.idOf(`upstream ${row}`);
    const published = r.needDate(upstreamField(row, "published"), "when the report was published");
    const command = {
      kind: "create-source",
      id,
      slug: sourceSlug(publisher, published, id),
      publisher,
      title: null,
      url: null,
      author: null,
      published,
      sourceKind: "news",
      lang: "en",
      seen: false,
      cites: [],
    };
    return { slug: command.slug, made: { command, owner: `up.${row}` } };
  }
}

const sourceSlug = (publisher: string, published: string, id: string): string =>
  [slugOf(publisher) || "source", published.replace(/\D/g, "").slice(0, 8), id.slice(0, 6)]
    .filter((part) => part !== "")
    .join("-");
