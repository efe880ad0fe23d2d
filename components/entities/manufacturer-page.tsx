import Link from "next/link";
import { ChartTwin } from "@/components/charts/chart-twin";
import { NumberLink } from "@/components/charts/number-link";
import { ReachChart, ReachTable } from "@/components/charts/reach-chart";
import { prefixOf } from "@/components/device/sentence";
import { MatrixTable } from "@/components/matrix/matrix-table";
import { LatestChanges } from "@/components/overview/latest-changes";
import { StatusLegend } from "@/components/status/status-legend";
import { counted } from "@/components/timeline/words";
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
  policyPath,
  type Query,
} from "@/formats/paths";
import { aliasMeta, NameLinks } from "./about-meta";
import { EntityButtons, type Rights } from "./entity-buttons";
import { MovesSection, PlansSection } from "./past-sections";
import { isAllStale, WeakSpots } from "./stand-lead";
import { StatementLines } from "./statement-lines";
import { StatusStrip } from "./status-strip";

type Props = { data: ManufacturerData; view: View; today: Day; query: Query; rights: Rights };

/** How far a manufacturer's devices reach, then and over time, and what became of its plans. */
export function ManufacturerPage({ data, view, today, query, rights }: Props) {
  const { about, facets, past, said } = data;
  const of = { manufacturer: about.slug };
  const open = (more: Readonly<Record<string, string>>) => dealsPath(merged(query, of, more));
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
            <StatusStrip facets={facets} open={open} />
            <StatusLegend />
            <div className="two">
              <ReachSection data={data} view={view} query={query} />
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
              <PlansSection past={past} open={open} />
              <MovesSection past={past} open={open} />
            </div>
          </>
        ) : (
          <Empty>
            No deal for a device of {about.name} is on record as the page looks at it.{" "}
            <Link href={manufacturersPath(query)}>See all manufacturers</Link>.
          </Empty>
        )}
        <Policies data={data} query={query} />
        <StatementLines said={said} query={query} />
      </div>
    </>
  );
}

function Lead({ data, view, today, query }: Omit<Props, "rights">) {
  const { about, facets, reach } = data;
  const now = reach.at(-1);
  const carriers = carriersPath(merged(query, { manufacturer: about.slug, status: "carried" }));
  const open = (more: Readonly<Record<string, string>>) =>
    dealsPath(merged(query, { manufacturer: about.slug }, more));
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

function ReachSection({ data: { about, reach }, view, query }: Pick<Props, "data" | "view" | "query">) {
  const most = reach.reduce<(typeof reach)[number] | null>(
    (best, p) => (p.carriers > (best?.carriers ?? 0) ? p : best),
    null,
  );
  const open = (on: Day) => carriersPath(merged(query, { manufacturer: about.slug, status: "carried", on }));
  return (
    <Section
      id="reach"
      title="Reach over time"
      note="carriers with a device on sale, on the first day of each quarter"
    >
      {most ? (
        <ChartTwin
          sentence={
            <>
              The reach was greatest from {dayWords(most.day)}:{" "}
              <NumberLink n={most.carriers} href={open(most.day)} />{" "}
              {most.carriers === 1 ? "carrier" : "carriers"} in{" "}
              {counted(most.countries, "country", "countries")}. A sale counts until its end is reported.
            </>
          }
          chart={<ReachChart points={reach} on={view.on} />}
          table={<ReachTable points={reach} open={open} />}
        />
      ) : (
        <Empty>No sale at a carrier is on record up to this day.</Empty>
      )}
    </Section>
  );
}

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
      <MatrixTable
        matrix={matrix}
        on={view.on}
        query={query}
        caption={`Devices of ${about.name} at carriers on ${dayWords(view.on)}`}
        open={null}
        grouped
        hrefOf={(device, carrier) => dealPath(device, carrier, query)}
        carriedHref={(of) => dealsPath(merged(query, { manufacturer: about.slug, status: "carried", ...of }))}
      />
    </Section>
  );
}

function Policies({ data: { about }, query }: Pick<Props, "data" | "query">) {
  if (about.policies.length === 0) return null;
  return (
    <Section id="policy" title="Policy actions that name it" count={about.policies.length}>
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
    </Section>
  );
}
