import type { Id } from "./claims";
import type { Named, Page } from "./deal-rows";
import type { Day, Edtf } from "./edtf";
import type { CarrierAbout } from "./entity-pages";
import { STATUSES, type Status } from "./status";

/** A spell: a span of being carried. A device that came back to a carrier has two. */

/** What a spell can have ended with. */
export const SPELL_ENDS = STATUSES.filter((s): s is Exclude<Status, "carried"> => s !== "carried");
export type SpellEnd = (typeof SPELL_ENDS)[number];

export type SpellLine = {
  readonly deal: Id;
  readonly device: Named;
  readonly maker: Named;
  readonly begun: { readonly claim: Id; readonly on: Edtf };
  /** The claim that ended it; null: it goes on as far as is known. */
  readonly ended: { readonly claim: Id; readonly on: Edtf; readonly status: SpellEnd } | null;
  /** Of one that goes on: the day of the last news of its deal, up to which it counts. */
  readonly heard: Day | null;
  /** Whole months that it lasted, as short and as long as its dates allow. */
  readonly atLeast: number;
  readonly atMost: number;
};

/** How many spells there are of each end; those that go on apart. */
export type SpellCounts = { readonly going: number; readonly became: Readonly<Record<SpellEnd, number>> };

export const overOf = ({ became }: SpellCounts): number => SPELL_ENDS.reduce((n, s) => n + became[s], 0);

/**
 * The spells on sale at a carrier. `counts`: before how they ended is asked; `span`: the days that
 * they cover, to the day looked at where one goes on.
 */
export type CarrierSpells = Page<SpellLine> & {
  readonly about: CarrierAbout;
  readonly counts: SpellCounts;
  readonly span: { readonly from: Day; readonly to: Day } | null;
};

/** How many of them a choice of ends leaves. */
export function spellsLeft(
  counts: SpellCounts,
  { state, became }: { readonly state: "going" | "over" | null; readonly became: SpellEnd | null },
): number {
  const ended = became === null ? overOf(counts) : counts.became[became];
  return (state === "over" || became !== null ? 0 : counts.going) + (state === "going" ? 0 : ended);
}
