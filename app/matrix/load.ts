import { framed } from "@/app/framed";
import { statusMatrix } from "@/data/read/status-matrix";
import { dayWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";
import { printMatrixFilter, readMatrixFilter } from "@/formats/matrix-query";
import { matrixPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What the matrix and its files show, from the same address by the same read. */
export async function loadMatrix(params: Params, at: Instant) {
  const reading = readView(params, at);
  const filter = readMatrixFilter(params);
  const { view } = reading;
  const [matrix, page] = await Promise.all([
    recall(statusMatrix, { view, filter }),
    framed({
      name: "matrix",
      path: matrixPath(),
      title: `Devices at carriers on ${dayWords(view.on)}`,
      view,
      now: at,
      own: printMatrixFilter({ ...filter, cell: null }),
      lastRecorded: null,
      sources: "",
    }),
  ]);
  return { today: at.slice(0, 10), reading, filter, matrix, page };
}
