import { nameKey, slugOf } from "@/domain/names";
import { type Draft, fieldOf } from "./draft";
import type { FormReader } from "./form-reader";
import type { Made } from "./source-commands";

/** What a proposal may create on the way, in the order in which it must be created. */
export const NEW_KINDS = ["manufacturer", "carrier", "retailer", "device"] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** The name of a field of something new: `p.own-0.new.carrier.country`. */
export const newField = (key: string, kind: NewKind, name: string): string =>
  fieldOf(key, `new.${kind}.${name}`);

/** Manufacturers, carriers, retailers and devices that the record lacks: each created once, however many proposals need it. */
export class NewEntities {
  readonly #made = new Map<string, { slug: string; made: Made }>();

  constructor(readonly r: FormReader) {}

  /** Commands that create, in an order in which each finds what it names. */
  made(): Made[] {
    const all = [...this.#made];
    return NEW_KINDS.flatMap((kind) =>
      all.filter(([key]) => key.startsWith(`${kind} `)).map(([, { made }]) => made),
    );
  }

  /**
   * The slug of what a proposal speaks of: on record, else created under the name that was typed for it. `what` asks for
   * it where there is neither.
   */
  slugOf(draft: Draft, kind: NewKind, what: string, field: string = kind): string {
    const { r } = this;
    const at = (name: string) => newField(draft.key, kind, name);
    const name = r.text(at("name"));
    if (name === null || r.ref(fieldOf(draft.key, field)) !== null)
      return r.needRef(fieldOf(draft.key, field), what);
    const key = `${kind} ${nameKey(name)}`;
    const known = this.#made.get(key);
    if (known) return known.slug;
    const id = r.form.idOf(key);
    const slug = slugOf(name) || `${kind}-${id.slice(0, 8)}`;
    const country = () => {
      const code = r.text(at("country"));
      if (code === null) r.problem(at("country"), "Say in which country, by two letters such as US.");
      return code?.toUpperCase() ?? "";
    };
    const fields = {
      manufacturer: () => ({ country: country(), parent: null }),
      carrier: () => ({
        country: country(),
        carrierKind: r.text(at("kind")) ?? "MNO",
        host: null,
        parent: null,
      }),
      retailer: () => ({ country: country(), retailerKind: r.text(at("kind")) ?? "shop" }),
      device: () => ({
        manufacturer: this.slugOf(draft, "manufacturer", "whose device it is", "new.device.manufacturer"),
        deviceKind: r.text(at("kind")) ?? "phone",
        announced: null,
      }),
    };
    const command = { kind: `create-${kind}`, id, slug, name, ...fields[kind](), aliases: [] };
    this.#made.set(key, { slug, made: { command, owner: `${draft.key} new.${kind}` } });
    return slug;
  }
}
