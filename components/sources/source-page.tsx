import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { StatementLines } from "@/components/evidence/statement-lines";
import { CiteSection } from "@/components/export/cite-section";
import { LogLink } from "@/components/log/log-link";
import { Cut } from "@/components/ui/cut";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { Id, Source, View } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { FALLS, type Fall } from "@/domain/resting";
import {
  type DealToday,
  fallCounts,
  type Resting,
  type SourcedStatus,
  type SourceWeight,
} from "@/domain/source-page";
import { FALL_WORDS, sourceTitle } from "@/domain/source-words";
import { SOURCE_KIND_WORDS } from "@/domain/words";
import { editEntityPath, policyPath, sourcePath, sourcesPath, withQuery } from "@/formats/paths";
import { printRests, type RestsQuery } from "@/formats/source-page-query";
import { EditHistory } from "./edit-history";
import { FallPanel } from "./fall-panel";
import { NeighboursTable } from "./neighbours-table";
import { OffersTable, RestingTable } from "./resting-table";
import { SourceLead } from "./source-lead";
import { SourceWeb } from "./source-web";

const CLAIMS_PAGE = 50;
/** What other lists of the page show; the record of a source rarely has more. */
const MOST_ROWS = 100;

/** The claims that one page lists: those asked for, 50 at a time. `page` is the one that was found. */
export function claimsOnPage({ claims, graph }: SourceWeight, { rests, through, page }: RestsQuery) {
  const wanted = claims.filter(
    ({ effect, leads }) =>
      (rests === null || effect.fall === rests) &&
      (through === null || leads.some((l) => graph.sources.get(l.evidence.source)?.slug === through)),
  );
  const pages = Math.max(1, Math.ceil(wanted.length / CLAIMS_PAGE));
  const found = Math.min(page, pages);
  return { rows: wanted.slice((found - 1) * CLAIMS_PAGE, found * CLAIMS_PAGE), page: found, pages };
}

const REST = "All of them are in the files below.";

type Props = {
  weight: SourceWeight;
  page: ChartPage;
  asked: RestsQuery;
  deals: ReadonlyMap<Id, DealToday>;
  view: View;
  today: Day;
  past: boolean;
  actor: Actor;
  query: URLSearchParams;
};

