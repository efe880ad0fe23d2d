import type { Metadata } from "next";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { Shell } from "@/components/shell/shell";
import { dealHistory } from "@/data/read/deal-history";
import { eventsAround } from "@/data/read/events-around";
import { statusMatrix } from "@/data/read/status-matrix";
import { printMatrixFilter, readMatrixFilter } from "@/formats/matrix-query";
import { matrixPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Who carries what" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const filter = readMatrixFilter(params);
  const { view, past } = reading;
  const [matrix, opened, events] = await Promise.all([
    statusMatrix(db(), { view, filter }),
    filter.cell && dealHistory(db(), filter.cell, view),
    eventsAround(db(), view, today),
  ]);
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
        {...{ matrix, filter, view, today, past, actor, at }}
        query={printView(view, today)}
        opened={opened?.history ?? null}
        base={(env().BASE_URL ?? "").replace(/\/$/, "")}
      />
    </Shell>
  );
}
