import type { Desk, DraftGroup } from "@/intake/desk/draft";
import { DraftCard } from "./draft-card";
import { type Numbered, numberOf } from "./passages";
import type { IntakeState } from "./state";

const HEADS: readonly (readonly [DraftGroup, string])[] = [
  ["own", "Passages of your own"],
  ["new", "New claims"],
  ["have", "We have this already"],
  ["brand", "A whole brand, and the deals that it touches"],
  ["listing", "Listings at retailers"],
  ["statement", "Statements"],
];

type Props = { state: IntakeState; desk: Desk; passages: readonly Numbered[] };

/** The proposals under their heads. The first one of a passage is where the passage's number leads. */
export function DraftGroups({ state, desk, passages }: Props) {
  const led = new Set<number>();
  return HEADS.map(([group, head]) => {
    const drafts = desk.drafts.filter((draft) => draft.group === group);
    if (drafts.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`g-${group}`}>
        <h2 className="intake-group" id={`g-${group}`}>
          {head}
        </h2>
        <ul>
          {drafts.map((draft) => {
            const number = numberOf(passages, draft);
            const first = number !== null && !led.has(number);
            if (number !== null) led.add(number);
            return (
              <DraftCard
                key={draft.key}
                draft={draft}
                number={number}
                anchor={first ? `c${number}` : undefined}
                upstream={desk.upstream}
                state={state}
              />
            );
          })}
        </ul>
      </section>
    );
  });
}
