import { nameKey } from "@/domain/names";
import { PHONES } from "@/intake/rules/nouns";
import { tokensOf } from "@/intake/text/tokens";
import { NICKNAMES } from "./nicknames";
import { placeWords } from "./places";

export type EntityKind = "manufacturer" | "device" | "carrier" | "retailer";

/** One entity of the record with the names that the record knows. */
export type Entity = {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Of a device: the slug of its manufacturer. */
  readonly maker?: string;
  /** Of a carrier or retailer: ISO 3166-1. */
  readonly country?: string;
};

/** What the record offers: its entities, and the publishers of its sources. */
export type Record = { readonly entities: readonly Entity[]; readonly publishers: readonly string[] };

/** How sure a spelling is: `full` as recorded, `short` without the maker or country, which needs support. */
export type Reading = { readonly entity: Entity; readonly how: "full" | "short"; readonly spelling: string };

/** Every spelling by its key (`nameKey` of its words run together), with the entities that it may mean. */
export type Lexicon = {
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** Most words that a spelling has. */
  readonly longest: number;
  readonly entities: readonly Entity[];
  readonly makers: ReadonlyMap<string, Entity>;
  /** First words of devices, after the maker's name: Galaxy, Lumia, Xperia. By key. */
  readonly families: ReadonlySet<string>;
  readonly publishers: ReadonlyMap<string, string>;
};

const words = (name: string) => tokensOf(name).filter((token) => token.key !== "");
const withoutBracket = (name: string): string => name.replace(/\s*\([^)]*\)\s*$/, "");

/** "BlackBerry Priv" without its maker is "Priv"; null when nothing of weight is left. */
function withoutMaker(name: string, makerNames: readonly string[]): string | null {
  for (const maker of makerNames) {
    if (name.toLowerCase().startsWith(`${maker.toLowerCase()} `)) {
      const rest = name.slice(maker.length + 1);
      const bare = withoutBracket(rest);
      return /\p{L}/u.test(bare) && nameKey(bare).length >= 2 && !PHONES.has(bare.toLowerCase())
        ? rest
        : null;
    }
  }
  return null;
}

/** "Samsung Note 7", "Sony Z3": the maker and what follows the family's name, where a figure makes it unmistakable. */
function familyless(names: readonly string[], makerNames: readonly string[]): string[] {
  return names.flatMap((name) => {
    const maker = makerNames.find((known) => name.toLowerCase().startsWith(`${known.toLowerCase()} `));
    const rest = (maker ? name.slice(maker.length + 1) : name).split(" ").slice(1);
    const isClear = /\p{L}/u.test(rest.join("")) && /\d/.test(rest.join("")) && !rest[0]?.startsWith("(");
    return isClear ? (maker ? [maker] : makerNames).map((known) => `${known} ${rest.join(" ")}`) : [];
  });
}

/** "Vodafone UK" without its country is "Vodafone"; null when the name ends with no country. */
function withoutPlace(name: string): string | null {
  const parts = withoutBracket(name).split(" ");
  for (const n of [2, 1]) {
    if (parts.length > n && placeWords.has(parts.slice(-n).join(" ").toLowerCase())) {
      const rest = parts.slice(0, -n).join(" ");
      return /\p{L}/u.test(rest) ? rest : null;
    }
  }
  return null;
}

const OWN_SHOPS = [
  "own store",
  "website",
  "web site",
  "site",
  "online store",
  "web store",
  "web shop",
  "online shop",
  "own site",
];

/** How texts call a maker's own shop: "Dell's web shop", "palm.com", "Microsoft Stores". */
function shopSpellings(name: string): string[] {
  const plural = /(?:store|shop)$/i.test(name) ? [`${name}s`] : [];
  const maker = /^(\p{L}+) (?:web shop|web store|online store|store)$/iu.exec(name)?.[1];
  return maker
    ? [
        ...plural,
        `${maker.toLowerCase()}.com`,
        ...OWN_SHOPS.flatMap((shop) => [`${maker}'s ${shop}`, `${maker}'s own ${shop}`]),
      ]
    : plural;
}

