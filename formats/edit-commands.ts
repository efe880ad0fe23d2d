import { readDate } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { slugOf } from "@/domain/names";
import { ALIAS_KINDS, type AliasKind } from "@/domain/status";
import { evidenceName, linesOf, MAX_EVIDENCE } from "./edit-spec";
import type { FormKind } from "./edit-specs";
import type { Problem } from "./form-state";

/**
 * From what stands in a form to commands of the door. Pure: references were resolved to slugs before (`refs`: field →
 * slugs), ids come from `idOf`, so that the same form sent twice makes the same commands.
 */
export type Input = {
  readonly values: Readonly<Record<string, string>>;
  /** Slugs by field name; a field that was left empty has none. */
  readonly refs: Readonly<Record<string, readonly string[]>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** Today, for dates without a year. */
  readonly today: Day;
  /** An id that follows from the form's own id and this word; "" is the main command. */
  readonly idOf: (word: string) => string;
};

export type Made = { readonly commands: readonly unknown[]; readonly problems: readonly Problem[] };

/** Reads the fields of one form; collects what is wrong with dates on the way. */
class Reader {
  readonly problems: Problem[] = [];
  constructor(readonly input: Input) {}

  text(name: string): string | null {
    const value = this.input.values[name]?.trim() ?? "";
    return value === "" ? null : value;
  }
  /** "" where a command needs text: the schema then says that something must be written. */
  must(name: string): string {
    return this.text(name) ?? "";
  }
  ref(name: string): string | null {
    return this.input.refs[name]?.[0] ?? null;
  }
  refs(name: string): readonly string[] {
    return this.input.refs[name] ?? [];
  }
  date(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const read = readDate(text, { relativeTo: this.input.today });
    if (read.ok) return read.value.text;
    this.problems.push({ field: name, message: read.message });
    return text;
  }
  needDate(name: string, what: string): string {
    const date = this.date(name);
    if (date === null)
      this.problems.push({ field: name, message: `Say ${what}. A month, a year or “by …” is enough.` });
    return date ?? "";
  }
  needRef(name: string, what: string): string {
    const slug = this.ref(name);
    if (slug === null && !this.problems.some((p) => p.field === name)) {
      this.problems.push({ field: name, message: `Say ${what}: type a few letters of a name.` });
    }
    return slug ?? "none";
  }
  version(): number {
    return Number.parseInt(this.input.values.version ?? "", 10) || 0;
  }
}

/** The commands that a form makes, in order; new sources before what rests on them. */
export function commandsOf(kind: FormKind, input: Input): Made {
  const r = new Reader(input);
  const id = input.idOf("");
  const version = r.version();
  const target = input.values.target_id ?? "";
  const first: unknown[] = [];
  const evidence = () => evidenceOf(r, first);
  const status = () => ({
    status: r.must("status"),
    effective: r.needDate("effective", "when it took effect"),
    effectiveWords: r.text("effectiveWords"),
    target: r.date("target"),
    targetWords: r.text("targetWords"),
    reasons: input.checks.reasons ?? [],
    exclusive: { yes: true, no: false }[r.must("exclusive")] ?? null,
    policyActions: r.refs("policyActions"),
    note: r.text("note"),
    evidence: evidence(),
  });
  const made = (): unknown[] => {
    switch (kind) {
      case "record-status": {
        const device = newDevice(r, first) ?? r.needRef("device", "which device");
        const carrier = newCarrier(r, first) ?? r.needRef("carrier", "which carrier");
        return [{ kind, id, device, carrier, version, ...status() }];
      }
      case "correct-status":
        return [{ kind, id, corrects: target, version, why: r.must("why"), ...status() }];
      case "retract-status":
        return [{ kind, id, claim: target, version, why: r.must("why") }];
      case "add-evidence":
        return evidence().map((one, i) => ({
          kind,
          id: i === 0 ? id : input.idOf(`evidence ${i}`),
          claim: target,
          version: version + i,
          evidence: one,
        }));
      case "retract-evidence":
        return [{ kind, id, evidence: target, version, why: r.must("why") }];
      case "record-listing":
        return [
          {
            kind,
            id,
            device: r.needRef("device", "which device"),
            retailer: r.needRef("retailer", "which retailer"),
            market: r.must("market").toUpperCase(),
            ...listing(r),
            evidence: evidence(),
          },
        ];
      case "correct-listing":
        return [{ kind, id, corrects: target, why: r.must("why"), ...listing(r), evidence: evidence() }];
      case "end-listing":
        return [
          {
            kind,
            id,
            listing: target,
            to: r.needDate("to", "until when"),
            note: r.text("note"),
            evidence: evidence(),
          },
        ];
      case "retract-listing":
        return [{ kind, id, listing: target, why: r.must("why") }];
      case "record-statement":
        return [{ kind, id, ...statement(r) }];
      case "correct-statement":
        return [{ kind, id, corrects: target, why: r.must("why"), ...statement(r) }];
      case "retract-statement":
        return [{ kind, id, statement: target, why: r.must("why") }];
      case "retract-source":
        return [
          {
            kind,
            id,
            slug: target,
            version,
            on: r.needDate("on", "when it was taken back"),
            why: r.must("why"),
          },
        ];
      default:
        return [entity(kind, r, id, target, version)];
    }
  };
  const main = made();
  return { commands: [...first, ...main], problems: r.problems };
}

const listing = (r: Reader) => ({
  from: r.needDate("from", "since when"),
  to: r.date("to"),
  note: r.text("note"),
});

const statement = (r: Reader) => ({
  speaker: r.must("speaker"),
  org: r.must("org"),
  date: r.needDate("date", "when it was said"),
  about: {
    device: r.ref("device"),
    carrier: r.ref("carrier"),
    manufacturer: r.ref("manufacturer"),
    policyAction: r.ref("policyAction"),
  },
  stance: r.must("stance"),
  quote: r.text("quote"),
  summary: r.must("summary"),
  source: r.needRef("source", "where it was said"),
});

type EntityKind = "manufacturer" | "carrier" | "retailer" | "device" | "source" | "policy-action";

/** Create when there is no target, else edit the entity of that slug. */
function entity(kind: EntityKind, r: Reader, id: string, target: string, version: number): unknown {
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
function slugFor(kind: EntityKind, name: string, r: Reader, id: string): string {
  const base = slugOf(name) || `${kind}-${id.slice(0, 8)}`;
  const country = r.text("country")?.toLowerCase();
  return kind === "carrier" && country && !base.endsWith(`-${country}`) ? `${base}-${country}` : base;
}

const sourceSlug = (publisher: string, published: string | null, id: string): string =>
  [slugOf(publisher) || "source", (published ?? "").replace(/\D/g, "").slice(0, 8), id.slice(0, 6)]
    .filter((part) => part !== "")
    .join("-");

function aliases(r: Reader): { kind: AliasKind; text: string }[] {
  return linesOf(r.input.values.aliases).map((line) => {
    const kind = ALIAS_KINDS.find((k) => line.toLowerCase().startsWith(`${k}:`));
    return kind ? { kind, text: line.slice(kind.length + 1).trim() } : { kind: "name", text: line };
  });
}

/** A device that is created on the spot. */
function newDevice(r: Reader, first: unknown[]): string | null {
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

/** A carrier that is created on the spot. */
function newCarrier(r: Reader, first: unknown[]): string | null {
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

/** The rows of evidence; sources that are new become commands of their own, each once. */
function evidenceOf(r: Reader, first: unknown[]): unknown[] {
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
  const count = Math.min(Number.parseInt(r.input.values.evidenceCount ?? "1", 10) || 1, MAX_EVIDENCE);
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
