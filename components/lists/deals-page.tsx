import Link from "next/link";
import { ChooseBar } from "@/components/choose/choose-bar";
import type { Chooser } from "@/components/choose/chooser";
import { StatusLegend } from "@/components/status/status-legend";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import type { View } from "@/domain/claims";
import type { Facets } from "@/domain/deal-facets";
import type { DealRow, Named, Page } from "@/domain/deal-rows";
import { DEVICE_KINDS, REASONS } from "@/domain/status";
import { DEVICE_KIND_WORDS, REASON_WORDS } from "@/domain/words";
import { isNarrowed } from "@/formats/bulk";
import { notInSight, printChoosing, printPlace } from "@/formats/choice";
import type { DealFilter, DealReading } from "@/formats/lists";
import { bulkPath, dealsPath, merged, type Query, withQuery } from "@/formats/paths";
import type { SaidFilter } from "@/formats/said-filters";
import { DealTable } from "./deal-table";
import { FacetBar } from "./facet-bar";
import { FilterForm, SelectFilter } from "./filter-form";
import { NothingListed } from "./nothing-listed";
import { CarrierFilter, CountryFilter, choices, MakerFilter, NetworkFilter } from "./record-filters";

/** What the choices of a filter are called. */
export type ListOptions = {
  readonly manufacturers: readonly (Named & { readonly country: string })[];
  readonly carriers: readonly (Named & { readonly country: string })[];
  readonly countries: readonly string[];
};

type Props = {
  list: Page<DealRow> & { readonly facets: Facets };
  reading: DealReading;
  /** Its filters in words. */
  narrowed: readonly SaidFilter<keyof DealFilter>[];
  options: ListOptions;
  view: View;
  query: Query;
  /** The page looks at another day or record than today's. */
  past: boolean;
  chooser: Chooser;
};

const FORM = ["manufacturer", "carrier", "country", "kind", "network", "reason"];

/** The list that numbers elsewhere open: deals by what they are and how they stand on the day. */
export function DealsPage({ list, reading, narrowed, options, view, query, past, chooser }: Props) {
  const { filter, sort, problems } = reading;
  const { choosing, action } = chooser;
  const keep = { ...reading.keep, ...printChoosing(choosing) };
  const places = list.rows.map(placeOf);
  const path = dealsPath();
  const isBare = !past && narrowed.length === 0 && list.facets.total + list.facets.status.none === 0;
  const sorting = { path, query, keep, sort };
  return (
    <div className="wrap">
      <FilterForm path={path} query={query} keep={keep} shown={FORM} problems={problems}>
        <MakerFilter value={filter.manufacturer} of={options.manufacturers} />
        <CarrierFilter value={filter.carrier} of={options.carriers} />
        <CountryFilter value={filter.country} of={options.countries} />
        <SelectFilter
          name="kind"
          label="Device"
          any="all kinds"
          value={filter.kind}
          options={choices(DEVICE_KINDS, (k) => DEVICE_KIND_WORDS[k])}
        />
        <NetworkFilter value={filter.network} />
        <SelectFilter
          name="reason"
          label="Reason given"
          any="any"
          value={filter.reason}
          options={choices(REASONS, (r) => REASON_WORDS[r])}
        />
      </FilterForm>
      <FacetBar facets={list.facets} filter={filter} sorting={sorting} />
      {narrowed.length > 0 && (
        <ul className="chips" aria-label="Filters in force">
          {narrowed.map(({ param, words }) => (
            <li key={param}>
              <Link
                prefetch={false}
                className="chip"
                href={withQuery(path, query, { ...keep, [param]: null })}
              >
                {words} <span aria-hidden="true">×</span>
                <span className="sr-only"> (take away)</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {isBare ? (
        <NothingListed word="deal" words="deals" narrowed={false} all={path} />
      ) : list.total === 0 ? (
        <Empty>
          No deal {narrowed.length > 0 ? "matches all of this" : "has a status on this day"}.{" "}
          {narrowed.length > 0 ? (
            <>
              Take a filter away, or <Link href={withQuery(path, query)}>see all deals</Link>.
            </>
          ) : (
            "Go to a later day."
          )}
        </Empty>
      ) : (
        <DealTable rows={list.rows} on={view.on} sorting={sorting} choosing={choosing} />
      )}
      <Pager path={path} query={merged(query, keep)} page={list.page} pages={list.pages} />
      <StatusLegend />
      {choosing && (
        <ChooseBar
          address={choosing.address}
          kept={notInSight(choosing, places)}
          shown={places}
          all={isNarrowed(reading.keep) ? { count: list.total, href: bulkPath(reading.keep) } : null}
          grid={false}
          action={action}
        />
      )}
    </div>
  );
}

const placeOf = ({ device, carrier }: DealRow): string =>
  printPlace({ device: device.slug, carrier: carrier.slug });

/** "42 deals", and what of them is weak. */
export function DealsLead({ list: { facets }, reading, query }: Pick<Props, "list" | "reading" | "query">) {
  const { keep } = reading;
  const open = (more: Record<string, string>, n: number) =>
    n === 0 ? (
      "none"
    ) : (
      <Link prefetch={false} href={dealsPath(merged(query, keep, more))}>
        {n.toLocaleString("en-GB")}
      </Link>
    );
  const filtered = Object.keys(keep).some((param) => param !== "sort");
  return (
    <>
      <b>
        {counted(facets.total, "deal")}{" "}
        {filtered ? (facets.total === 1 ? "matches" : "match") : "have a status"}.
      </b>
      {facets.total > 0 && reading.filter.status !== "none" && (
        <>
          {" "}
          Resting on a single unofficial origin: {open({ origins: "one" }, facets.origins.one)}. Disputed by
          an official source: {open({ disputed: "1" }, facets.disputed)}. Stale, so long unheard of that they
          may no longer hold: {open({ stale: "1" }, facets.stale)}.
        </>
      )}
    </>
  );
}
