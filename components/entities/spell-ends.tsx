import type { ReactNode } from "react";
import { Facet } from "@/components/lists/facet";
import type { Sorting } from "@/components/lists/sort-head";
import { StatusWord } from "@/components/status/status-mark";
import { overOf, SPELL_ENDS, type SpellCounts } from "@/domain/spells";
import type { SpellReading } from "@/formats/lists";
import { withQuery } from "@/formats/paths";

type Filter = SpellReading["filter"];
type Props = { counts: SpellCounts; filter: Filter; sorting: Omit<Sorting, "sort"> };

/** How spells ended, each with how many; a click on what is chosen lets go of it. */
export function SpellEnds({ counts, filter, sorting: { path, query, keep } }: Props) {
  const facet = (more: Partial<Pick<Filter, "state" | "became">>, n: number, word: ReactNode) => {
    const { state = null, became = null } = more;
    const on = filter.state === state && filter.became === became;
    return (
      <Facet
        key={`${state}-${became}`}
        on={on}
        href={withQuery(path, query, { ...keep, state: on ? null : state, became: on ? null : became })}
        n={n}
      >
        {word}
      </Facet>
    );
  };
  return (
    <nav aria-label="Narrow the list" className="narrow-by">
      <ul aria-label="By how they ended">
        {facet({ state: "going" }, counts.going, "no end known")}
        {facet({ state: "over" }, overOf(counts), "ended")}
        {SPELL_ENDS.filter((s) => counts.became[s] > 0 || filter.became === s).map((s) =>
          facet(
            { became: s },
            counts.became[s],
            <>
              then <StatusWord status={s} />
            </>,
          ),
        )}
      </ul>
    </nav>
  );
}
