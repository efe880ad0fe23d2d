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
  const { view } = readView(params, at);
  const { cell } = readMatrixFilter(params);
  const [{ reading, filter, matrix, page }, opened, events] = await Promise.all([
    loadMatrix(params, at),
    cell && recall(dealHistory, cell, view),
    recall(eventsAround, view, today),
  ]);
  const own = printMatrixFilter({ ...filter, cell: null });
  const chooser = await chooserOf(params, actor, reading, matrixPath(), own);
  const { choosing } = chooser;
  const deals = choosing && dealsOfMatrix(filter);
  const found = deals
    ? await recall(dealFacets, view, readList(DEAL_LIST, Object.fromEntries(merged(deals))).filter)
    : null;
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
      instead={choosing !== null}
    >
      <MatrixPage
        {...{ matrix, page, view, today, actor, chooser }}
        filter={choosing ? { ...filter, cell: null } : filter}
        found={found?.total ?? 0}
        past={reading.past}
        query={printView(view, today)}
        opened={choosing ? null : (opened?.history ?? null)}
      />
    </Shell>
  );
}
