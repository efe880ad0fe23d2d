import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { ChartFrame } from "@/components/charts/frame";
import type { Opens } from "@/components/charts/number-link";
import { StatusStrip } from "@/components/charts/status-strip";
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
import { carrierPath, carriersPath, changesPath, merged, type Query, spellsPath } from "@/formats/paths";
import { aliasMeta, NameLinks } from "./about-meta";
import { type carrierCharts, dealsOf } from "./charts";
import { EntityButtons, type Rights } from "./entity-buttons";
import { MovesWords, PlansWords, StayWords } from "./past-words";
import { SaidSection } from "./said-section";
import { isAllStale, WeakSpots } from "./stand-lead";

type Asked = Pick<PortfolioReading, "sort" | "keep">;
type Props = {
  data: CarrierData;
  charts: ReturnType<typeof carrierCharts>;
  page: ChartPage;
  view: View;
  today: Day;
  query: Query;
  asked: Asked;
  rights: Rights;
};

/** What a carrier ranges on a day, how it came to that, and how long things stay. */
export function CarrierPage({ data, charts, page, view, today, query, asked, rights }: Props) {
  const { about, facets, deals, past, said } = data;
  const { sort, keep } = asked;
  const path = carrierPath(about.slug);
  const open = dealsOf({ carrier: about.slug }, query);
  const openSpells: Opens = (more) => spellsPath(about.slug, merged(query, more));
  return (
    <>
      <PageHead
        title={about.name}
        crumbs={[{ word: "Carriers", href: carriersPath(query) }]}
        lead={
          <>
            <b>
              {prefixOf(view, today)}
              {facets.total === 0 ? (
                "no status of any device is known here."
              ) : (
                <Range name={about.name} facets={facets} open={open} />
              )}
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
            <StatusStrip counts={facets.status} hrefOf={(status) => open(status ? { status } : {})} />
            <StatusLegend />
            <div className="two">
              <ChartFrame chart={charts.portfolio} page={page} />
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
            <div className="cols">
              <ChartFrame chart={charts.moves} page={page}>
                <MovesWords past={past} open={open} />
              </ChartFrame>
              <ChartFrame chart={charts.stay} page={page}>
                <StayWords past={past} open={openSpells} />
              </ChartFrame>
              <ChartFrame chart={charts.plans} page={page}>
                <PlansWords past={past} open={open} />
              </ChartFrame>
            </div>
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
        <SaidSection said={said} query={query} />
      </div>
    </>
  );
}

/** "Verizon sells 14 devices of 29 on record": each number opens its deals. */
function Range({ name, facets, open }: { name: string; facets: Facets; open: Opens }) {
  const { carried } = facets.status;
  const numbered = (words: string, more: Readonly<Record<string, string>>) => (
    <Link prefetch={false} href={open(more)}>
      {words}
    </Link>
  );
  if (carried === 0)
    return (
      <>
        {name} is on record as selling none of {numbered(counted(facets.total, "device"), {})}.
      </>
    );
  const sells = isAllStale(facets) ? "was last known to sell" : "sells";
  return (
    <>
      {name} {sells} {numbered(counted(carried, "device"), { status: "carried" })} of{" "}
      {numbered(facets.total.toLocaleString("en-GB"), {})} on record.
    </>
  );
}
