import { framed } from "@/app/framed";
import { changesTitle } from "@/components/changes/changes-page";
import { AXIS_WORDS } from "@/components/changes/words";
import { changesBetween } from "@/data/read/changes-between";
import { recentChanges } from "@/data/read/recent-changes";
import type { Instant } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { printChangesQuery, readChangesQuery } from "@/formats/changes-query";
import { changesPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

const SIZE = 50;

/** What the changes page and its downloads show, from the same address by the same reads. */
export async function loadChanges(params: Params, actor: Actor, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { query: asked, problems } = readChangesQuery(params, today);
  const { view } = reading;
  const recorder = may(actor, "see-recorder");
  const { by, filter, period } = asked;
  const found = period
    ? await recall(changesBetween, { view, by, filter, recorder, ...period })
    : await recall(recentChanges, { view, by, filter, recorder, page: asked.page, size: SIZE });
  const page = await framed({
    name: "changes",
    sources: "",
    path: changesPath(),
    title: changesTitle(asked),
    view,
    now: at,
    own: printChangesQuery(asked),
    ...(period ? { shows: `Compared ${AXIS_WORDS[by].word}` } : {}),
  });
  return { reading, asked, problems, found, page, today };
}