function spellingsOf(entity: Entity, makerNames: readonly string[]): { text: string; how: Reading["how"] }[] {
  const recorded = [entity.name, ...entity.aliases];
  // "iPad Wi-Fi" for the iPad (Wi-Fi)
  const unbracketed = recorded.map((name) => name.replace(/[()]/g, ""));
  const full = [
    ...recorded,
    ...recorded.map(withoutBracket),
    ...unbracketed,
    ...(NICKNAMES[nameKey(entity.name)] ?? []),
  ];
  const found = full.map((text) => ({ text, how: "full" as Reading["how"] }));
  if (entity.kind === "device") {
    // "Nord N10" for the Nord N10 5G, "Velvet 5G" for the Velvet: its radio is told or not.
    for (const text of [...full]) {
      const bare = text.replace(/ (?:5G|4G|LTE)$/, "");
      if (bare !== text) found.push({ text: bare, how: "short" });
      else
        for (const radio of ["5G", "LTE"])
          found.push({ text: `${withoutBracket(text)} ${radio}`, how: "short" });
    }
    // "Samsung Note 7" for the Galaxy Note 7
    for (const text of familyless(full, makerNames)) found.push({ text, how: "full" });
    for (const text of full) {
      // "the Pixels"
      const bare = withoutMaker(text, makerNames) ?? text;
      if (/^\p{Lu}\p{Ll}{3,}$/u.test(bare)) found.push({ text: `${bare}s`, how: "short" });
      const rest = withoutMaker(text, makerNames);
      if (rest) found.push({ text: rest, how: words(rest).length > 1 || /\d/.test(rest) ? "full" : "short" });
      else for (const maker of makerNames) found.push({ text: `${maker} ${text}`, how: "full" });
    }
  } else if (entity.kind !== "manufacturer") {
    for (const text of full) {
      const rest = withoutPlace(text) ?? /^(\p{L}+)\.co\.\w{2}$/u.exec(text)?.[1];
      if (rest) found.push({ text: rest, how: "short" });
      for (const spelling of shopSpellings(text)) found.push({ text: spelling, how: "full" });
    }
  }
  return found;
}

/** Makes the lexicon. Of two readings of one spelling the full one stands; spellings of several entities stay ambiguous. */
export function lexiconOf(record: Record): Lexicon {
  const makers = new Map(record.entities.filter((e) => e.kind === "manufacturer").map((e) => [e.slug, e]));
  const readings = new Map<string, Reading[]>();
  const families = new Set<string>();
  let longest = 1;
  for (const entity of record.entities) {
    const maker = entity.maker === undefined ? undefined : makers.get(entity.maker);
    const makerNames = maker ? [maker.name, withoutBracket(maker.name), ...maker.aliases] : [];
    for (const { text, how } of spellingsOf(entity, [
      ...makerNames,
      ...makerNames.map((n) => n.split(" ")[0] ?? n),
    ])) {
      // "Phone" for the "Phone (2)" would be every phone.
      if (PHONES.has(text.toLowerCase())) continue;
      const parts = words(text);
      const key = parts.map((part) => part.key).join("");
      if (key === "") continue;
      longest = Math.max(longest, parts.length);
      const known = readings.get(key) ?? [];
      if (!known.some((r) => r.entity === entity)) known.push({ entity, how, spelling: text });
      readings.set(key, known);
      if (entity.kind === "device" && parts.length > 1) {
        const family = parts[0]?.key ?? "";
        const isMaker = makerNames.some((known) => nameKey(known).startsWith(family));
        if (!isMaker && family.length > 2 && /\p{L}/u.test(family)) families.add(family);
      }
    }
  }
  const publishers = new Map(record.publishers.map((name) => [nameKey(name), name]));
  return { readings, longest: Math.min(longest, 8), entities: record.entities, makers, families, publishers };
}
