import Link from "next/link";
import { prefixOf } from "@/components/device/sentence";
import { DealTable } from "@/components/lists/deal-table";
import { LatestChanges } from "@/components/overview/latest-changes";
import { StatusLegend } from "@/components/status/status-legend";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import type { Facets } from "@/domain/deal-facets";
import type { Day } from "@/domain/edtf";
import type { CarrierData } from "@/domain/entity-pages";
import { CARRIER_KIND_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { PortfolioReading } from "@/formats/lists";
import { carrierPath, carriersPath, changesPath, dealsPath, merged, type Query } from "@/formats/paths";
import { aliasMeta, NameLinks } from "./about-meta";
import { EntityButtons, type Rights } from "./entity-buttons";
import { MovesSection, PlansSection, StaySection } from "./past-sections";
import { Portfolio } from "./portfolio";
import { isAllStale, WeakSpots } from "./stand-lead";
import { StatementLines } from "./statement-lines";
import { StatusStrip } from "./status-strip";

type Asked = Pick<PortfolioReading, "sort" | "keep">;
type Props = { data: CarrierData; view: View; today: Day; query: Query; asked: Asked; rights: Rights };

/** What a carrier ranges on a day, how it came to that, and how long things stay. */
export function CarrierPage({ data, view, today, query, asked: { sort, keep }, rights }: Props) {
  const { about, facets, portfolio, deals, past, said } = data;
  const path = carrierPath(about.slug);
  const open = (more: Readonly<Record<string, string>>) =>
    dealsPath(merged(query, { carrier: about.slug }, more));
  return (
    <>
      <PageHead
        title={about.name}
        crumbs={[{ word: "Carriers", href: carriersPath(query) }]}
        lead={
          <>
            <b>
              {prefixOf(view, today)}
              {facets.total === 0 ? "no status of any device is known here." : rangeWords(about.name, facets)}
            </b>
            <WeakSpots facets={facets} open={open} />
          </>
        }
        meta={[
          [
            "Country",
            <Link key="c" prefetch={false} href={carriersPath(merged(query, { country: about.country }))}>
              {countryName(about.country)}
            </Link>,
          ],
          [
            CARRIER_KIND_WORDS[about.kind].word,
            about.host ? (
              <>
                on the network of <NameLinks names={[about.host]} hrefOf={(s) => carrierPath(s, query)} />
              </>
            ) : (
              CARRIER_KIND_WORDS[about.kind].meaning.replace(/\.$/, "").toLowerCase()
            ),
          ],
          ...(about.guests.length > 0
            ? ([
                ["Hosts", <NameLinks key="g" names={about.guests} hrefOf={(s) => carrierPath(s, query)} />],
              ] as const)
            : []),
          ...(about.parent ? ([["Belongs to", about.parent]] as const) : []),
          ...aliasMeta(about.aliases, about.name),
        ]}
        actions={<EntityButtons kind="carriers" slug={about.slug} carrier={about.slug} rights={rights} />}
      />
      <div className="wrap">
        {facets.total + facets.status.none === 0 ? (
          <Empty>
            No device is on record at {about.name} as the page looks at it.{" "}
            <Link href={path}>Look at today</Link>, or{" "}
            <Link href={carriersPath(query)}>see all carriers</Link>.
          </Empty>
        ) : (
          <>
            <StatusStrip facets={facets} open={open} />
            <StatusLegend />
            <div className="two">
              <Section id="portfolio" title="Portfolio by manufacturer" note={madeOf(portfolio)}>
                <Portfolio makers={portfolio.makers} carrier={about.slug} query={query} />
              </Section>
              <Section
                id="latest"
                title="Latest changes"
                right={
                  <Link prefetch={false} href={changesPath(merged(query, { carrier: about.slug }))}>
                    All
                  </Link>
                }
              >
                <LatestChanges rows={past.latest} query={query} />
              </Section>
            </div>
            <div className="halves">
              <MovesSection past={past} open={open} />
              <StaySection past={past} />
            </div>
            <PlansSection past={past} open={open} />
            <Section
              id="devices"
              title="Devices"
              count={facets.total}
              right={
                <Link prefetch={false} href={open({})}>
                  Narrow these
                </Link>
              }
            >
              <DealTable
                rows={deals.rows}
                on={view.on}
                sorting={{ path, query, keep, sort, fragment: "devices" }}
                without="carrier"
              />
              <Pager path={path} query={merged(query, keep)} page={deals.page} pages={deals.pages} />
            </Section>
          </>
        )}
        <StatementLines said={said} query={query} />
      </div>
    </>
  );
}

function rangeWords(name: string, facets: Facets): string {
  const { carried } = facets.status;
  if (carried === 0) return `${name} is on record as selling none of ${counted(facets.total, "device")}.`;
  const sells = isAllStale(facets) ? "was last known to sell" : "sells";
  return `${name} ${sells} ${counted(carried, "device")} of ${facets.total} on record.`;
}

const madeOf = ({ makers, all }: CarrierData["portfolio"]) =>
  all > makers.length ? `the ${makers.length} with most deals of ${all}` : counted(all, "manufacturer");
