import Link from "next/link";
import { StatusLegend } from "@/components/status/status-legend";
import type { Page } from "@/domain/deal-rows";
import type { CarrierLine } from "@/domain/entity-rows";
import { CARRIER_KIND_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { CarrierReading } from "@/formats/lists";
import { carrierPath, carriersPath, type Query } from "@/formats/paths";
import { again } from "./again";
import type { ListOptions } from "./deals-page";
import { NameFilter } from "./filter-form";
import { ListFrame } from "./list-frame";
import { CountryFilter, MakerFilter, NetworkFilter, StatusFilter } from "./record-filters";
import { SortHead } from "./sort-head";
import { scaleOf, TallyCells, TallyHeads } from "./tally-cells";

type Props = {
  list: Page<CarrierLine>;
  reading: CarrierReading;
  options: ListOptions;
  query: Query;
};

const FORM = ["q", "country", "network", "manufacturer", "status"];

/** Every carrier on record, and how devices stand there on the day; of one manufacturer, when that is asked. */
export function CarriersPage({ list, reading, options, query }: Props) {
  const { filter, sort } = reading;
  const asked = { path: carriersPath(), query, ...reading };
  const scale = scaleOf(list.rows);
  const of = filter.manufacturer ? { manufacturer: filter.manufacturer } : {};
  return (
    <ListFrame
      asked={asked}
      list={list}
      words={["carrier", "carriers"]}
      shown={FORM}
      legend={<StatusLegend />}
      filters={
        <>
          <NameFilter value={filter.q} label="Name contains" />
          <CountryFilter value={filter.country} of={options.countries} />
          <NetworkFilter value={filter.network} />
          <MakerFilter
            value={filter.manufacturer}
            of={options.manufacturers}
            label="With devices of"
            any="any"
          />
          <StatusFilter value={filter.status} />
        </>
      }
    >
      <table className="stack list">
        <thead>
          <tr>
            <SortHead sorting={asked} by="country" word="Country" />
            <SortHead sorting={asked} by="name" word="Carrier" />
            <th scope="col">Network</th>
            <TallyHeads sorting={asked} onSale="On sale" byStatus="Devices by status" />
          </tr>
        </thead>
        <tbody>
          {list.rows.map((c, i) => (
            <tr key={c.slug}>
              <td className={again(list.rows[i - 1]?.country, c.country, sort.key === "country")}>
                {countryName(c.country)}
              </td>
              <th scope="row">
                <Link prefetch={false} href={carrierPath(c.slug, query)}>
                  {c.name}
                </Link>
              </th>
              <td>
                <span title={CARRIER_KIND_WORDS[c.kind].meaning}>{CARRIER_KIND_WORDS[c.kind].word}</span>
                {c.host && (
                  <>
                    {" "}
                    on{" "}
                    <Link prefetch={false} href={carrierPath(c.host.slug, query)}>
                      {c.host.name}
                    </Link>
                  </>
                )}
              </td>
              <TallyCells
                tally={c}
                of={{ carrier: c.slug, ...of }}
                name={c.name}
                scale={scale}
                query={query}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </ListFrame>
  );
}
