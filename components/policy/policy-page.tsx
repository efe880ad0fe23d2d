import Link from "next/link";
import type { Chart, ChartPage } from "@/components/charts/chart";
import { ChartFrame } from "@/components/charts/frame";
import { StatementLines } from "@/components/evidence/statement-lines";
import { LogLink } from "@/components/log/log-link";
import { Hidden } from "@/components/shell/hidden";
import { counted } from "@/components/timeline/words";
import { Cut } from "@/components/ui/cut";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords, dayWords, rangeWords } from "@/domain/date-words";
import { addDays } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import {
  ALL_AROUND,
  type AroundFilter,
  changesOf,
  type PolicyDetail,
  type Side,
  WHOS,
} from "@/domain/policy";
import { sourceTitle } from "@/domain/source-words";
import { STATUS_WORDS } from "@/domain/words";
import {
  editEntityPath,
  manufacturerPath,
  merged,
  policiesPath,
  policyPath,
  type Query,
  sourcePath,
  withQuery,
} from "@/formats/paths";
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
  actor: Actor;
  past: boolean;
};

/** What a government or regulator did, the claims whose sources name it, and what changed around the same time. */
export function PolicyPage({ policy, charts, page, asked, view, query, actor, past }: Props) {
  const {
    title,
    slug,
    issuer,
    date,
    affects,
    sources,
    naming,
    namingTotal,
    namingPage,
    statements,
    happened,
  } = policy;
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ word: "Policy actions", href: policiesPath(query) }]}
        lead={<Lead policy={policy} hrefOf={listOf(policy, query)} />}
        meta={[
          ["By", issuer],
          ["Date", dateWords(date)],
          [
            "Names",
            affects.length === 0
              ? "no manufacturer"
              : affects.map((maker, i) => (
                  <span key={maker.slug}>
                    {i > 0 && ", "}
                    <Link prefetch={false} href={manufacturerPath(maker.slug, query)}>
                      {maker.name}
                    </Link>
                  </span>
                )),
          ],
        ]}
        actions={
          <>
            {!past && <LogLink of="policy" slug={slug} actor={actor} />}
            {!past && may(actor, "record-claim") && (
              <Link className="btn" prefetch={false} href={editEntityPath("policy", slug)}>
                Edit
              </Link>
            )}
          </>
        }
      />
      <div className="wrap">
        {!happened && (
          <Empty>On the day that the page looks at, this had not happened, or was not public yet.</Empty>
        )}
        {happened && (
          <>
            <Section
              id="claims"
              title="Claims that name it"
              count={namingTotal}
              note="Their sources give it as what is behind the change."
            >
              {namingTotal === 0 ? (
                <p className="dim">No source of a standing claim gives it as what is behind a change.</p>
              ) : (
                <PolicyChanges changes={naming} query={query} mark={false} />
              )}
              <Pager
                path={policyPath(slug)}
                query={merged(query, printPolicyQuery({ ...asked, claims: 1 }))}
                page={namingPage.page}
                pages={namingPage.pages}
                name="claims"
              />
            </Section>
            <Around {...{ policy, charts, page, asked, view, query }} />
          </>
        )}
        {statements.length > 0 && (
          <Section id="statements" title="What was said about it" count={policy.statementsTotal}>
            <StatementLines lines={statements} query={query} without="about" />
            <Cut shown={statements.length} of={policy.statementsTotal}>
              The rest is on the pages of the sources that report it.
            </Cut>
          </Section>
        )}
        <Section id="sources" title="Sources" count={sources.length}>
          {sources.length === 0 ? (
            <p className="dim">No source is on record for it.</p>
          ) : (
            <ul className="lines">
              {sources.map((source) => (
                <li key={source.slug}>
                  <span>
                    <Link prefetch={false} href={sourcePath(source.slug, query)}>
                      {sourceTitle(source)}
                    </Link>{" "}
                    {!source.seen && <span className="tag">nobody here has read it</span>}
                  </span>
                  <span className="dim3">
                    {source.publisher}, {dateWords(source.published)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

export type PolicyCharts = readonly Chart[];

/** What changed at those that it names, and beside it at all others. */
export const policyCharts = (policy: PolicyDetail, query: Query): PolicyCharts =>
  WHOS.map((who) => aroundChart(policy, who, listOf(policy, query)));

/** Where the changes that a filter leaves are listed. */
const listOf = (policy: PolicyDetail, query: Query) => (filter: AroundFilter) =>
  `${withQuery(policyPath(policy.slug), query, printPolicyQuery({ days: policy.around.days, filter, page: 1, claims: 1 }))}#listed`;

/** What it did, and what is counted of it; that things fall together in time is said to be no more than that. */
function Lead({ policy, hrefOf }: { policy: PolicyDetail; hrefOf: (filter: AroundFilter) => string }) {
  const { summary, happened, around, namingTotal } = policy;
  const number = (side: Side, noun?: string) => {
    const n = changesOf(around.counts, { who: "named", side });
    const words = noun ? counted(n, noun) : String(n);
    return n === 0 ? (
      words
    ) : (
      <Link prefetch={false} scroll={false} href={hrefOf({ ...ALL_AROUND, who: "named", side })}>
        {words}
      </Link>
    );
  };
  return (
    <>
      {summary}{" "}
      {happened && (
        <>
          <b>
            The sources of <a href="#claims">{counted(namingTotal, "claim")}</a> name it.
          </b>{" "}
          {policy.affects.length > 0 && (
            <>
              At the manufacturers that it names, {number("after", "status change")} fell into the{" "}
              {around.days} days from it on, {number("before")} into the {around.days} before; that they fall
              together in time says nothing about why.
            </>
          )}
        </>
      )}
    </>
  );
}

function Around({ policy, charts, page, asked, view, query }: Omit<Props, "actor" | "past">) {
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
          <label>
            Days before and after
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
