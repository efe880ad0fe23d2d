import type { Mention } from "@/intake/names/mention";
import { isProduct, makersOf, sellersOf } from "@/intake/names/mention";
import type { Token } from "@/intake/text/tokens";
import { fits, type Slot, type Slots } from "./pattern";
import type { Index, Rule } from "./rule";

/** A rule that fits the tokens from `from` up to, not including, `to`. */
export type Match<Effect> = { readonly rule: Rule<Effect>; readonly from: number; readonly to: number };

/** For each token the mention that begins there. */
export function slotsOf(mentions: readonly Mention[]): Slots {
  const starts = new Map<number, { slots: readonly Slot[]; to: number }>();
  for (const mention of mentions) {
    const slots: Slot[] = [];
    if (isProduct(mention)) slots.push("product");
    if (sellersOf(mention).length > 0) slots.push("seller");
    if (makersOf(mention).length > 0) slots.push("maker");
    starts.set(mention.from, { slots, to: mention.to });
  }
  return (token) => starts.get(token) ?? null;
}

/** The matches between two tokens, from left to right; where several begin at one token, the longest. */
export function matchesOf<Effect>(
  index: Index<Effect>,
  tokens: readonly Token[],
  from: number,
  to: number,
  slots: Slots,
): Match<Effect>[] {
  const found: Match<Effect>[] = [];
  for (let at = from; at < to; at++) {
    let best: Match<Effect> | null = null;
    const consider = ({ rule, pattern }: { rule: Rule<Effect>; pattern: Parameters<typeof fits>[0] }) => {
      const end = fits(pattern, tokens, at, to, slots);
      if (end > at && (!best || end > best.to)) best = { rule, from: at, to: end };
    };
    for (const form of (tokens[at] as Token).forms)
      for (const entry of index.byWord.get(form) ?? []) consider(entry);
    if (slots(at) !== null) for (const entry of index.named) consider(entry);
    if (best) found.push(best);
  }
  return found;
}
