import Link from "next/link";
import { ShareBar } from "@/components/charts/share-bar";
import type { Tally } from "@/domain/entity-rows";
import { sumOf } from "@/domain/overview";
import { dealsPath, merged, type Query } from "@/formats/paths";
import { SortHead, type Sorting } from "./sort-head";

type Props = {
  tally: Tally;
  /** Whose deals they are, as a filter of the list of deals. */
  of: Query;
  name: string;
  /** The number that would fill the bar. */
  scale: number;
  query: Query;
};

type HeadProps = {
  sorting: Sorting;
  /** What the first and the third cell count: "On sale at", "Carriers by status". */
  onSale: string;
  byStatus: string;
};

/** The heads of `TallyCells`. */
export function TallyHeads({ sorting, onSale, byStatus }: HeadProps) {
  return (
    <>
      <th scope="col" className="num">
        {onSale}
      </th>
      <th scope="col" className="num">
        of these stale
      </th>
      <th scope="col" className="share">
        {byStatus}
      </th>
      <SortHead sorting={sorting} by="deals" word="Deals" desc num />
    </>
  );
}

/** Four cells: on sale (and of how many nothing was heard for long), the deals by status as a bar, and their number. */
export function TallyCells({ tally: { counts, staleCarried }, of, name, scale, query }: Props) {
  const deals = sumOf(counts);
  const open = (more: Readonly<Record<string, string>>, n: number) => (
    <Link prefetch={false} href={dealsPath(merged(query, of, more))}>
      {n.toLocaleString("en-GB")}
    </Link>
  );
  return (
    <>
      <td className="num nw" data-label="on sale">
        {counts.carried > 0 ? open({ status: "carried" }, counts.carried) : <span className="dim3">0</span>}
      </td>
      <td className="num" data-label="of these stale">
        {staleCarried > 0 && open({ status: "carried", stale: "1" }, staleCarried)}
      </td>
      <td className="share">
        <ShareBar counts={counts} scale={scale} label={`${name} by status`} />
      </td>
      <td className="num" data-label="deals">
        {deals > 0 ? open({}, deals) : <span className="dim3">none</span>}
      </td>
    </>
  );
}

/** The greatest number of deals in some rows, so that their bars share a scale. */
export const scaleOf = (rows: readonly Tally[]): number =>
  Math.max(1, ...rows.map(({ counts }) => sumOf(counts)));
