import Link from "next/link";
import { StatusLegend } from "@/components/status/status-legend";
import { Pager } from "@/components/ui/pager";
import type { Page } from "@/domain/deal-rows";
import type { ManufacturerLine } from "@/domain/entity-rows";
import { countryName } from "@/formats/countries";
import type { ManufacturerReading } from "@/formats/lists";
import {
  carriersPath,
  devicesPath,
  manufacturerPath,
  manufacturersPath,
  merged,
  type Query,
} from "@/formats/paths";
import type { ListOptions } from "./deals-page";
import { FilterForm, NameFilter, SelectFilter } from "./filter-form";
import { NothingListed } from "./nothing-listed";
import { SortHead } from "./sort-head";
import { scaleOf, TallyCells } from "./tally-cells";

type Props = {
  list: Page<ManufacturerLine>;
  reading: ManufacturerReading;
  options: ListOptions;
  query: Query;
};

const FORM = ["q", "country"];

/** Every manufacturer on record, its devices, and how far they reach on the day. */
export function ManufacturersPage({
  list,
  reading: { filter, sort, keep, problems },
  options,
  query,
}: Props) {
  const path = manufacturersPath();
  const sorting = { path, query, keep, sort };
  const scale = scaleOf(list.rows);
  const countries = [...new Set(options.manufacturers.map((m) => m.country))].sort();
  return (
    <div className="wrap">
      <FilterForm path={path} query={query} keep={keep} shown={FORM} problems={problems}>
        <NameFilter value={filter.q} label="Name contains" />
        <SelectFilter
          name="country"
          label="Country"
          any="all"
          value={filter.country}
          options={countries.map((c) => ({ value: c, word: countryName(c) }))}
        />
      </FilterForm>
      {list.total === 0 ? (
        <NothingListed
          word="manufacturer"
          words="manufacturers"
          narrowed={Object.values(filter).some((value) => value !== null)}
          all={manufacturersPath(query)}
        />
      ) : (
        <table className="stack list">
          <thead>
            <tr>
              <SortHead sorting={sorting} by="name" word="Manufacturer" />
              <SortHead sorting={sorting} by="country" word="Country" />
              <SortHead sorting={sorting} by="devices" word="Devices" desc num />
              <th scope="col" className="num">
                Carriers that sell one
              </th>
              <th scope="col" className="num">
                in countries
              </th>
              <th scope="col" className="num">
                Deals on sale
              </th>
              <th scope="col" className="num">
                of these stale
              </th>
              <th scope="col" className="share">
                Deals by status
              </th>
              <SortHead sorting={sorting} by="deals" word="Deals" desc num />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((m) => (
              <tr key={m.slug}>
                <th scope="row">
                  <Link prefetch={false} href={manufacturerPath(m.slug, query)}>
                    {m.name}
                  </Link>
                </th>
                <td className="dim3">{countryName(m.country)}</td>
                <td className="num" data-label="devices">
                  <Link prefetch={false} href={devicesPath(merged(query, { manufacturer: m.slug }))}>
                    {m.devices.toLocaleString("en-GB")}
                  </Link>
                </td>
                <td className="num" data-label="carriers that sell one">
                  <Reach slug={m.slug} n={m.carriers} query={query} />
                </td>
                <td className="num" data-label="in countries">
                  <Reach slug={m.slug} n={m.countries} query={query} />
                </td>
                <TallyCells
                  tally={m}
                  of={{ manufacturer: m.slug }}
                  name={m.name}
                  scale={scale}
                  query={query}
                />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager path={path} query={merged(query, keep)} page={list.page} pages={list.pages} />
      <StatusLegend />
    </div>
  );
}

function Reach({ slug, n, query }: { slug: string; n: number; query: Query }) {
  if (n === 0) return <span className="dim3">0</span>;
  return (
    <Link prefetch={false} href={carriersPath(merged(query, { manufacturer: slug, status: "carried" }))}>
      {n}
    </Link>
  );
}
