import { slugOf } from "@/domain/names";
import { ALIAS_KINDS, type AliasKind, type ThingKind } from "@/domain/status";
import { linesOf } from "./edit-spec";
import type { FormReader } from "./form-reader";

/** Create when there is no target, else edit the entity of that slug. */
export function entityCommand(
  kind: ThingKind,
  r: FormReader,
  id: string,
  target: string,
  version: number,
): unknown {
  const named = kind === "policy-action" ? r.must("title") : r.must("name");
  const head = target
    ? { kind: `edit-${kind}`, id, slug: target, version }
    : {
        kind: `create-${kind}`,
        id,
        slug:
          kind === "source"
            ? sourceSlug(r.must("publisher"), r.date("published"), id)
            : slugFor(kind, named, r, id),
      };
  switch (kind) {
    case "manufacturer":
      return {
        ...head,
        name: named,
        country: r.must("country").toUpperCase(),
        parent: r.text("parent"),
        aliases: aliases(r),
      };
    case "carrier":
      return {
        ...head,
        name: named,
        country: r.must("country").toUpperCase(),
        carrierKind: r.must("carrierKind"),
        host: r.ref("host"),
        parent: r.text("parent"),
        aliases: aliases(r),
      };
    case "retailer":
      return {
        ...head,
        name: named,
        country: r.must("country").toUpperCase(),
        retailerKind: r.must("retailerKind"),
        aliases: aliases(r),
      };
    case "device":
      return {
        ...head,
        manufacturer: r.needRef("manufacturer", "whose device it is"),
        name: named,
        deviceKind: r.must("deviceKind"),
        announced: r.date("announced"),
        aliases: aliases(r),
      };
    case "source":
      return {
        ...head,
        publisher: r.must("publisher"),
        title: r.text("title"),
        url: r.text("url"),
        author: r.text("author"),
        published: r.needDate("published", "when it was published"),
        sourceKind: r.must("sourceKind"),
        lang: r.must("lang").toLowerCase(),
        seen: r.text("unseen") === null,
        cites: r.refs("cites"),
      };
    case "policy-action":
      return {
        ...head,
        title: named,
        issuer: r.must("issuer"),
        date: r.needDate("date", "when it was done"),
        summary: r.must("summary"),
        affects: r.refs("affects"),
        sources: r.refs("sources"),
      };
  }
}

/** A carrier's address name carries its country where the name alone may belong to several. */
function slugFor(kind: ThingKind, name: string, r: FormReader, id: string): string {
  const base = slugOf(name) || `${kind}-${id.slice(0, 8)}`;
  const country = r.text("country")?.toLowerCase();
  return kind === "carrier" && country && !base.endsWith(`-${country}`) ? `${base}-${country}` : base;
}

/** The address name of a new source: its publisher, its day, and what tells it from others of both. */
export const sourceSlug = (publisher: string, published: string | null, id: string): string =>
  [slugOf(publisher) || "source", (published ?? "").replace(/\D/g, "").slice(0, 8), id.slice(0, 6)]
    .filter((part) => part !== "")
    .join("-");

function aliases(r: FormReader): { kind: AliasKind; text: string }[] {
  return linesOf(r.input.values.aliases).map((line) => {
    const kind = ALIAS_KINDS.find((k) => line.toLowerCase().startsWith(`${k}:`));
    return kind ? { kind, text: line.slice(kind.length + 1).trim() } : { kind: "name", text: line };
  });
}

/** A device that is created on the spot: its command goes to `first`; its slug, or null when none was named. */
export function newDevice(r: FormReader, first: unknown[]): string | null {
  const name = r.text("new.device.name");
  if (name === null) return null;
  const id = r.input.idOf("device");
  const slug = slugOf(name) || `device-${id.slice(0, 8)}`;
  first.push({
    kind: "create-device",
    id,
    slug,
    manufacturer: r.needRef("new.device.manufacturer", "whose device it is"),
    name,
    deviceKind: r.text("new.device.kind") ?? "phone",
    announced: null,
    aliases: [],
  });
  return slug;
}

/** A carrier that is created on the spot, likewise. */
export function newCarrier(r: FormReader, first: unknown[]): string | null {
  const name = r.text("new.carrier.name");
  if (name === null) return null;
  const id = r.input.idOf("carrier");
  const country = r.must("new.carrier.country").toUpperCase();
  const slug = `${slugOf(name) || `carrier-${id.slice(0, 8)}`}-${country.toLowerCase()}`;
  const carrierKind = r.text("new.carrier.kind") ?? "MNO";
  first.push({
    kind: "create-carrier",
    id,
    slug,
    name,
    country,
    carrierKind,
    host: null,
    parent: null,
    aliases: [],
  });
  return slug;
}
