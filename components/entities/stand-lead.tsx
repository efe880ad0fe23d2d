import { NumberLink, type Opens } from "@/components/charts/number-link";
import { counted } from "@/components/timeline/words";
import type { Facets } from "@/domain/deal-facets";

type Props = { facets: Facets; open: Opens };

/** A sale of which nothing was heard for years is not passed off as today's news. */
export const isAllStale = ({ staleCarried, status }: Facets): boolean =>
  staleCarried > 0 && staleCarried === status.carried;

/** How well the statuses behind a page are known: the weak spots, each opening its deals. */
export function WeakSpots({ facets, open }: Props) {
  const { staleCarried, origins, disputed, total } = facets;
  return (
    <>
      {staleCarried > 0 && (
        <>
          {" "}
          {isAllStale(facets) ? "Of all" : "Of"}{" "}
          <NumberLink n={staleCarried} href={open({ status: "carried", stale: "1" })} />
          {isAllStale(facets) ? "" : " of these"} nothing was heard for four years or more.
        </>
      )}
      {origins.one > 0 && (
        <>
          {" "}
          <NumberLink n={origins.one} href={open({ origins: "one" })} /> of{" "}
          {counted(total, "status", "statuses")} {origins.one === 1 ? "rests" : "rest"} on a single unofficial
          origin.
        </>
      )}
      {disputed > 0 && (
        <>
          {" "}
          Disputed by an official source: <NumberLink n={disputed} href={open({ disputed: "1" })} />.
        </>
      )}
    </>
  );
}
