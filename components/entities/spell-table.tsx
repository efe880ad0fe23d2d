import Link from "next/link";
import { DeviceName } from "@/components/lists/device-name";
import { SortHead, type Sorting } from "@/components/lists/sort-head";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords, dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import type { SpellLine } from "@/domain/spells";
import { STATUS_WORDS } from "@/domain/words";
import { dealPath } from "@/formats/paths";
import { monthWords } from "./past-words";
import { SpanAxis, SpanBar } from "./span-bar";

type Props = {
  rows: readonly SpellLine[];
  /** The carrier's slug. */
  carrier: string;
  /** The days that all spells of the list cover. */
  span: { readonly from: Day; readonly to: Day };
  sorting: Sorting;
};

/** Spells on sale: of which device, from when to when, how they ended, and how long they lasted. */
export function SpellTable({ rows, carrier, span, sorting }: Props) {
  const { query } = sorting;
  return (
    <table className="stack list">
      <thead>
        <tr>
          <SortHead sorting={sorting} by="device" word="Device" />
          <SortHead sorting={sorting} by="from" word="From" desc />
          <th scope="col">Until</th>
          <th scope="col">Then</th>
          <SortHead sorting={sorting} by="lasted" word="Lasted" desc />
          <th scope="col" className="share">
            <SpanAxis span={span} />
            <span className="sr-only">Over time</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((spell) => {
          const { device, maker, begun, ended, heard } = spell;
          const deal = dealPath(device.slug, carrier, query);
          return (
            <tr key={begun.claim}>
              <th scope="row">
                <DeviceName device={device} maker={maker} query={query} />
              </th>
              <td className="nw" data-label="from">
                <Link className="q" prefetch={false} href={`${deal}#c-${begun.claim}`}>
                  {dateWords(begun.on)}
                </Link>
              </td>
              <td className="nw" data-label="until">
                {ended ? (
                  <Link className="q" prefetch={false} href={`${deal}#c-${ended.claim}`}>
                    {dateWords(ended.on)}
                  </Link>
                ) : (
                  <span className="dim">no end known</span>
                )}
              </td>
              <td>
                <Link className="q" prefetch={false} href={deal}>
                  {ended ? (
                    <StatusWord status={ended.status} />
                  ) : (
                    <span className="dim">last heard of {heard && dayWords(heard)}</span>
                  )}
                </Link>
              </td>
              <td className="nw" data-label="lasted">
                {lastedWords(spell)}
              </td>
              <td className="share">
                <SpanBar
                  label={spellWords(spell)}
                  kind="sold"
                  from={begun.on}
                  to={ended?.on ?? null}
                  heard={heard}
                  span={span}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const spellWords = ({ device, begun, ended }: SpellLine): string =>
  `${device.name}: from ${dateWords(begun.on)}${ended ? ` until ${dateWords(ended.on)}, then ${STATUS_WORDS[ended.status].word}` : ", no end known"}`;

/** "14 months", "2.5 to 3 years", "14 to 17 months or more": of what goes on, no end is known. */
function lastedWords({ atLeast, atMost, ended }: SpellLine): string {
  if (ended && atMost === 0) return "less than a month";
  return `${rangeWords(atLeast, atMost)}${ended ? "" : " or more"}`;
}

function rangeWords(least: number, most: number): string {
  const [from, to] = [monthWords(least), monthWords(most)];
  if (from === to) return to;
  const unit = (words: string) => words.replace(/^\S+ |s$/g, "");
  return `${unit(from) === unit(to) ? from.replace(/ .*/, "") : from} to ${to}`;
}
