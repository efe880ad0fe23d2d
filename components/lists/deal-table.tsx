import Link from "next/link";
import { Tick } from "@/components/choose/tick";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StaleTag } from "@/components/status/stale-tag";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords, dayWords } from "@/domain/date-words";
import type { DealRow } from "@/domain/deal-rows";
import { type Day, daysBetween } from "@/domain/edtf";
import type { Choosing } from "@/formats/choice";
import { countryName } from "@/formats/countries";
import { carrierPath, dealPath } from "@/formats/paths";
import { again } from "./again";
import { DeviceName } from "./device-name";
import { SortHead, type Sorting } from "./sort-head";

/** Which of a row's three names the page is about, so that the table leaves it out. */
export type Of = "carrier" | "manufacturer" | "device";

type Props = {
  rows: readonly DealRow[];
  /** The day looked at. */
  on: Day;
  sorting: Sorting;
  without?: Of;
  /** Each row has a box to tick. */
  choosing?: Choosing | null;
};

/** Deals with their status on the day: what, where, since when, how well known, how old. */
export function DealTable({ rows, on, sorting, without, choosing = null }: Props) {
  const { query } = sorting;
  return (
    <table className={choosing ? "stack list ticked" : "stack list"}>
      <thead>
        <tr>
          {choosing && (
            <th scope="col" className="tick">
              Change
            </th>
          )}
          {without !== "device" && <SortHead sorting={sorting} by="device" word="Device" />}
          {without !== "carrier" && <SortHead sorting={sorting} by="carrier" word="Carrier" />}
          <th scope="col">Status</th>
          <SortHead sorting={sorting} by="since" word="Since" desc />
          <th scope="col">Certainty</th>
          <th scope="col" className="num">
            Origins / articles
          </th>
          <SortHead sorting={sorting} by="heard" word="Last heard of" desc />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ deal, device, maker, carrier, now }, i) => (
          <tr key={deal}>
            {choosing && (
              <td className="tick">
                <Tick
                  place={{ device: device.slug, carrier: carrier.slug }}
                  words={`${device.name} at ${carrier.name}`}
                  choosing={choosing}
                />
              </td>
            )}
            {without !== "device" && (
              <th
                scope="row"
                className={again(rows[i - 1]?.device.slug, device.slug, sorting.sort.key === "device")}
              >
                <DeviceName device={device} maker={without === "manufacturer" ? null : maker} query={query} />
              </th>
            )}
            {without !== "carrier" && (
              <td data-label="at">
                <Link prefetch={false} href={carrierPath(carrier.slug, query)}>
                  {carrier.name}
                </Link>{" "}
                <span className="dim3">{countryName(carrier.country)}</span>
              </td>
            )}
            <td>
              <Link className="q" prefetch={false} href={dealPath(device.slug, carrier.slug, query)}>
                {now ? (
                  <StatusWord status={now.status} unsure={!now.certain} />
                ) : (
                  <span className="dim3">no status on this day</span>
                )}
              </Link>
              {now?.exclusive && <span className="tag">exclusive</span>}
              {now?.target && <small className="dim3">to begin {dateWords(now.target)}</small>}
            </td>
            <td className="nw" data-label="since">
              {now && dateWords(now.since)}
            </td>
            <td>{now && <CertaintyMeter certainty={now.certainty} disputed={now.disputed} />}</td>
            <td className="num" data-label="origins / articles">
              {now && (
                <>
                  {now.origins} / {now.articles}
                </>
              )}
            </td>
            <td data-label="last heard of">
              {now && (
                <>
                  {dayWords(now.heard)} {now.stale && <StaleTag days={daysBetween(now.heard, on)} />}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
