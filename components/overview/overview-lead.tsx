import Link from "next/link";
import { isOneOrigin } from "@/domain/deal-facets";
import { dealsWhere, type Overview } from "@/domain/overview";
import type { OverviewReading } from "@/formats/lists";
import { carriersPath, devicesPath, merged, type Query, sourcesPath } from "@/formats/paths";
import type { OverviewLinks } from "./links";

type Props = { found: Overview; filter: OverviewReading["filter"]; links: OverviewLinks; query: Query };

/** What the record holds, and how much of it is weak. Every number opens what it counts. */
export function OverviewLead({ found: { day, totals }, filter, links, query }: Props) {
  const { manufacturer, country } = filter;
  const number = (n: number, href: string) => (
    <Link prefetch={false} href={href}>
      {n.toLocaleString("en-GB")}
    </Link>
  );
  const weak = dealsWhere(day, (d) => isOneOrigin(d.certainty));
  return (
    <>
      {number(dealsWhere(day), links.deals())} deals between{" "}
      {number(totals.devices, devicesPath(merged(query, { manufacturer })))} devices and{" "}
      {number(totals.carriers, carriersPath(merged(query, { country })))} carriers, told by{" "}
      {number(totals.claims, links.latest)} status claims; {number(totals.sources, sourcesPath(query))}{" "}
      sources on record.{" "}
      <b>
        {number(weak, links.deals({ origins: "one" }))} {weak === 1 ? "status rests" : "statuses rest"} on a
        single unofficial origin
      </b>
      ;{" "}
      {number(
        dealsWhere(day, (d) => d.disputed),
        links.deals({ disputed: 1 }),
      )}{" "}
      are disputed by an official source; of{" "}
      {number(
        dealsWhere(day, (d) => d.stale),
        links.deals({ stale: 1 }),
      )}{" "}
      nothing was heard for so long that they may no longer hold.
    </>
  );
}
