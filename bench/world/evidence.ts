import type { Attribution, SourceKind, Stance } from "@/domain/status";
import type { Command, Commands } from "./commands";
import type { Random } from "./random";
import type { Source } from "./sources";

export type Evidence = {
  readonly id: string;
  readonly source: Source;
  readonly stance: Stance;
  readonly attribution: Attribution;
  readonly speaker: string | null;
  readonly via: readonly Source[] | "not-named";
  readonly retraction: { readonly id: string; readonly by: Command } | null;
  /** The command that brought it; null: that of its claim. */
  readonly added: Command | null;
};

/** What a kind of source is worth, mostly. */
const WORTH = {
  news: { named: 38, anonymous: 30, unattributed: 27, official: 5 },
  blog: { anonymous: 55, unattributed: 40, named: 5 },
  "press-release": { official: 100 },
  regulatory: { document: 100 },
  statement: { official: 90, named: 10 },
  reference: { document: 55, unattributed: 45 },
} as const satisfies Record<SourceKind, Partial<Record<Attribution, number>>>;

/** The place of the first source that came out on a day or later; the last one when all are older. */
export function placeFrom(press: readonly Source[], day: number): number {
  let [low, high] = [0, press.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((press[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sources that support something that happened on a day: one to four of those that came out around then. */
export function reportsOn(press: readonly Source[], day: number, random: Random): Source[] {
  const from = placeFrom(press, day - random.between(0, 9));
  const count = Number(random.weighted({ 1: 46, 2: 30, 3: 16, 4: 8 }));
  const around = press.slice(from, from + count + 2);
  return around.filter((_, i) => i === 0 || random.chance(0.7)).slice(0, count);
}

/** Support by these sources, in their order; now and then a source rests on others for this claim than it cites. */
export function supportBy(sources: readonly Source[], random: Random): Evidence[] {
  return sources.map((source, i) => {
    const attribution = random.weighted<Attribution>(WORTH[source.kind]);
    const earlier = sources.slice(0, i);
    const way = random.weighted({ cited: 86, via: 9, own: 2, unnamed: 3 });
    const via =
      way === "unnamed"
        ? "not-named"
        : way === "own"
          ? [source]
          : way === "via"
            ? earlier.slice(-random.between(1, 2))
            : [];
    return piece(source, "supports", attribution, via, random);
  });
}

const piece = (
  source: Source,
  stance: Stance,
  attribution: Attribution,
  via: Evidence["via"],
  random: Random,
): Evidence => ({
  id: random.uuid(),
  source,
  stance,
  attribution,
  speaker:
    attribution === "named" || attribution === "official" ? `A spokesperson, ${source.publisher}` : null,
  via,
  retraction: null,
  added: null,
});

/** What was added to a claim later: a denial, a "no comment", one more report; each by a command of its own. */
export function addedLater(
  claim: { readonly day: number; readonly at: number; readonly deal: string },
  press: readonly Source[],
  commands: Commands,
  random: Random,
): Evidence[] {
  const stance = random.weighted({ none: 87, supports: 5, disputes: 4, "no-comment": 4 });
  if (stance === "none") return [];
  const source = press[placeFrom(press, claim.day + random.between(1, 60))];
  if (!source) return [];
  const subject = { kind: "deal", id: claim.deal };
  const added = commands.add("add-evidence", commands.later(Math.max(claim.at, source.made.at), 60), subject);
  const attribution =
    stance === "supports"
      ? random.weighted<Attribution>(WORTH[source.kind])
      : random.weighted<Attribution>({ official: 60, named: 40 });
  const evidence = { ...piece(source, stance, attribution, [], random), added };
  if (!random.chance(0.1)) return [evidence];
  const by = commands.add("retract-evidence", commands.later(added.at, 90), subject);
  return [{ ...evidence, retraction: { id: random.uuid(), by } }];
}
