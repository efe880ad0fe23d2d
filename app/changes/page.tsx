import type { Metadata } from "next";
import { cache } from "react";
import { redirectMergedFilters } from "@/app/kept";
import { ChangesPage, changesTitle } from "@/components/changes/changes-page";
import { PeriodBar } from "@/components/changes/period-bar";
import { TakeAway } from "@/components/export/take-away";
import { Shell } from "@/components/shell/shell";
import { listOptions } from "@/data/read/list-options";
import { shownRows } from "@/domain/change-filter";
import { printChangesQuery, readChangesQuery } from "@/formats/changes-query";
import { citeText } from "@/formats/citation";
import { changesPath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadChanges } from "./load";

type Props = { searchParams: Promise<Params> };

const instant = cache(now);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: changesTitle(readChangesQuery(await searchParams, instant().slice(0, 10)).query) };
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor("read");
  const params = await searchParams;
  const [{ reading, asked, narrowed, problems, found, page, today }, options] = await Promise.all([
    loadChanges(params, actor, instant()),
    recall(listOptions),
  ]);
  if (("world" in found ? shownRows(found) : found.rows).length === 0)
    await redirectMergedFilters(params, changesPath);
  const query = printView(reading.view, today);
  return (
    <Shell
      at="changes"
      actor={actor}
      path={changesPath()}
      today={today}
      reading={reading}
      keep={Object.fromEntries(printChangesQuery(asked))}
      bar={<PeriodBar asked={asked} query={query} today={today} problems={problems} />}
      instead={asked.period !== null && !reading.past}
    >
      <ChangesPage
        asked={asked}
        narrowed={narrowed}
        found={found}
        options={options}
        query={query}
        take={<TakeAway page={page} formats={["csv", "json"]} />}
        cite={citeText(page.citable)}
      />
    </Shell>
  );
}
