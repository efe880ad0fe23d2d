import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { ChartFrame } from "@/components/charts/frame";
import { NumberLink } from "@/components/charts/number-link";
import { StatusStrip } from "@/components/charts/status-strip";
import { prefixOf } from "@/components/device/sentence";
import { MatrixTable } from "@/components/matrix/matrix-table";
import { LatestChanges } from "@/components/overview/latest-changes";
import { StatusLegend } from "@/components/status/status-legend";
import { counted } from "@/components/timeline/words";
import { Cut } from "@/components/ui/cut";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import type { ManufacturerData } from "@/domain/entity-pages";
import { countryName } from "@/formats/countries";
import {
  carriersPath,
  changesPath,
  dealPath,
  dealsPath,
  devicesPath,
  manufacturerPath,
  manufacturersPath,
  matrixPath,
  merged,
  policiesPath,
  policyPath,
  type Query,
} from "@/formats/paths";
import { aliasMeta, NameLinks } from "./about-meta";
import { dealsOf, type manufacturerCharts } from "./charts";
import { EntityButtons, type Rights } from "./entity-buttons";
import { MovesWords, PlansWords, ReachWords } from "./past-words";
import { SaidSection } from "./said-section";
import { isAllStale, WeakSpots } from "./stand-lead";

type Props = {
  data: ManufacturerData;
  charts: ReturnType<typeof manufacturerCharts>;
  page: ChartPage;
  view: View;
  today: Day;
  query: Query;
  rights: Rights;
};

/** How far a manufacturer's devices reach, then and over time, and what became of its plans. */
export function ManufacturerPage({ data, charts, page, view, today, query, rights }: Props) {
  const { about, facets, reach, past, said } = data;
  const of = { manufacturer: about.slug };
  const open = dealsOf(of, query);
  const onRecord = facets.total + facets.status.none > 0;
  return (
    <>
      <PageHead
        title={about.name}
        crumbs={[{ word: "Manufacturers", href: manufacturersPath(query) }]}
        lead={<Lead data={data} view={view} today={today} query={query} />}
        meta={[
          [
            "From",
            <Link
              key="c"
              prefetch={false}
              href={manufacturersPath(merged(query, { country: about.country }))}
            >
              {countryName(about.country)}
            </Link>,
          ],
          ["Devices", <NumberLink key="d" n={about.devices} href={devicesPath(merged(query, of))} />],
          ...(about.parent
            ? ([
                [
                  "Belongs to",
                  about.parent.slug ? (
                    <NameLinks
                      key="p"
                      names={[{ name: about.parent.name, slug: about.parent.slug }]}
                      hrefOf={(s) => manufacturerPath(s, query)}
                    />
                  ) : (
                    about.parent.name
                  ),
                ],
              ] as const)
            : []),
          ...(about.brands.length > 0
            ? ([
                [
                  "Owns",
                  <NameLinks key="b" names={about.brands} hrefOf={(s) => manufacturerPath(s, query)} />,
                ],
              ] as const)
            : []),
          ...aliasMeta(about.aliases, about.name),
        ]}
        actions={<EntityButtons kind="manufacturers" slug={about.slug} rights={rights} />}
      />
      <div className="wrap">
        {onRecord ? (
          <>
            <StatusStrip counts={facets.status} hrefOf={(status) => open(status ? { status } : {})} />
            <StatusLegend />
            <div className="two">
              <ChartFrame chart={charts.reach} page={page}>
                <ReachWords
                  reach={reach}
                  open={(on) => carriersPath(merged(query, of, { status: "carried", on }))}
                />
              </ChartFrame>
              <Section
                id="latest"
                title="Latest changes"
                right={
                  <Link prefetch={false} href={changesPath(merged(query, of))}>
                    All
                  </Link>
                }
              >
                <LatestChanges rows={past.latest} query={query} />
              </Section>
            </div>
            <MatrixSection data={data} view={view} query={query} />
            <div className="halves">
              <ChartFrame chart={charts.plans} page={page}>
                <PlansWords past={past} open={open} />
              </ChartFrame>
              <ChartFrame chart={charts.moves} page={page}>
                <MovesWords past={past} open={open} />
              </ChartFrame>
            </div>
          </>
        ) : (
          <Empty>
            No deal for a device of {about.name} is on record as the page looks at it.{" "}
            <Link href={manufacturersPath(query)}>See all manufacturers</Link>.
          </Empty>
        )}
        <Policies data={data} query={query} />
        <SaidSection said={said} query={query} />
      </div>
    </>
  );
}

