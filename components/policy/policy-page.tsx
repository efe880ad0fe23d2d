import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { StatementLines } from "@/components/evidence/statement-lines";
import { LogLink } from "@/components/log/log-link";
import { counted } from "@/components/timeline/words";
import { Cut } from "@/components/ui/cut";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import { type Actor, may } from "@/domain/permissions";
import { ALL_AROUND, type AroundFilter, changesOf, type PolicyDetail, type Side } from "@/domain/policy";
import { sourceTitle } from "@/domain/source-words";
import {
  editEntityPath,
  manufacturerPath,
  merged,
  policiesPath,
  policyPath,
  type Query,
  sourcePath,
} from "@/formats/paths";
import { type PolicyQuery, printPolicyQuery } from "@/formats/policy-query";
import { listOf, PolicyAround, type PolicyCharts } from "./policy-around";
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
            <PolicyAround {...{ policy, charts, page, asked, view, query }} />
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
