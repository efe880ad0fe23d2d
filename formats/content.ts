import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { ThingKind } from "@/domain/status";
import {
  ALIAS_KIND_WORDS,
  ATTRIBUTION_WORDS,
  CARRIER_KIND_WORDS,
  DEVICE_KIND_WORDS,
  REASON_WORDS,
  RETAILER_KIND_WORDS,
  SOURCE_KIND_WORDS,
  STANCE_WORDS,
  STATEMENT_WORDS,
  STATUS_WORDS,
} from "@/domain/words";
import type { Command, CommandOf } from "./commands";
import { countryName } from "./countries";

/**
 * What a claim or a thing says, in the fields of the command that would say it: what is recorded and what is proposed can then
 * be laid side by side, and what was said once can be said again.
 */
export type StatusContent = Omit<
  CommandOf<"record-status">,
  "kind" | "id" | "device" | "carrier" | "version"
>;
export type ListingContent = Pick<CommandOf<"record-listing">, "from" | "to" | "note" | "evidence">;
export type StatementContent = Omit<CommandOf<"record-statement">, "kind" | "id">;
type Sent<K extends ThingKind> = Omit<CommandOf<`edit-${K}`>, "kind" | "id" | "slug" | "version">;
export type ThingContent = { [K in ThingKind]: Sent<K> }[ThingKind];
export type Evidence = StatusContent["evidence"][number];

/** The name of what a slug stands for: "Verizon"; the slug itself where nobody knows it. */
export type NameOf = (kind: ThingKind, slug: string) => string;

/** One field in words; "" where it says nothing. */
export type Said = { readonly key: string; readonly label: string; readonly value: string };

const date = (text: string): string => {
  const read = parseEdtf(text);
  return read.ok ? dateWords(read.value) : text;
};
const word = (table: Readonly<Record<string, string | { word: string }>>, value: string): string => {
  const found = table[value];
  return typeof found === "string" ? found : (found?.word ?? value);
};

type Say = (value: never, name: NameOf) => string;
const say = <V>(words: (value: V, name: NameOf) => string): Say => words as Say;
const text = say<string>((v) => v);
const list = <V>(one: (value: V, name: NameOf) => string) =>
  say<readonly V[]>((values, name) => values.map((v) => one(v, name)).join(", "));
const ref = (kind: ThingKind) => say<string>((slug, name) => name(kind, slug));
const refs = (kind: ThingKind) => list<string>((slug, name) => name(kind, slug));

/** Every field that a person reads, in the order in which it is read. */
const FIELDS: Readonly<Record<string, readonly [label: string, say: Say]>> = {
  status: ["Status", say<string>((v) => word(STATUS_WORDS, v))],
  effective: ["When", say(date)],
  effectiveWords: ["In the source’s words", text],
  target: ["Target", say(date)],
  targetWords: ["Target in the source’s words", text],
  reasons: ["Reasons", list<string>((v) => word(REASON_WORDS, v))],
  exclusive: ["Exclusive", say<boolean>((v) => (v ? "yes" : "no"))],
  policyActions: ["Policy actions", refs("policy-action")],
  market: ["Market", say(countryName)],
  from: ["On sale since", say(date)],
  to: ["Until", say(date)],
  name: ["Name", text],
  publisher: ["Publisher", text],
  title: ["Title", text],
  manufacturer: ["Manufacturer", ref("manufacturer")],
  country: ["Country", say(countryName)],
  carrierKind: ["Kind", say<string>((v) => word(CARRIER_KIND_WORDS, v))],
  retailerKind: ["Kind", say<string>((v) => word(RETAILER_KIND_WORDS, v))],
  deviceKind: ["Kind", say<string>((v) => word(DEVICE_KIND_WORDS, v))],
  sourceKind: ["Kind", say<string>((v) => word(SOURCE_KIND_WORDS, v))],
  host: ["Host", ref("carrier")],
  parent: ["Parent company", text],
  announced: ["Announced", say(date)],
  aliases: [
    "Also known as",
    list<{ kind: string; text: string }>((a) =>
      a.kind === "name" ? a.text : `${word(ALIAS_KIND_WORDS, a.kind)} ${a.text}`,
    ),
  ],
  url: ["Address", text],
  author: ["Author", text],
  published: ["Published", say(date)],
  lang: ["Language", text],
  seen: ["Read by us", say<boolean>((v) => (v ? "yes" : "no"))],
  cites: ["Rests on", refs("source")],
  issuer: ["Issuer", text],
  affects: ["Affects", refs("manufacturer")],
  sources: ["Sources", refs("source")],
  speaker: ["Said by", text],
  org: ["Of", text],
  date: ["Date", say(date)],
  stance: ["Stance", say<string>((v) => word(STATEMENT_WORDS, v))],
  quote: ["Quote", text],
  summary: ["Summary", text],
  source: ["Source", ref("source")],
  on: ["Taken back on", say(date)],
  note: ["Note", text],
};

/** The fields of a content in words, those that say nothing included, so that two contents can be laid side by side. */
export function saidFields(content: object, name: NameOf): Said[] {
  const values = content as Readonly<Record<string, unknown>>;
  return Object.entries(FIELDS).flatMap(([key, [label, words]]) => {
    if (!(key in values)) return [];
    const value = values[key];
    return [{ key, label, value: value === null || value === undefined ? "" : words(value as never, name) }];
  });
}

export type Difference = { readonly label: string; readonly now: string; readonly after: string };

/** The fields that two contents say differently, in words. */
export function differences(now: object, then: object, name: NameOf): Difference[] {
  const before = new Map(saidFields(now, name).map((f) => [f.key, f.value]));
  return saidFields(then, name)
    .filter((f) => (before.get(f.key) ?? "") !== f.value)
    .map((f) => ({ label: f.label, now: before.get(f.key) ?? "", after: f.value }));
}

/** "supports · official · “quote”": one piece of evidence beside its source. */
export const evidenceWords = (e: Evidence, name: NameOf): string =>
  [
    STANCE_WORDS[e.stance],
    ATTRIBUTION_WORDS[e.attribution].word,
    e.speaker,
    e.quote && `“${e.quote}”`,
    e.via === "not-named"
      ? "retells without naming whom"
      : Array.isArray(e.via) && `via ${e.via.map((slug) => name("source", slug)).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");

/** What a command says of the world: everything but its id, its kind and what it was made from. */
export function contentOfCommand(command: Command): Readonly<Record<string, unknown>> {
  const { id: _, kind: _k, ...rest } = command;
  return rest;
}
