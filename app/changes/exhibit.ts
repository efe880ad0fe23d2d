import type { Asked, Piece } from "@/app/download/exhibits";
import { everyChange } from "@/data/read/changes-between";
import { recentChanges } from "@/data/read/recent-changes";
import { changeCells, changeColumns, latestTable } from "@/formats/change-table";
import { db } from "@/server/db";
import { VISITOR_ROWS } from "@/server/exports";
import { recall } from "@/server/recall";
import { citedChanges, readChanges, SIZE } from "./load";

/** A file holds so many lines; of what is more it says how much is left. */
const MOST = 500_000;
/** So many are worked out at a time while a file is sent. */
const CHUNK = 500;

/** What is taken away of the changes page: of a comparison all lines, whatever page of them is shown; of the latest a page. */
export async function exhibitChanges({ params, actor, at }: Asked) {
  const read = readChanges(params, actor, at);
  const { asked, recorder } = read;
  const rest = { ...read, ...(await citedChanges(read)) };
  const { by, filter, period, page } = asked;
  const { view } = rest.reading;
  if (!period) {
    const latest = await recall(recentChanges, { view, by, filter, recorder, page, size: SIZE });
    const { rows, total } = latest;
    return {
      ...rest,
      whole: { table: latestTable(rows), chart: null, left: total - rows.length } satisfies Piece,
    };
  }
  const limit = actor.kind === "visitor" ? VISITOR_ROWS : MOST;
  const { record } = rest.page.citable;
  const query = { view, by, filter, recorder, part: asked.part, ...period };
  const { total, parts } = await everyChange(db(), query, { limit, chunk: CHUNK, record });
  const table = { columns: changeColumns, total, parts: cells(parts) };
  return { ...rest, whole: { table, chart: null, left: Math.max(0, total - limit) } satisfies Piece };
}

async function* cells(parts: Awaited<ReturnType<typeof everyChange>>["parts"]) {
  for await (const part of parts) yield part.map(changeCells);
}
