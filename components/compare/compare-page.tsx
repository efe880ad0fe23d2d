import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { CiteSection } from "@/components/export/cite-section";
import { StatusWord } from "@/components/status/status-mark";
import { counted, listedNames } from "@/components/timeline/words";
import { Cut } from "@/components/ui/cut";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { type DealComparison, isAlike, type MakerComparison } from "@/domain/compare";
import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { STATUSES } from "@/domain/status";
import { type CompareQuery, printCompare } from "@/formats/compare-query";
import { countryName } from "@/formats/countries";
import {
  carrierPath,
  comparePath,
  dealPath,
  dealsPath,
  manufacturerPath,
  merged,
  type Query,
} from "@/formats/paths";
import { comparedNames } from "./charts";
import { CompareForm, type Offer } from "./compare-form";
import { MakerLanes } from "./maker-lanes";
import { MeetingLanes } from "./meeting-lanes";
import { comparisonLead, standingWords } from "./words";

type Props = {
  asked: CompareQuery;
  offers: readonly Offer[];
  /** One of the two, as `asked.by` says; null: fewer than one subject is on record. */
  deals: DealComparison | null;
  makers: MakerComparison | null;
  view: View;
  today: Day;
  query: Query;
  /** What can be taken away; null: nothing is compared. */
  page: ChartPage | null;
};

/** Devices, carriers or manufacturers under one time axis, and their differences in words. */
export function ComparePage(props: Props) {
  const { asked, offers, deals, makers, view, today, query, page } = props;
  const subjects = deals?.subjects ?? makers?.subjects ?? [];
  const title = subjects.length === 0 ? "Compare" : comparedNames(subjects, asked.by);
  const common = { view, today, query };
  return (
    <>
      <PageHead title={title} lead={<Lead {...props} />} />
      <div className="wrap">
        <CompareForm asked={asked} subjects={subjects} query={query} offers={offers} />
        {subjects.length < 2 && (
          <Empty>
            Choose two or more {asked.by === "manufacturers" ? "makers" : asked.by} to see them under one time
            axis.
          </Empty>
        )}
        {deals && asked.by !== "manufacturers" && deals.meetings.length > 0 && (
          <>
            <MeetingLanes comparison={deals} by={asked.by} {...common} />
            <Differences comparison={deals} by={asked.by} query={query} />
            <Pager
              path={comparePath()}
              query={merged(query, printCompare(asked))}
              page={deals.page}
              pages={deals.pages}
            />
          </>
        )}
        {makers && makers.subjects.length > 0 && (
          <>
            <MakerLanes comparison={makers} {...common} />
            <MakerTables comparison={makers} query={query} on={view.on} />
          </>
        )}
        {page && <CiteSection page={page} formats={["svg", "png", "csv", "json"]} />}
      </div>
    </>
  );
}

function Lead({ asked, deals, makers, view }: Props) {
  if (makers && makers.subjects.length > 0) {
    const sold = makers.subjects.map(
      (s) => `${s.name} ${s.counts.carried.toLocaleString("en-GB")} at ${counted(s.carriers, "carrier")}`,
    );
    return `Carried on ${dayWords(view.on)}: ${listedNames(sold, sold.length, "")}.`;
  }
  if (deals && deals.subjects.length > 0)
    return comparisonLead(deals, view.on, asked.by === "devices" ? "carriers" : "devices");
  return "Which of them is ranged where, since when, and where they part.";
}

function Differences({
  comparison,
  by,
  query,
}: {
  comparison: DealComparison;
  by: "devices" | "carriers";
  query: Query;
}) {
  const { subjects, meetings } = comparison;
  const sorted = [...meetings.filter((m) => !isAlike(m)), ...meetings.filter(isAlike)];
  return (
    <Section id="differences" title="The same in words" note="on the day looked at; where they differ first">
      <div className="tw">
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{by === "devices" ? "Carrier" : "Device"}</th>
              {subjects.map((s) => (
                <th scope="col" key={s.slug}>
                  {s.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((meeting) => (
              <tr key={meeting.slug}>
                <th scope="row">{meeting.name}</th>
                {meeting.deals.map((deal, i) => (
                  <td key={subjects[i]?.slug} data-label={subjects[i]?.name}>
                    {deal ? (
                      <Link
                        prefetch={false}
                        className="q"
                        href={dealPath(deal.device.slug, deal.carrier.slug, query)}
                      >
                        {standingWords(deal)}
                      </Link>
                    ) : (
                      <span className="dim3">{standingWords(deal)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function MakerTables({
  comparison: { subjects, carriers, total },
  query,
  on,
}: {
  comparison: MakerComparison;
  query: Query;
  on: Day;
}) {
  const number = (n: number, of: Record<string, string>) =>
    n === 0 ? (
      <span className="dim3">0</span>
    ) : (
      <Link prefetch={false} href={dealsPath(merged(query, of))}>
        {n.toLocaleString("en-GB")}
      </Link>
    );
  const heads = subjects.map((s) => (
    <th scope="col" className="num" key={s.slug}>
      <Link prefetch={false} className="q" href={manufacturerPath(s.slug, query)}>
        {s.name}
      </Link>
    </th>
  ));
  return (
    <>
      <Section id="statuses" title="Deals by status" note={`on ${dayWords(on)}`}>
        <div className="tw">
          <table>
            <thead>
              <tr>
                <th scope="col">Status</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {STATUSES.map((status) => (
                <tr key={status}>
                  <th scope="row">
                    <StatusWord status={status} />
                  </th>
                  {subjects.map((s) => (
                    <td key={s.slug} className="num">
                      {number(s.counts[status], { manufacturer: s.slug, status })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Section
        id="carriers"
        title="Devices carried"
        count={total}
        note="carriers where they differ most first"
      >
        <div className="tw">
          <table>
            <thead>
              <tr>
                <th scope="col">Carrier</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {carriers.map(({ slug, name, country, sold }) => (
                <tr key={slug}>
                  <th scope="row">
                    <Link prefetch={false} className="q" href={carrierPath(slug, query)}>
                      {name}
                    </Link>{" "}
                    <span className="dim3">{countryName(country)}</span>
                  </th>
                  {subjects.map((s, i) => (
                    <td key={s.slug} className="num">
                      {number(sold[i] ?? 0, { manufacturer: s.slug, carrier: slug, status: "carried" })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Cut shown={carriers.length} of={total}>
          The rest is on the pages of the manufacturers.
        </Cut>
      </Section>
    </>
  );
}