function Lead({ data, view, today, query }: Pick<Props, "data" | "view" | "today" | "query">) {
  const { about, facets, reach } = data;
  const now = reach.at(-1);
  const carriers = carriersPath(merged(query, { manufacturer: about.slug, status: "carried" }));
  const open = dealsOf({ manufacturer: about.slug }, query);
  const sold = facets.status.carried;
  return (
    <>
      <b>
        {prefixOf(view, today)}
        {sold === 0 ? (
          `no carrier on record sells a device of ${about.name}.`
        ) : (
          <>
            {about.name} {isAllStale(facets) ? "had devices last known on sale" : "has devices on sale"} at{" "}
            <Link prefetch={false} href={carriers}>
              {carriersSelling(data)}
            </Link>
            .
          </>
        )}
      </b>{" "}
      {now && sold === 0 && `The last reach on record ended by ${dayWords(now.day)}.`}
      <WeakSpots facets={facets} open={open} />
    </>
  );
}

/** "22 carriers in 7 countries". */
const carriersSelling = ({ selling }: ManufacturerData): string =>
  `${counted(selling.carriers, "carrier")} in ${counted(selling.countries, "country", "countries")}`;

function MatrixSection({ data: { about, matrix }, view, query }: Pick<Props, "data" | "view" | "query">) {
  if (matrix.rows.length === 0) return null;
  const whole = matrix.devices === matrix.rows.length && matrix.carriers === matrix.columns.length;
  return (
    <Section
      id="matrix"
      title="Devices at carriers"
      note={
        whole
          ? undefined
          : `the ${matrix.columns.length} carriers and ${matrix.rows.length} devices with most deals`
      }
      right={
        <Link prefetch={false} href={matrixPath(merged(query, { manufacturer: about.slug }))}>
          Whole matrix
        </Link>
      }
    >
      <DrawnOnce>
        <MatrixTable
          choosing={null}
          matrix={matrix}
          on={view.on}
          query={query}
          caption={`Devices of ${about.name} at carriers on ${dayWords(view.on)}`}
          open={null}
          grouped
          hrefOf={(device, carrier) => dealPath(device, carrier, query)}
          carriedHref={(of) =>
            dealsPath(merged(query, { manufacturer: about.slug, status: "carried", ...of }))
          }
        />
      </DrawnOnce>
    </Section>
  );
}

function Policies({ data: { about }, query }: Pick<Props, "data" | "query">) {
  if (about.policies.length === 0) return null;
  return (
    <Section id="policy" title="Policy actions that name it" count={about.policiesTotal}>
      <ul className="lines">
        {about.policies.map((p) => (
          <li key={p.slug}>
            <span>
              <Link prefetch={false} href={policyPath(p.slug, query)}>
                {p.title}
              </Link>{" "}
              <span className="dim3">{p.issuer}</span>
            </span>
            <span className="dim3 nw">{dateWords(p.date)}</span>
          </li>
        ))}
      </ul>
      <Cut shown={about.policies.length} of={about.policiesTotal} which="latest">
        The rest is in the list of{" "}
        <Link prefetch={false} href={policiesPath(query)}>
          all policy actions
        </Link>
        .
      </Cut>
    </Section>
  );
}
