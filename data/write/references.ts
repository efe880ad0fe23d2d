import type { Transaction } from "@/data/db";
import { keptOf } from "@/data/read/kept-of";
import { type NamedKind, nearNames } from "@/data/read/near-names";
import type { Id } from "@/domain/claims";
import { Refused } from "./work";

export type ReferenceKind = NamedKind | "source" | "policy-action";

const WORD: Record<ReferenceKind, string> = {
  manufacturer: "manufacturer",
  carrier: "carrier",
  retailer: "retailer",
  device: "device",
  source: "source",
  "policy-action": "policy action",
};

/** Slugs of one transaction and the ids behind them, each looked up once; knows what the transaction itself made. */
export class References {
  readonly #known = new Map<string, Id>();

  constructor(private readonly tx: Transaction) {}

  /** What a command of this transaction has created. */
  made(kind: ReferenceKind, slug: string, id: Id): void {
    this.#known.set(`${kind}/${slug}`, id);
  }

  /** After a merge or un-merge the same slugs lead elsewhere. */
  forget(): void {
    this.#known.clear();
  }

  /** What was merged is known by its slug still. @throws Refused `unknown-reference` with near names, at `field`. */
  async one(kind: ReferenceKind, slug: string, field: string): Promise<Id> {
    return (await this.all(kind, [slug], () => field)).get(slug) as Id;
  }

  async oneOrNull(kind: ReferenceKind, slug: string | null, field: string): Promise<Id | null> {
    return slug === null ? null : this.one(kind, slug, field);
  }

  /** Ids by slug; one query for all that are not known yet. `field` says where a slug stood. */
  async all(
    kind: ReferenceKind,
    slugs: readonly string[],
    field: (slug: string) => string,
  ): Promise<Map<string, Id>> {
    const missing = slugs.filter((s) => !this.#known.has(`${kind}/${s}`));
    if (missing.length > 0)
      for (const row of await this.find(kind, missing)) this.made(kind, row.slug, row.id);
    for (const slug of missing) {
      if (kind === "policy-action" || this.#known.has(`${kind}/${slug}`)) continue;
      const kept = await keptOf(this.tx, kind, slug);
      if (kept) this.made(kind, slug, kept.id);
    }
    const found = new Map<string, Id>();
    for (const slug of slugs) {
      const id = this.#known.get(`${kind}/${slug}`);
      if (id === undefined) {
        throw new Refused({
          code: "unknown-reference",
          message: `No ${WORD[kind]} has the address name "${slug}". Choose one of the record, or create it first.`,
          field: field(slug),
          details: {
            near: kind === "source" || kind === "policy-action" ? [] : await nearNames(this.tx, kind, slug),
          },
        });
      }
      found.set(slug, id);
    }
    return found;
  }

  private find(kind: ReferenceKind, slugs: readonly string[]): Promise<{ id: Id; slug: string }[]> {
    const query = { where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } };
    switch (kind) {
      case "manufacturer":
        return this.tx.manufacturer.findMany(query);
      case "carrier":
        return this.tx.carrier.findMany(query);
      case "retailer":
        return this.tx.retailer.findMany(query);
      case "device":
        return this.tx.device.findMany(query);
      case "source":
        return this.tx.source.findMany(query);
      case "policy-action":
        return this.tx.policyAction.findMany(query);
    }
  }
}
