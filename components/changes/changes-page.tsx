import Link from "next/link";
import type { ReactNode } from "react";
import type { ListOptions } from "@/components/lists/deals-page";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { ChangeFilter } from "@/domain/change-filter";
import type { ChangeKind, ChangePage, ChangesBetween } from "@/domain/change-rows";
import { rangeWords } from "@/domain/date-words";
import { type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { changesPath, homePath, merged, type Query } from "@/formats/paths";
import type { SaidFilter } from "@/formats/said-filters";
import { BetweenReport, hasFilter } from "./between-report";
import { ChangeFilters } from "./change-filters";
import { ChangesTable } from "./changes-table";
import { NarrowedTo } from "./narrowed-to";
import { isWhole, partPath } from "./parts";
import { AXIS_WORDS } from "./words";

type Props = {
  asked: ChangesQuery;
  /** Its filters in words. */
  narrowed: readonly SaidFilter<keyof ChangeFilter>[];
  /** One of the two: the differences between two days, or a page of the latest. */
  found: ChangesBetween | ChangePage;
  options: ListOptions;
  query: Query;
  /** What can be taken away, and the reference that stands on paper. */
  take: ReactNode;
  cite: string;
};

/** Changes between two days as a report in three parts; without days the latest ones, page by page. */
export function ChangesPage({ asked, narrowed, found, options, query, take, cite }: Props) {
  const filters = (
    <>
      <ChangeFilters asked={asked} query={query} options={options} />
      <NarrowedTo asked={asked} query={query} words={narrowed} />
    </>
  );
  if ("world" in found) {
    return (
      <>
        <PageHead
          title={changesTitle(asked)}
          lead={<BetweenLead found={found} asked={asked} query={query} />}
          actions={take}
        />
        <div className="wrap">
          {filters}
          <BetweenReport found={found} asked={asked} query={query} />
          <p className="only-paper">{cite}</p>
        </div>
      </>
    );
  }
  const { rows, total, page, pages } = found;
  return (
    <>
      <PageHead title={changesTitle(asked)} lead={LATEST_LEAD[asked.by]} actions={take} />
      <div className="wrap">
        {filters}
        {rows.length === 0 ? (
          <Empty>
            {hasFilter(asked)
              ? "No change on record fits. Choose fewer filters, or look at a later day."
              : "No change is on record yet, as the page looks at it."}{" "}
            <Link prefetch={false} href={homePath()}>
              Back to the overview
            </Link>
            .
          </Empty>
        ) : (
          <Section id="latest" title="Newest first" count={total}>
            <ChangesTable rows={rows} query={query} mixed={asked.by === "recorded"} label="Latest changes" />
            <Pager
              path={changesPath()}
              query={merged(query, printChangesQuery({ ...asked, page: 1 }))}
              page={page}
              pages={pages}
            />
          </Section>
        )}
      </div>
    </>
  );
}

const LATEST_LEAD = {
  published:
    "What the public learned last, by the day on which it could know it. Give two days to compare them.",
  effective: "What took effect last in the world. Give two days to compare them.",
  recorded:
    "What was done last in this record, corrections and retractions included. Give two days to compare them.",
} as const;

export const changesTitle = ({ period }: ChangesQuery): string =>
  period ? `What changed, ${rangeWords(period.from, period.to)}` : "Latest changes";

/** How much of each kind there is; each number leads to its lines, on this page or, where there are more, on pages of their own. */
function BetweenLead({ found, asked, query }: { found: ChangesBetween; asked: ChangesQuery; query: Query }) {
  const { world, corrected, evidence } = found;
  const opened = (kind: ChangeKind, words: string) =>
    found[kind].total === 0 ? (
      <b>{words}</b>
    ) : (
      <a href={isWhole(found[kind]) ? `#${kind}` : partPath(asked, query, kind)}>
        <b>{words}</b>
      </a>
    );
  const none =
    corrected.total === 0
      ? ""
      : corrected.total === 1
        ? " The correction is no news."
        : " None of the corrections is news.";
  return (
    <>
      {opened("world", `The world ${world.total === 0 ? "did not change" : `changed ${times(world.total)}`}`)}
      , {opened("corrected", `we corrected ${claims(corrected.total)}`)}, and for{" "}
      {opened("evidence", `${claims(evidence.total)} only the evidence changed`)}.{none} Compared{" "}
      {AXIS_WORDS[asked.by].word}: {lower(AXIS_WORDS[asked.by].meaning)}
    </>
  );
}

const claims = (n: number): string => (n === 0 ? "no claim" : counted(n, "claim"));
const times = (n: number): string =>
  n === 1 ? "once" : n === 2 ? "twice" : `${n.toLocaleString("en-GB")} times`;
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
