import Link from "next/link";
import type { Chart, ChartPage } from "@/components/charts/chart";
import { ChartFrame } from "@/components/charts/frame";
import { Hidden } from "@/components/shell/hidden";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dayWords, rangeWords } from "@/domain/date-words";
import { addDays } from "@/domain/edtf";
import { ALL_AROUND, type AroundFilter, changesOf, type PolicyDetail, WHOS } from "@/domain/policy";
import { STATUS_WORDS } from "@/domain/words";
import { merged, policyPath, type Query, withQuery } from "@/formats/paths";
import { DAYS_MOST, type PolicyQuery, printPolicyQuery } from "@/formats/policy-query";
import { aroundChart, WHO_WORDS } from "./around-chart";
import { AroundTable, SIDE_WORDS } from "./around-table";
import { PolicyChanges } from "./policy-changes";

type Props = {
  policy: PolicyDetail;
  charts: PolicyCharts;
  page: ChartPage;
  asked: PolicyQuery;
  view: View;
  query: Query;
};

export type PolicyCharts = readonly Chart[];

/** What changed at those that it names, and beside it at all others. */
export const policyCharts = (policy: PolicyDetail, query: Query): PolicyCharts =>
  WHOS.map((who) => aroundChart(policy, who, listOf(policy, query)));

/** Where the changes that a filter leaves are listed. */
export const listOf = (policy: PolicyDetail, query: Query) => (filter: AroundFilter) =>
  `${withQuery(policyPath(policy.slug), query, printPolicyQuery({ days: policy.around.days, filter, page: 1, claims: 1 }))}#listed`;

/** What changed around the same time: at those that it names and at all others, in charts, in numbers and as a list. */
export function PolicyAround({ policy, charts, page, asked, view, query }: Props) {
  const { slug, around, date } = policy;
  const end = addDays(date.latest, around.days);
  const path = policyPath(slug);
  const hrefOf = listOf(policy, query);
  const { who, side, status, began } = asked.filter;
  const narrowed = [who, side, status, began].some((part) => part !== null);
  return (
    <>
      <Section
        id="around"
        title="What changed around the same time"
        note="Together in time, which is not a cause: the same days for those that it names and for all others."
      >
        <form
          className="filters"
          action={`${path}#around`}
          method="get"
          aria-label="How many days are looked at"
        >
          <label className="fld">
            <span>Days before and after</span>
            <input type="number" name="days" min={1} max={DAYS_MOST} defaultValue={around.days} required />
          </label>
          <Hidden query={query} />
          <button className="btn" type="submit">
            Look at these days
          </button>
          {asked.problem && (
            <p className="error" role="alert">
              {asked.problem}
            </p>
          )}
        </form>
        {view.on < end && (
          <p className="dim gap">
            These days end on {dayWords(end)}; the page sees what began up to {dayWords(view.on)}.
          </p>
        )}
        {changesOf(around.counts, {}) === 0 ? (
          <Empty>No status change on record began in these days. Look at more days.</Empty>
        ) : (
          <>
            <div className="cols">
              {charts.map((chart) => (
                <ChartFrame key={chart.id} chart={chart} page={page} />
              ))}
            </div>
            <AroundTable policy={policy} hrefOf={hrefOf} />
            {changesOf(around.counts, { side: "either" }) > 0 && (
              <p className="dim sm gap">
                “Before or after”: dated so vaguely that they may have begun on either side. The picture has
                them at their earliest day.
              </p>
            )}
          </>
        )}
      </Section>
      {changesOf(around.counts, {}) > 0 && (
        <Section
          id="listed"
          title="These changes"
          count={around.total}
          note={
            narrowed &&
            [
              who ? WHO_WORDS[who] : "Everybody",
              ...(side ? [SIDE_WORDS[side]] : []),
              ...(status ? [`became ${STATUS_WORDS[status].word}`] : []),
              ...(began ? [`began ${rangeWords(began.from, began.to)}`] : []),
            ].join(", ")
          }
          right={
            narrowed && (
              <Link prefetch={false} scroll={false} href={hrefOf(ALL_AROUND)}>
                All of them
              </Link>
            )
          }
        >
          {around.total === 0 ? (
            <p className="dim">None.</p>
          ) : (
            <PolicyChanges changes={around.changes} query={query} mark />
          )}
          <Pager
            path={path}
            query={merged(query, printPolicyQuery({ ...asked, page: 1 }))}
            page={around.page}
            pages={around.pages}
          />
        </Section>
      )}
    </>
  );
}
