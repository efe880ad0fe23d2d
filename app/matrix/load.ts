import { framed } from "@/app/framed";
import { statusMatrix } from "@/data/read/status-matrix";
import { dayWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";
import { matrixFilterWords } from "@/formats/filter-words";
import { printMatrixFilter, readMatrixFilter } from "@/formats/matrix-query";
import { matrixPath } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What the matrix and its files show, from the same address by the same read. */
export async function loadMatrix(params: Params, at: Instant) {
  const reading = readView(params, at);
  const filter = readMatrixFilter(params);
  const { view } = reading;
  const matrix = await recall(statusMatrix, { view, filter });
  const page = await framed({
    name: "matrix",
    path: matrixPath(),
    title: `Devices at carriers on ${dayWords(view.on)}`,
    view,
    now: at,
    own: printMatrixFilter({ ...filter, cell: null }),
    narrowed: matrixFilterWords(filter, namesIn({ manufacturer: matrix.manufacturers })),
    lastRecorded: null,
    sources: "",
  });
  return { today: at.slice(0, 10), reading, filter, matrix, page };
}
