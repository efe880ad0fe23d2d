import type { Id } from "./claims";
import type { Reason } from "./status";

/** What an admin has said needs a second person (docs/model.md, Who may do what). */
export type ReviewRule = { readonly id: Id } & (
  | { readonly scope: "everything" }
  | { readonly scope: "manufacturer" | "carrier"; readonly of: { readonly id: Id; readonly name: string } }
  | { readonly scope: "reason"; readonly reason: Reason }
);
export const REVIEW_SCOPES = ["everything", "manufacturer", "carrier", "reason"] as const;
export type ReviewScope = (typeof REVIEW_SCOPES)[number];

/** What commands touch, as far as the rules ask: ids of manufacturers and carriers, and reasons given, before and after. */
export type Touch = {
  readonly manufacturers: ReadonlySet<Id>;
  readonly carriers: ReadonlySet<Id>;
  readonly reasons: ReadonlySet<Reason>;
};

/** The rules that ask for a second person here: the one truth, asked by the door, the forms and the pages. */
export const rulesAsking = (rules: readonly ReviewRule[], touch: Touch): readonly ReviewRule[] =>
  rules.filter((rule) => asks(rule, touch));

function asks(rule: ReviewRule, { manufacturers, carriers, reasons }: Touch): boolean {
  switch (rule.scope) {
    case "everything":
      return true;
    case "manufacturer":
      return manufacturers.has(rule.of.id);
    case "carrier":
      return carriers.has(rule.of.id);
    case "reason":
      return reasons.has(rule.reason);
  }
}

/** Why it cannot be saved without a second person, for people. `asking`: at least one rule. `word`: a reason in words. */
export function reviewSentence(asking: readonly ReviewRule[], word: (reason: Reason) => string): string {
  if (asking.some((rule) => rule.scope === "everything"))
    return "Every change needs a second person here. Propose it instead.";
  const named = asking.map((rule) => {
    if (rule.scope === "reason") return `the reason “${word(rule.reason)}”`;
    return rule.scope === "everything" ? "everything" : rule.of.name;
  });
  const last = named.at(-1) ?? "";
  const list = named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${last}` : last;
  return `Changes that concern ${list} need a second person. Propose it instead.`;
}
