import Link from "next/link";
import { NumberLink } from "@/components/charts/number-link";
import { ShareBar } from "@/components/charts/share-bar";
import { scaleOf } from "@/components/lists/tally-cells";
import { StatusWord } from "@/components/status/status-mark";
import { presentIn } from "@/domain/deals-past";
import type { MakerTally } from "@/domain/entity-pages";
import { sumOf } from "@/domain/overview";
import { dealsPath, manufacturerPath, merged, type Query } from "@/formats/paths";

type Props = { makers: readonly MakerTally[]; carrier: string; query: Query };

/** A carrier's range on the day by manufacturer: a bar, and a number a status; every number opens its deals. */
export function Portfolio({ makers, carrier, query }: Props) {
  const statuses = presentIn(makers.map((m) => m.counts));
  const scale = scaleOf(makers);
  const open = (manufacturer: string, more: Readonly<Record<string, string>> = {}) =>
    dealsPath(merged(query, { carrier, manufacturer }, more));
  return (
    <div className="tw">
      <table>
        <thead>
          <tr>
            <th scope="col">Manufacturer</th>
            <th scope="col" className="share">
              Devices by status
            </th>
            {statuses.map((s) => (
              <th scope="col" key={s} className="num">
                <StatusWord status={s} />
              </th>
            ))}
            <th scope="col" className="num">
              deals
            </th>
          </tr>
        </thead>
        <tbody>
          {makers.map(({ slug, name, counts }) => (
            <tr key={slug}>
              <th scope="row" className="nw">
                <Link prefetch={false} href={manufacturerPath(slug, query)}>
                  {name}
                </Link>
              </th>
              <td className="share">
                <ShareBar counts={counts} scale={scale} label={`${name} by status`} />
              </td>
              {statuses.map((s) => (
                <td key={s} className="num">
                  <NumberLink n={counts[s]} href={open(slug, { status: s })} />
                </td>
              ))}
              <td className="num">
                <NumberLink n={sumOf(counts)} href={open(slug)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
