import Link from "next/link";
import { ChooseBar } from "@/components/choose/choose-bar";
import type { Chooser } from "@/components/choose/chooser";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { FacetUnit, FacetValue } from "@/domain/search-facets";
import {
  SEARCH_KIND_WORDS,
  SEARCH_KINDS,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
} from "@/domain/search-hits";
import { notInSight, printChoosing, printPlace } from "@/formats/choice";
import { bulkPath, merged, type Query, withQuery } from "@/formats/paths";
import { isFiltered, printSearch, type SearchQuery } from "@/formats/search-query";
import { Chosen, Facets } from "./facets";
import { HitTable } from "./hit-table";

export type Shown = {
  readonly groups: readonly SearchGroup[];
  readonly totals: Readonly<Partial<Record<SearchKind, number>>>;
  readonly facets: readonly FacetValue[];
  readonly unit: FacetUnit;
  /** Hits of a kind on a page. */
  readonly size: number;
};

type Props = { shown: Shown; asked: SearchQuery; query: Query; chooser: Chooser };

const number = (n: number) => n.toLocaleString("en-GB");

/** What was found, the nearest kind first, with its kinds above and what divides the deals beside it. */
export function SearchPage({ shown, asked, query, chooser }: Props) {
  const { groups, totals, facets, unit, size } = shown;
  const { choosing, action } = chooser;
  const stay = merged(query, printChoosing(choosing));
  const to = (more: Partial<SearchQuery>) => withQuery("/search", printSearch({ ...asked, ...more }), stay);
  const places = groups.flatMap(({ kind, hits }) => (kind === "deal" ? hits.map(placeOf) : []));
  return (
    <div className="wrap">
      <nav className="tabs" aria-label="Kinds">
        <Link
          href={to({ kind: null })}
          prefetch={false}
          aria-current={asked.kind === null ? "page" : undefined}
        >
          All kinds
        </Link>
        {SEARCH_KINDS.filter((kind) => totals[kind] || kind === asked.kind).map((kind) => (
          <Link
            key={kind}
            href={to({ kind })}
            prefetch={false}
            aria-current={asked.kind === kind ? "page" : undefined}
          >
            {SEARCH_KIND_WORDS[kind].all} <span className="dim3">{number(totals[kind] ?? 0)}</span>
          </Link>
        ))}
      </nav>
      <div className="found">
        <div>
          <Chosen facets={facets} asked={asked} to={to} />
          {groups.length === 0 && <NoneOfKind asked={asked} to={to} />}
          {groups.map((group) => {
            const { kind, total, hits } = group;
            return (
              <Section
                key={kind}
                id={kind}
                title={SEARCH_KIND_WORDS[kind].all}
                count={total}
                note={
                  group.more &&
                  "among the first 10,000 that were looked through; add a word to narrow it down"
                }
                right={
                  asked.kind === null &&
                  total > hits.length && (
                    <Link href={to({ kind })} prefetch={false}>
                      All {number(total)}
                    </Link>
                  )
                }
              >
                <HitTable group={group} query={query} choosing={choosing} />
                {asked.kind === kind && (
                  <Pager
                    path="/search"
                    query={merged(printSearch(asked), stay)}
                    page={Math.min(asked.page, Math.ceil(total / size))}
                    pages={Math.ceil(total / size)}
                  />
                )}
              </Section>
            );
          })}
        </div>
        {facets.length > 0 && <Facets facets={facets} unit={unit} asked={asked} to={to} />}
      </div>
      {choosing && (
        <ChooseBar
          address={choosing.address}
          kept={notInSight(choosing, places)}
          shown={places}
          all={{ count: totals.deal ?? 0, href: bulkPath(printSearch({ ...asked, kind: null })) }}
          grid={false}
          action={action}
        />
      )}
    </div>
  );
}

const placeOf = ({ slug, carrier }: SearchHit): string =>
  printPlace({ device: slug ?? "", carrier: carrier ?? "" });

/** Other kinds have hits, or the filters leave none. */
function NoneOfKind({ asked, to }: { asked: SearchQuery; to: (more: Partial<SearchQuery>) => string }) {
  const none = { manufacturer: null, country: null, status: null, evidence: null };
  return (
    <p className="empty">
      {isFiltered(asked.filter)
        ? "No deal and no device has all that was asked for. "
        : "None of this kind. "}
      <Link href={to({ kind: null, filter: none })} prefetch={false}>
        Show everything found for “{asked.text}”
      </Link>
      .
    </p>
  );
}
