import { framed } from "@/app/framed";
import { sourcesWords } from "@/components/device/device-chart";
import { sourceWeight } from "@/data/read/source-weight";
import type { Instant } from "@/domain/edtf";
import { sourceTitle } from "@/domain/source-words";
import { sourcePath } from "@/formats/paths";
import { printRests, readRests } from "@/formats/source-page-query";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a source's page and its files show. `page` null: it is not on record, or was not then. */
export async function loadSource(slug: string, params: Params, at: Instant) {
  const reading = readView(params, at);
  const { view } = reading;
  const asked = readRests(params);
  const weight = await recall(sourceWeight, slug, view);
  const isThere = weight !== null && weight !== "not-yet";
  const page = isThere
    ? await framed({
        name: "source",
        path: sourcePath(slug),
        title: sourceTitle(weight.source),
        view,
        now: at,
        own: printRests({ ...asked, page: 1 }),
        lastRecorded: null,
        file: { slug },
        sources: sourcesWords([weight.source]),
      })
    : null;
  return { today: at.slice(0, 10), reading, slug, asked, weight, page };
}
