import Link from "next/link";
import type { ReactNode } from "react";
import type { ChartPage } from "@/components/charts/chart";
import { ChartFrame } from "@/components/charts/frame";
import { StatusStrip } from "@/components/charts/status-strip";
import type { ListOptions } from "@/components/lists/deals-page";
import { FilterForm, SelectFilter } from "@/components/lists/filter-form";
import { StatusLegend } from "@/components/status/status-legend";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { countsOf, type Overview, sumOf } from "@/domain/overview";
import { countryName } from "@/formats/countries";
import { printYears } from "@/formats/list-query";
import type { OverviewReading } from "@/formats/lists";
import {
  homePath,
  importsPath,
  newPath,
  policiesPath,
  policyPath,
  type Query,
  signInPath,
} from "@/formats/paths";
import type { OverviewCharts } from "./charts";
import { LatestChanges } from "./latest-changes";
import type { OverviewLinks } from "./links";

type Props = {
  found: Overview;
  charts: OverviewCharts;
  page: ChartPage;
  links: OverviewLinks;
  reading: OverviewReading;
  options: ListOptions;
  query: Query;
  view: View;
  today: Day;
  /** The kept views of who looks; null: a visitor has none. */
  kept: ReactNode;
};

/** The state of the record on a day and how it came about, of chosen makers, countries and years. */
export function OverviewPage(props: Props) {
  const { found, charts, page, links, query } = props;
  const counts = countsOf(found.day, (d) => d.deals);
  const frame = (chart: OverviewCharts[keyof OverviewCharts]) => <ChartFrame chart={chart} page={page} />;
  if (sumOf(counts) === 0) {
    return (
      <div className="wrap">
        <Narrow {...props} />
        {props.kept}
        <Empty>
          No deal has a status on this day, as far as the page is narrowed. Go to a later day, or{" "}
          <Link href={homePath()}>see the whole record today</Link>.
        </Empty>
      </div>
    );
  }
  return (
    <div className="wrap">
      <StatusStrip counts={counts} hrefOf={(status) => links.deals(status ? { status } : {})} />
      <Narrow {...props} />
      {props.kept}
      <div className="two">
        {frame(charts.trend)}
        <div>
          <Section
            id="latest"
            title="Latest changes"
            right={
              <Link href={links.latest} prefetch={false}>
                All
              </Link>
            }
          >
            <LatestChanges rows={found.latest} query={query} />
          </Section>
        </div>
      </div>
      <div className="cols">
        {frame(charts.reasons)}
        {frame(charts.outcomes)}
        {frame(charts.certainty)}
      </div>
      <div className="halves">
        {frame(charts.survival)}
        {frame(charts.withdrawals)}
      </div>
      <div className="cols">
        {frame(charts.slips)}
        {frame(charts.movers)}
        <PolicyLines found={found} query={query} />
      </div>
      <StatusLegend />
    </div>
  );
}

/** The record holds nothing at all yet: how to begin. */
export function EmptyRecord({ mayRecord }: { mayRecord: boolean }) {
  return (
    <div className="wrap">
      <Empty>
        <b>This record is empty.</b> It fills with the first device, carrier and claim, or with a list that
        you have.
      </Empty>
      <p className="btns">
        {mayRecord ? (
          <>
            <Link className="btn p" prefetch={false} href={newPath("devices")}>
              Add the first device
            </Link>
            <Link className="btn" prefetch={false} href={newPath("carriers")}>
              Add the first carrier
            </Link>
            <Link className="btn" prefetch={false} href={importsPath()}>
              Import a list
            </Link>
          </>
        ) : (
          <>
            <Link className="btn p" prefetch={false} href={signInPath(homePath())}>
              Sign in to add the first device
            </Link>
            <span className="dim">
              or load the demo dossier: <code className="mono">npm run load</code>
            </span>
          </>
        )}
      </p>
    </div>
  );
}

function Narrow({ reading: { filter, keep, problems }, options, query, view }: Props) {
  const last = Number(view.on.slice(0, 4));
  const spans = [1, 3, 5, 10].map((n) => printYears({ from: last - n + 1, to: last }));
  const chosen = filter.years ? printYears(filter.years) : null;
  return (
    <FilterForm
      path={homePath()}
      query={query}
      keep={keep}
      shown={["manufacturer", "country", "years"]}
      problems={problems}
    >
      <SelectFilter
        name="country"
        label="Market"
        any="all countries"
        value={filter.country}
        options={options.countries.map((code) => ({ value: code, word: countryName(code) }))}
      />
      <SelectFilter
        name="manufacturer"
        label="Manufacturer"
        any="all"
        value={filter.manufacturer}
        options={options.manufacturers.map(({ slug, name }) => ({ value: slug, word: name }))}
      />
      <label className="fld">
        <span>Years</span>
        <input
          name="years"
          defaultValue={chosen ?? ""}
          placeholder="all"
          list="years"
          size={11}
          maxLength={9}
        />
        <datalist id="years">
          {spans.map((span) => (
            <option key={span} value={span} />
          ))}
        </datalist>
      </label>
    </FilterForm>
  );
}

function PolicyLines({ found: { policyActions }, query }: { found: Overview; query: Query }) {
  return (
    <Section
      id="policy"
      title="Policy actions"
      right={
        <Link href={policiesPath(query)} prefetch={false}>
          All
        </Link>
      }
    >
      {policyActions.length === 0 && <p className="dim">None in this time.</p>}
      <ol className="lines">
        {policyActions.map(({ slug, title, date, claims }, i) => (
          <li key={slug}>
            <span>
              <b className="flag-n">{i + 1}</b>{" "}
              <Link href={policyPath(slug, query)} prefetch={false}>
                {title}
              </Link>{" "}
              {claims > 0 && (
                <small className="dim3">
                  named by{" "}
                  <Link href={`${policyPath(slug, query)}#claims`} prefetch={false}>
                    {claims === 1 ? "1 claim" : `${claims} claims`}
                  </Link>
                </small>
              )}
            </span>
            <span className="dim3 nw">{dateWords(date)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