/** One publication: what it is, what rests on it, what would fall without it, and who retells whom. */
export function SourcePage({ weight, page, asked, deals, view, today, past, actor, query }: Props) {
  const { source, offers, against, statements, policies, upstream, downstream, versions } = weight;
  const path = sourcePath(source.slug);
  const day = view.on === today ? "today" : `on ${dayWords(view.on)}`;
  const seesRecorder = may(actor, "see-recorder");
  const common = { graph: weight.graph, query };
  const to = (rests: Fall | null) =>
    `${withQuery(path, query, printRests({ rests, through: null, page: 1 }))}#claims`;
  const nothing =
    weight.claims.length + offers.length + statements.length + against.length + policies.length === 0;
  return (
    <div className="source">
      <PageHead
        title={sourceTitle(source)}
        crumbs={[
          { word: "Sources", href: sourcesPath(query) },
          {
            word: source.publisher,
            href: sourcesPath(new URLSearchParams([...query, ["publisher", source.publisher]])),
          },
        ]}
        lead={<SourceLead weight={weight} known={view.known} aloneHref={to("alone")} />}
        meta={metaOf(source)}
        actions={!past && <Verbs source={source} actor={actor} />}
      />
      <div className="wrap split">
        <div>
          {(downstream.length > 0 || upstream.length > 0 || weight.claims.length + offers.length > 0) && (
            <Section id="web" title="Who rests on it" note="whom it rests on, who retells it, and for what">
              <SourceWeb weight={weight} query={query} />
            </Section>
          )}
          {nothing && (
            <Empty>
              No claim, listing or statement that stands in this view rests on it.
              {view.known && " Later ones may: go back to today to see them."}
            </Empty>
          )}
          {weight.claims.length > 0 && (
            <Claims weight={weight} asked={asked} deals={deals} day={day} query={query} to={to} />
          )}
          {offers.length > 0 && (
            <Section id="listings" title="Listings that rest on it" count={offers.length}>
              <OffersTable offers={offers.slice(0, MOST_ROWS)} {...common} />
              <Cut shown={MOST_ROWS} of={offers.length}>
                {REST}
              </Cut>
            </Section>
          )}
          {against.length > 0 && (
            <Section id="against" title="Claims that it does not support" count={against.length}>
              <RestingTable resting={against.slice(0, MOST_ROWS)} deals={deals} day={day} {...common} />
              <Cut shown={MOST_ROWS} of={against.length}>
                {REST}
              </Cut>
            </Section>
          )}
          {statements.length > 0 && (
            <Section id="statements" title="Statements that it reports" count={weight.statementsTotal}>
              <StatementLines lines={statements} query={query} without="source" />
              <Cut shown={statements.length} of={weight.statementsTotal}>
                The rest is on the pages of the devices and carriers that it is about.
              </Cut>
            </Section>
          )}
        </div>
        <FallPanel {...{ weight, deals, query, day, seesRecorder }} hrefOf={to} />
      </div>
      <div className="wrap" id="around">
        {upstream.length > 0 && (
          <Section id="upstream" title="Whom it rests on" count={upstream.length}>
            <NeighboursTable neighbours={upstream.slice(0, MOST_ROWS)} query={query} side="upstream" />
            <Cut shown={MOST_ROWS} of={upstream.length}>
              {REST}
            </Cut>
          </Section>
        )}
        {downstream.length > 0 && (
          <Section id="downstream" title="Who retells it" count={downstream.length}>
            <NeighboursTable
              neighbours={downstream.slice(0, MOST_ROWS)}
              query={query}
              side="downstream"
              claimsOf={(through) => `${withQuery(path, query, { through })}#claims`}
            />
            <Cut shown={MOST_ROWS} of={downstream.length}>
              {REST}
            </Cut>
          </Section>
        )}
        {policies.length > 0 && (
          <Section id="policy" title="Policy actions that it tells of" count={policies.length}>
            <ul className="lines">
              {policies.map(({ slug, name, date }) => (
                <li key={slug}>
                  <Link prefetch={false} href={policyPath(slug, query)}>
                    {name}
                  </Link>
                  <span className="dim3">{dateWords(date)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <CiteSection page={page} formats={nothing ? [] : ["svg", "png", "csv", "json"]} />
        {seesRecorder && (
          <Section
            id="history"
            title="What was done to this source"
            note="Every earlier text stays on record."
          >
            <EditHistory versions={versions} />
          </Section>
        )}
      </div>
    </div>
  );
}

function metaOf(source: Source): (readonly [string, React.ReactNode])[] {
  const { publisher, published, kind, author, lang, url, slug } = source;
  return [
    ["Publisher", publisher],
    ["Published", dateWords(published)],
    ["Kind", SOURCE_KIND_WORDS[kind]],
    ["Author", author ?? "not known"],
    ["Language", languageName(lang)],
    [
      "Address",
      url ? (
        <a key="url" href={url} rel="noreferrer nofollow">
          {new URL(url).hostname.replace(/^www\./, "")}
        </a>
      ) : (
        "not known"
      ),
    ],
    [
      "Id",
      <span key="id" className="mono">
        {slug}
      </span>,
    ],
  ];
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });
const languageName = (lang: string): string => LANGUAGES.of(lang) ?? lang;

/** What the reader may do to it. Nothing while the page looks at the past. */
function Verbs({ source, actor }: { source: Source; actor: Actor }) {
  const path = editEntityPath("sources", source.slug);
  return (
    <>
      <LogLink of="sources" slug={source.slug} actor={actor} />
      {may(actor, "edit-entity") && (
        <Link className="btn" prefetch={false} href={path}>
          Edit
        </Link>
      )}
      {may(actor, "retract-source") && !source.retracted && (
        <Link className="btn danger" prefetch={false} href={withQuery(path, { do: "retract" })}>
          Retract
        </Link>
      )}
    </>
  );
}

type ClaimsProps = Pick<Props, "weight" | "asked" | "deals" | "query"> & {
  day: string;
  to: (rests: Fall | null) => string;
};

function Claims({ weight, asked, deals, day, query, to }: ClaimsProps) {
  const { claims, left, graph, source } = weight;
  const counts = fallCounts(claims);
  const { rows, page, pages }: { rows: readonly Resting<SourcedStatus>[]; page: number; pages: number } =
    claimsOnPage(weight, asked);
  const tab = (rests: Fall | null, word: string, count: number) => (
    <Link
      key={word}
      prefetch={false}
      scroll={false}
      href={to(rests)}
      aria-current={asked.rests === rests && !asked.through ? "true" : undefined}
    >
      {word} <span className="dim3">{count.toLocaleString("en-GB")}</span>
    </Link>
  );
  return (
    <Section id="claims" title="Claims that rest on it" count={claims.length}>
      <nav className="tabs" aria-label="Which of these claims">
        {tab(null, "all", claims.length)}
        {FALLS.map((fall) => tab(fall, FALL_WORDS[fall], counts[fall]))}
      </nav>
      {left > 0 && (
        <p className="dim gap">
          The {(claims.length + weight.offers.length).toLocaleString("en-GB")} recorded last are looked at
          here; {left.toLocaleString("en-GB")} earlier ones are not.
        </p>
      )}
      {asked.through && (
        <p className="dim gap">
          Only what comes through{" "}
          {[...graph.sources.values()].find((s) => s.slug === asked.through)?.publisher ?? "another source"}.{" "}
          <Link prefetch={false} href={to(asked.rests)}>
            All of them
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="gap dim">None.</p>
      ) : (
        <RestingTable resting={rows} deals={deals} day={day} graph={graph} query={query} />
      )}
      <Pager
        path={sourcePath(source.slug)}
        query={new URLSearchParams([...query, ...Object.entries(printRests({ ...asked, page: 1 }))])}
        page={page}
        pages={pages}
      />
    </Section>
  );
}
