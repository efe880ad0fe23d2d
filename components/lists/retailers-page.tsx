import Link from "next/link";
import type { Page } from "@/domain/deal-rows";
import type { RetailerLine } from "@/domain/entity-rows";
import { RETAILER_KINDS } from "@/domain/status";
import { RETAILER_KIND_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { RetailerReading } from "@/formats/lists";
import { merged, type Query, retailerPath, retailersPath } from "@/formats/paths";
import { NameFilter, SelectFilter } from "./filter-form";
import { ListFrame } from "./list-frame";
import { CountryFilter, choices } from "./record-filters";
import { SortHead } from "./sort-head";

type Props = {
  list: Page<RetailerLine> & { readonly countries: readonly string[] };
  reading: RetailerReading;
  query: Query;
};

const FORM = ["q", "country", "kind"];

/** Who sells devices unlocked, and how many of them on the day. */
export function RetailersPage({ list, reading, query }: Props) {
  const { filter } = reading;
  const asked = { path: retailersPath(), query, ...reading };
  return (
    <ListFrame
      asked={asked}
      list={list}
      words={["retailer", "retailers"]}
      shown={FORM}
      filters={
        <>
          <NameFilter value={filter.q} label="Name contains" />
          <CountryFilter value={filter.country} of={list.countries} />
          <SelectFilter
            name="kind"
            label="Kind"
            any="all"
            value={filter.kind}
            options={choices(RETAILER_KINDS, (k) => RETAILER_KIND_WORDS[k])}
          />
        </>
      }
    >
      <table className="stack list few">
        <thead>
          <tr>
            <SortHead sorting={asked} by="name" word="Retailer" />
            <SortHead sorting={asked} by="country" word="Country" />
            <th scope="col">Kind</th>
            <SortHead sorting={asked} by="listings" word="Listings on sale" desc num />
            <th scope="col" className="num">
              ended
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((r) => (
            <tr key={r.slug}>
              <th scope="row">
                <Link prefetch={false} href={retailerPath(r.slug, query)}>
                  {r.name}
                </Link>
              </th>
              <td className="dim3">{countryName(r.country)}</td>
              <td>{RETAILER_KIND_WORDS[r.kind]}</td>
              <Count of={r} state="listed" n={r.listed} label="listings on sale" query={query} />
              <Count of={r} state="ended" n={r.ended} label="ended" query={query} />
            </tr>
          ))}
        </tbody>
      </table>
    </ListFrame>
  );
}

type CountProps = { of: RetailerLine; state: "listed" | "ended"; n: number; label: string; query: Query };

function Count({ of, state, n, label, query }: CountProps) {
  return (
    <td className="num" data-label={label}>
      {n === 0 ? (
        <span className="dim3">0</span>
      ) : (
        <Link prefetch={false} href={retailerPath(of.slug, merged(query, { state }))}>
          {n}
        </Link>
      )}
    </td>
  );
}
