import Link from "next/link";
import { StatusLegend } from "@/components/status/status-legend";
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
import { NameFilter } from "./filter-form";
import { ListFrame } from "./list-frame";
import { CountryFilter } from "./record-filters";
import { SortHead } from "./sort-head";
import { scaleOf, TallyCells, TallyHeads } from "./tally-cells";

type Props = {
  list: Page<ManufacturerLine>;
  reading: ManufacturerReading;
  options: ListOptions;
  query: Query;
};

const FORM = ["q", "country"];

/** Every manufacturer on record, its devices, and how far they reach on the day. */
export function ManufacturersPage({ list, reading, options, query }: Props) {
  const { filter } = reading;
  const asked = { path: manufacturersPath(), query, ...reading };
  const scale = scaleOf(list.rows);
  const countries = [...new Set(options.manufacturers.map((m) => m.country))].sort();
  return (
    <ListFrame
      asked={asked}
      list={list}
      words={["manufacturer", "manufacturers"]}
      shown={FORM}
      legend={<StatusLegend />}
      filters={
        <>
          <NameFilter value={filter.q} label="Name contains" />
          <CountryFilter value={filter.country} of={countries} />
        </>
      }
    >
      <table className="stack list">
        <thead>
          <tr>
            <SortHead sorting={asked} by="name" word="Manufacturer" />
            <SortHead sorting={asked} by="country" word="Country" />
            <SortHead sorting={asked} by="devices" word="Devices" desc num />
            <th scope="col" className="num">
              Carriers that sell one
            </th>
            <th scope="col" className="num">
              in countries
            </th>
            <TallyHeads sorting={asked} onSale="Deals on sale" byStatus="Deals by status" />
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
              <TallyCells tally={m} of={{ manufacturer: m.slug }} name={m.name} scale={scale} query={query} />
            </tr>
          ))}
        </tbody>
      </table>
    </ListFrame>
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
