import type { Metadata } from "next";
import { chooserOf } from "@/app/choosing";
import { redirectMergedFilters } from "@/app/kept";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { Shell } from "@/components/shell/shell";
import { dealHistory } from "@/data/read/deal-history";
import { dealFacets } from "@/data/read/deal-list";
import { eventsAround } from "@/data/read/events-around";
import { dealsOfMatrix } from "@/formats/bulk";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { printMatrixFilter, readMatrixFilter } from "@/formats/matrix-query";
import { matrixPath, merged } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadMatrix } from "./load";

export const metadata: Metadata = { title: "Who carries what" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const { view } = reading;
  const { cell, ...asked } = readMatrixFilter(params);
  const closed = { ...asked, cell: null };
  const chooser = await chooserOf(params, actor, reading, matrixPath(), printMatrixFilter(closed));
  const choosing = chooser.choosing !== null;
  const deals = choosing && dealsOfMatrix(closed);
  const [{ filter, matrix, page }, opened, events, found] = await Promise.all([
    loadMatrix(params, at),
    cell && !choosing && recall(dealHistory, cell, view),
    choosing ? null : recall(eventsAround, view, today),
    deals && recall(dealFacets, view, readList(DEAL_LIST, Object.fromEntries(merged(deals))).filter),
  ]);
  if (matrix.rows.length === 0) await redirectMergedFilters(params, matrixPath);
  return (
    <Shell
      at="matrix"
      actor={actor}
      path={matrixPath()}
      today={today}
      reading={reading}
      keep={printMatrixFilter(filter)}
      events={events}
      instead={choosing}
    >
      <MatrixPage
        {...{ matrix, page, view, today, actor, chooser }}
        filter={choosing ? closed : filter}
        found={found ? found.total : 0}
        past={reading.past}
        query={printView(view, today)}
        opened={opened ? opened.history : null}
      />
    </Shell>
  );
}
