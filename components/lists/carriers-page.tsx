import Link from "next/link";
import { StatusLegend } from "@/components/status/status-legend";
import { Pager } from "@/components/ui/pager";
import type { Page } from "@/domain/deal-rows";
import type { CarrierLine } from "@/domain/entity-rows";
import { CARRIER_KINDS, STATUSES } from "@/domain/status";
import { CARRIER_KIND_WORDS, STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { CarrierReading } from "@/formats/lists";
import { carrierPath, carriersPath, merged, type Query } from "@/formats/paths";
import { again } from "./again";
import type { ListOptions } from "./deals-page";
import { FilterForm, NameFilter, SelectFilter } from "./filter-form";
import { NothingListed } from "./nothing-listed";
import { SortHead } from "./sort-head";
import { scaleOf, TallyCells } from "./tally-cells";

type Props = {
  list: Page<CarrierLine>;
  reading: CarrierReading;
  options: ListOptions;
  query: Query;
};

const FORM = ["q", "country", "network", "manufacturer", "status"];

/** Every carrier on record, and how devices stand there on the day; of one manufacturer, when that is asked. */
export function CarriersPage({ list, reading: { filter, sort, keep, problems }, options, query }: Props) {
  const path = carriersPath();
  const sorting = { path, query, keep, sort };
  const scale = scaleOf(list.rows);
  const of = filter.manufacturer ? { manufacturer: filter.manufacturer } : {};
  return (
    <div className="wrap">
      <FilterForm path={path} query={query} keep={keep} shown={FORM} problems={problems}>
        <NameFilter value={filter.q} label="Name contains" />
        <SelectFilter
          name="country"
          label="Country"
          any="all"
          value={filter.country}
          options={options.countries.map((c) => ({ value: c, word: countryName(c) }))}
        />
        <SelectFilter
          name="network"
          label="Network"
          any="all"
          value={filter.network}
          options={CARRIER_KINDS.map((k) => ({ value: k, word: CARRIER_KIND_WORDS[k].word }))}
        />
        <SelectFilter
          name="manufacturer"
          label="With devices of"
          any="any"
          value={filter.manufacturer}
          options={options.manufacturers.map((m) => ({ value: m.slug, word: m.name }))}
        />
        <SelectFilter
          name="status"
          label="With status"
          any="any or none"
          value={filter.status}
          options={STATUSES.map((s) => ({ value: s, word: STATUS_WORDS[s].word }))}
        />
      </FilterForm>
      {list.total === 0 ? (
        <NothingListed
          word="carrier"
          words="carriers"
          narrowed={Object.values(filter).some((value) => value !== null)}
          all={carriersPath(query)}
        />
      ) : (
        <table className="stack list">
          <thead>
            <tr>
              <SortHead sorting={sorting} by="country" word="Country" />
              <SortHead sorting={sorting} by="name" word="Carrier" />
              <th scope="col">Network</th>
              <th scope="col" className="num">
                On sale
              </th>
              <th scope="col" className="num">
                of these stale
              </th>
              <th scope="col" className="share">
                Devices by status
              </th>
              <SortHead sorting={sorting} by="deals" word="Deals" desc num />
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
      )}
      <Pager path={path} query={merged(query, keep)} page={list.page} pages={list.pages} />
      <StatusLegend />
    </div>
  );
}
