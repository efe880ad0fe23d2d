/**
 * A rule of good data (docs/model.md, Rules of good data): one rule, one file, one sentence, one test. The forms ask it while somebody
 * types, an import may ask it of its rows, and the page of what needs attention lists what breaks it.
 */
export type Rule<Facts> = {
  /** Also the name of its file; stands in addresses and in `deal_span.broken`. */
  readonly code: string;
  readonly level: Level;
  /** What good data looks like: one sentence. */
  readonly says: string;
  /** The input of the form that mends it. */
  readonly field: string;
  /** What is wrong with these facts and what would be right; null: nothing. */
  readonly check: (facts: Facts) => string | null;
};

/** `must`: it is wrong. `should`: it is weak, and mending it is worth the time. `may`: it could be better. */
export const LEVELS = ["must", "should", "may"] as const;
export type Level = (typeof LEVELS)[number];

/** A rule that some facts break. */
export type Finding = {
  readonly code: string;
  readonly level: Level;
  readonly field: string;
  readonly message: string;
};

/** All of these rules that the facts break, in the order of the list. */
export function findingsOf<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Finding[] {
  const findings: Finding[] = [];
  for (const { code, level, field, check } of rules) {
    const message = check(facts);
    if (message !== null) findings.push({ code, level, field, message });
  }
  return findings;
}
