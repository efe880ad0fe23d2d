import { openingsOf, type Pattern, patternOf } from "./pattern";

/**
 * What the words of a rule do to a sale.
 *   sale      a sale, whose time decides between planned and carried
 *   plan      a plan to sell; `preorder` a plan whose orders are open
 *   drop      a plan or a sale given up · stop: a sale at its end · pause · delay · refuse
 *   works     used on a network, bought elsewhere
 *   copy      does what was said of another: "Verizon followed suit"
 */
export type Deed =
  | "sale"
  | "plan"
  | "preorder"
  | "drop"
  | "stop"
  | "pause"
  | "delay"
  | "refuse"
  | "works"
  | "copy"
  | "resume";

/** What words do to the deed that follows them. */
export type Bend =
  | "future"
  | "not"
  | "no-more"
  | "no-plan"
  | "doubt"
  | "wish"
  | "was-to"
  | "begin"
  | "still"
  | "denial";

/** Who the grammatical subject is. `device`: the seller follows with at, from, by. `either`: as it comes. */
export type Frame = "seller" | "device" | "either";

export type Rule<Effect> = {
  readonly id: string;
  /** The rule in one sentence. */
  readonly says: string;
  readonly effect: Effect;
  readonly frame: Frame;
  /** Common words: seller, verb and device must stand close together. */
  readonly weak?: boolean;
  readonly patterns: readonly Pattern[];
  /** A sentence to which the rule applies. */
  readonly example: string;
};

type Draft<Effect> = Omit<Rule<Effect>, "patterns" | "frame"> & {
  readonly frame?: Frame;
  readonly patterns: readonly string[];
};

/** Rules as they are written, made ready for reading. */
export const rules = <Effect>(drafts: readonly Draft<Effect>[]): Rule<Effect>[] =>
  drafts.map((draft) => ({ frame: "either", ...draft, patterns: draft.patterns.map(patternOf) }));

export type Index<Effect> = {
  readonly byWord: ReadonlyMap<string, readonly { rule: Rule<Effect>; pattern: Pattern }[]>;
  /** Those that can begin with something named. */
  readonly named: readonly { rule: Rule<Effect>; pattern: Pattern }[];
};

/** The rules by the words with which they can begin. */
export function indexOf<Effect>(all: readonly Rule<Effect>[]): Index<Effect> {
  const byWord = new Map<string, { rule: Rule<Effect>; pattern: Pattern }[]>();
  const named: { rule: Rule<Effect>; pattern: Pattern }[] = [];
  for (const rule of all) {
    for (const pattern of rule.patterns) {
      const openings = openingsOf(pattern);
      if (openings.named) named.push({ rule, pattern });
      for (const word of openings.words) byWord.set(word, [...(byWord.get(word) ?? []), { rule, pattern }]);
    }
  }
  return { byWord, named };
}
