import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { Shell } from "@/components/shell/shell";
import { dealHistory } from "@/data/read/deal-history";
import { eventsAround } from "@/data/read/events-around";
import { printMatrixFilter, readMatrixFilter } from "@/formats/matrix-query";
import { matrixPath } from "@/formats/paths";
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
    >
      <MatrixPage
        {...{ matrix, filter, page, view, today, actor }}
        past={reading.past}
        query={printView(view, today)}
        opened={opened?.history ?? null}
      />
    </Shell>
  );
}
