import type { Token } from "@/intake/text/tokens";
import { calendarRules } from "./calendar-rules";
import { relativeRules } from "./relative-rules";
import { seasonRules } from "./season-rules";
import type { FoundWhen } from "./when";

/** All ways to write a date. */
export const DATE_RULES = [...calendarRules, ...seasonRules, ...relativeRules];

/** The date expressions between two tokens, from left to right; at each place the longest that a rule reads. */
export function findDates(tokens: readonly Token[], from: number, to: number): FoundWhen[] {
  const found: FoundWhen[] = [];
  for (let at = from; at < to; ) {
    let best: FoundWhen | null = null;
    for (const rule of DATE_RULES) {
      const read = rule.read(tokens, at);
      if (read && read.to <= to && (!best || read.to > best.to)) best = { from: at, ...read };
    }
    if (best) found.push(best);
    at = best ? best.to : at + 1;
  }
  return found;
}
