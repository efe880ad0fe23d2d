import Link from "next/link";
import { StatusLegend } from "@/components/status/status-legend";
import { dateWords } from "@/domain/date-words";
import type { Page } from "@/domain/deal-rows";
import type { DeviceLine } from "@/domain/entity-rows";
import { DEVICE_KINDS } from "@/domain/status";
import { DEVICE_KIND_WORDS } from "@/domain/words";
import type { DeviceReading } from "@/formats/lists";
import { devicePath, devicesPath, manufacturerPath, type Query } from "@/formats/paths";
import { again } from "./again";
import type { ListOptions } from "./deals-page";
import { NameFilter, SelectFilter } from "./filter-form";
import { ListFrame } from "./list-frame";
import { CarrierFilter, choices, MakerFilter, StatusFilter } from "./record-filters";
import { SortHead } from "./sort-head";
import { scaleOf, TallyCells, TallyHeads } from "./tally-cells";

type Props = {
  list: Page<DeviceLine>;
  reading: DeviceReading;
  options: ListOptions;
  query: Query;
};

const FORM = ["q", "manufacturer", "kind", "carrier", "status"];

/** Every device on record, and how it stands at carriers on the day. */
export function DevicesPage({ list, reading, options, query }: Props) {
  const { filter, sort } = reading;
  const asked = { path: devicesPath(), query, ...reading };
  const scale = scaleOf(list.rows);
  return (
    <ListFrame
      asked={asked}
      list={list}
      words={["device", "devices"]}
      shown={FORM}
      legend={<StatusLegend />}
      filters={
        <>
          <NameFilter value={filter.q} label="Name or model contains" />
          <MakerFilter value={filter.manufacturer} of={options.manufacturers} />
          <SelectFilter
            name="kind"
            label="Kind"
            any="all"
            value={filter.kind}
            options={choices(DEVICE_KINDS, (k) => DEVICE_KIND_WORDS[k])}
          />
          <CarrierFilter value={filter.carrier} of={options.carriers} label="At carrier" any="any" />
          <StatusFilter value={filter.status} />
        </>
      }
    >
      <table className="stack list">
        <thead>
          <tr>
            <SortHead sorting={asked} by="maker" word="Manufacturer" />
            <SortHead sorting={asked} by="name" word="Device" />
            <th scope="col">Kind</th>
            <SortHead sorting={asked} by="announced" word="Announced" desc />
            <TallyHeads sorting={asked} onSale="On sale at" byStatus="Carriers by status" />
          </tr>
        </thead>
        <tbody>
          {list.rows.map((d, i) => (
            <tr key={d.slug}>
              <td className={again(list.rows[i - 1]?.maker.slug, d.maker.slug, sort.key === "maker")}>
                <Link className="q dim3" prefetch={false} href={manufacturerPath(d.maker.slug, query)}>
                  {d.maker.name}
                </Link>
              </td>
              <th scope="row">
                <Link prefetch={false} href={devicePath(d.slug, query)}>
                  {d.name}
                </Link>
                {d.models.length > 0 && (
                  <small className="mono dim3">{d.models.slice(0, 4).join(" · ")}</small>
                )}
              </th>
              <td>{DEVICE_KIND_WORDS[d.kind]}</td>
              <td className="nw" data-label="announced">
                {d.announced ? dateWords(d.announced) : <span className="dim3">not known</span>}
              </td>
              <TallyCells
                tally={d}
                of={{ device: d.slug, ...(filter.carrier ? { carrier: filter.carrier } : {}) }}
                name={d.name}
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
