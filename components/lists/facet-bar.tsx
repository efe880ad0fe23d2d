import type { ReactNode } from "react";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import type { Facets } from "@/domain/deal-facets";
import { CERTAINTIES, STATUSES } from "@/domain/status";
import { MARK_WORDS, ORIGIN_WORDS } from "@/formats/deal-words";
import type { DealFilter } from "@/formats/lists";
import { withQuery } from "@/formats/paths";
import { Facet } from "./facet";
import type { Sorting } from "./sort-head";

type Props = { facets: Facets; filter: DealFilter; sorting: Omit<Sorting, "sort"> };

/** What a list of deals can be narrowed by, with what each would leave. A click on what is chosen lets go of it. */
export function FacetBar({ facets, filter, sorting: { path, query, keep } }: Props) {
  const facet = (param: keyof DealFilter, value: string, n: number, word: ReactNode) => {
    const on = filter[param] === value || (filter[param] === true && value === "1");
    return (
      <Facet
        key={`${param}-${value}`}
        on={on}
        href={withQuery(path, query, { ...keep, [param]: on ? null : value })}
        n={n}
      >
        {word}
      </Facet>
    );
  };
  return (
    <nav aria-label="Narrow the list" className="narrow-by">
      <ul aria-label="By status">
        {STATUSES.map((s) => facet("status", s, facets.status[s], <StatusWord status={s} />))}
        {facet("status", "none", facets.status.none, <span className="dim">no status on this day</span>)}
      </ul>
      <ul aria-label="By certainty and marks">
        {CERTAINTIES.filter((c) => c !== "unsupported" || facets.certainty[c] > 0).map((c) =>
          facet("certainty", c, facets.certainty[c], <CertaintyMeter certainty={c} />),
        )}
        {(["disputed", "stale", "uncertain"] as const).map((m) => facet(m, "1", facets[m], MARK_WORDS[m]))}
        {(["one", "several"] as const).map((o) => facet("origins", o, facets.origins[o], ORIGIN_WORDS[o]))}
      </ul>
    </nav>
  );
}
