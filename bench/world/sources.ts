import { type Edtf, exactDay } from "@/domain/edtf";
import type { SourceKind } from "@/domain/status";
import { type Command, type Commands, DAY, HOUR } from "./commands";
import type { Brand, Entities } from "./entities";
import { PUBLISHERS } from "./names";
import { type Random, share } from "./random";
import { FLAGSHIP, type Size } from "./size";
import { dayText, instantOf, LAST, RECORD_FROM, vagueDate } from "./time";

export type Source = {
  readonly id: string;
  readonly slug: string;
  readonly brand: Brand;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly author: string | null;
  /** Number of the day it counts by; `published` may be vaguer. */
  readonly day: number;
  readonly published: Edtf;
  readonly kind: SourceKind;
  readonly seen: boolean;
  readonly made: Command;
  /** A second version, whose title was mended. */
  readonly edited: Command | null;
  readonly retracted: { readonly by: Command; readonly on: Edtf } | null;
};
export type Citation = {
  readonly id: string;
  readonly citing: Source;
  readonly cited: Source;
  readonly retracted: { readonly id: string; readonly by: Command } | null;
};

/** What was published, about each maker in order of its day. */
export type Press = {
  readonly sources: readonly Source[];
  readonly citations: readonly Citation[];
  readonly about: ReadonlyMap<Brand, readonly Source[]>;
};

const KINDS = { news: 62, blog: 12, "press-release": 14, regulatory: 3, statement: 4, reference: 5 } as const;
const TITLES = {
  news: "What carriers plan for",
  blog: "Heard about",
  "press-release": "An announcement about",
  regulatory: "A filing on",
  statement: "A statement on",
  reference: "Price list with",
} as const satisfies Record<SourceKind, string>;

/** Publications about each maker, more about makers with more models; reports lean on earlier ones. */
export function makePress(
  size: Size,
  { brands, devices }: Entities,
  commands: Commands,
  random: Random,
): Press {
  const models = new Map(brands.map((b) => [b, 0]));
  for (const { brand } of devices) models.set(brand, (models.get(brand) ?? 0) + 1);
  const isFlagship = (b: Brand) => b.name === FLAGSHIP.brand;
  const others = share(
    size.sources - size.flagship.sources,
    brands.map((b) => (isFlagship(b) ? 0 : (models.get(b) ?? 0) + 2)),
  );
  const about = new Map<Brand, Source[]>();
  const citations: Citation[] = [];
  for (const [i, brand] of brands.entries()) {
    const days = Array.from({ length: (isFlagship(brand) ? size.flagship.sources : others[i]) ?? 0 }, () =>
      random.between(60, LAST),
    ).sort((a, b) => a - b);
    const own: Source[] = [];
    for (const [n, day] of days.entries()) {
      const source = makeSource(brand, n, day, commands, random);
      citations.push(...citationsOf(source, own, random));
      own.push(source);
    }
    about.set(brand, own);
  }
  return { sources: [...about.values()].flat(), citations, about };
}

function makeSource(brand: Brand, n: number, day: number, commands: Commands, random: Random): Source {
  const kind = random.weighted<SourceKind>(KINDS);
  const own = kind === "press-release" || kind === "statement";
  const publisher = own ? `${brand.name} Newsroom` : random.pick(PUBLISHERS);
  const published = random.chance(0.94) ? exactDay(dayText(day)) : vagueDate(random, day);
  const slug = `${brand.slug}-${dayText(day)}-${n}`;
  const id = random.uuid();
  const out = instantOf(day) + 6 * HOUR;
  const at = out < RECORD_FROM ? RECORD_FROM + random.between(0, 20 * DAY) : out + random.between(0, HOUR);
  const subject = { kind: "source", id };
  const made = commands.add("create-source", at, subject);
  const gone = random.chance(0.004) ? day + random.between(3, 400) : null;
  return {
    id,
    slug,
    brand,
    publisher,
    title: `${TITLES[kind]} ${brand.name}, no. ${n + 1}`,
    url: `https://${publisher.toLowerCase().replaceAll(" ", "-")}.example/${slug}`,
    author: own ? null : random.pick(commands.users).name,
    day,
    published: published.openEnd || published.openStart ? exactDay(dayText(day)) : published,
    kind,
    seen: random.chance(0.97),
    made,
    edited: random.chance(0.04) ? commands.add("edit-source", commands.later(at, 200), subject) : null,
    retracted:
      gone !== null && gone < LAST
        ? {
            by: commands.add("retract-source", commands.later(Math.max(at, instantOf(gone)), 40), subject),
            on: exactDay(dayText(gone)),
          }
        : null,
  };
}

/** News and blogs retell what came out in the months before; whoever is cited is older, so there is no circle. */
function citationsOf(citing: Source, before: readonly Source[], random: Random): Citation[] {
  if ((citing.kind !== "news" && citing.kind !== "blog") || !random.chance(0.4)) return [];
  const recent = before.slice(-4).filter((s) => s.day > citing.day - 90);
  const cited = recent.filter(() => random.chance(0.5)).slice(0, 2);
  return cited.map((source) => ({
    id: random.uuid(),
    citing,
    cited: source,
    retracted: citing.edited && random.chance(0.2) ? { id: random.uuid(), by: citing.edited } : null,
  }));
}
