import type { Metadata } from "next";
import { Shell } from "@/components/shell/shell";
import { SourcesPage } from "@/components/sources/sources-page";
import { eventsAround } from "@/data/read/events-around";
import { sourceList } from "@/data/read/source-list";
import { may } from "@/domain/permissions";
import { sourcesPath } from "@/formats/paths";
import { printSourceQuery, readSourceQuery } from "@/formats/source-query";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Sources" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readSourceQuery(params);
  const list = await recall(sourceList, { view: reading.view, ...asked });
  return (
    <Shell
      at="sources"
      actor={actor}
      path={sourcesPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={printSourceQuery({ ...asked, page: 1 })}
    >
      <SourcesPage
        list={list}
        asked={asked}
        view={printView(reading.view, today)}
        mayEdit={may(actor, "edit-entity") && !reading.past}
      />
    </Shell>
  );
}
