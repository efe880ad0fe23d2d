import type { Metadata } from "next";
import { chooserOf } from "@/app/choosing";
import { redirectMergedFilters } from "@/app/kept";
import { ChooseLink } from "@/components/choose/choose-link";
import { NoHits, WhatIsFound } from "@/components/search/no-hits";
import { SearchForm } from "@/components/search/search-form";
import { SearchLead } from "@/components/search/search-lead";
import { SearchPage } from "@/components/search/search-page";
import { type OfStatus, StatusMeant } from "@/components/search/status-meant";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { eventsAround } from "@/data/read/events-around";
import { searchAnything } from "@/data/read/search-anything";
import { searchFacets } from "@/data/read/search-facets";
import { may } from "@/domain/permissions";
import { addressIn, statusIn } from "@/domain/search-asks";
import { readSearch } from "@/domain/search-words";
import { printChoosing } from "@/formats/choice";
import { merged, searchPath } from "@/formats/paths";
import { isFiltered, printSearch, readSearchQuery } from "@/formats/search-query";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";

type Props = { searchParams: Promise<Params> };

/** Hits of a kind: beside other kinds, and on a page of its own. */
const FIRST = 6;
const PAGE = 50;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = readSearchQuery(await searchParams).query;
  return { title: text === "" ? "Search" : `Search: ${text}` };
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const { query: asked, problems } = readSearchQuery(params);
  const query = printView(reading.view, today);
  const own = { ...printSearch(asked), ...(asked.page > 1 && { page: asked.page }) };
  // Deals are ticked where they are listed whole: to choose is to go there.
  const chooser = await chooserOf(params, actor, reading, "/search", { ...own, kind: "deal" });
  const { choosing, chooseHref } = chooser;
  const found = await find();
  const ofStatus = found && (await findOfStatus());
  if (problems.length > 0) note({ status: 422 });
  if (found && Object.keys(found.totals).length === 0)
    await redirectMergedFilters(params, (kept) => searchPath("", kept));
  return (
    <Shell
      at={null}
      actor={actor}
      path="/search"
      today={today}
      reading={reading}
      events={choosing ? null : await recall(eventsAround, reading.view, today)}
      keep={printSearch(asked)}
      instead={choosing !== null}
    >
      <PageHead
        title="Search"
        lead={found && found.groups.length > 0 && <SearchLead text={asked.text} {...found} />}
        actions={chooseHref && found?.totals.deal && <ChooseLink href={chooseHref} />}
      />
      <SearchForm text={asked.text} query={merged(query, printChoosing(choosing))} problems={problems} />
      {ofStatus && <StatusMeant {...ofStatus} query={query} />}
      {found === null ? (
        problems.length === 0 && <WhatIsFound query={query} />
      ) : Object.keys(found.totals).length === 0 && !isFiltered(asked.filter) ? (
        <NoHits
          text={asked.text}
          suggestions={found.suggestions}
          query={query}
          address={addressIn(asked.text)}
          mayRecord={may(actor, "record-claim") && !reading.past}
        />
      ) : (
        <SearchPage shown={found} asked={asked} query={query} chooser={chooser} />
      )}
    </Shell>
  );

  /** Where a word of the search says a status: the deals of that status that its other words find. */
  async function findOfStatus(): Promise<OfStatus | null> {
    const said = isFiltered(asked.filter) ? null : statusIn(asked.text);
    if (said === null || readSearch(said.rest).words.length === 0) return null;
    const filter = { ...asked.filter, status: said.status };
    const one = { text: said.rest, view: reading.view, filter, kind: "deal", page: 1, size: 1 } as const;
    const { totals } = await recall(searchAnything, one);
    return { ...said, count: totals.deal ?? 0 };
  }

  /** null: nothing was asked. */
  async function find() {
    if (readSearch(asked.text).words.length === 0) return null;
    const { view } = reading;
    const { text, kind, filter, page } = asked;
    const size = kind === null ? FIRST : PAGE;
    const forgiving = await recall(searchAnything, { text, view, filter, kind, page, size });
    const unit = kind === "device" ? kind : ("deal" as const);
    const facets =
      kind === null || kind === unit
        ? await recall(searchFacets, { words: forgiving.words, view, filter, unit })
        : [];
    return { ...forgiving, facets: facets.filter(({ count }) => count > 0), unit, size };
  }
}
