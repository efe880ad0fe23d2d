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

/** Lines on a page of one kind, or of the latest. */
export const SIZE = 50;
/** So many of each kind stand in a report; a kind that has more has pages of its own. */
const REPORT = 25;
/** So many lines of each kind stand in a report that is asked for on one page. */
const WHOLE = 1_000;

/** What the changes page shows. */
export async function loadChanges(params: Params, actor: Actor, at: Instant) {
  const { asked, ...rest } = await readChanges(params, actor, at);
  const { by, filter, period, part, group, page, all } = asked;
  const { reading, recorder } = rest;
  const { view } = reading;
  const found = period
    ? await recall(changesBetween, {
        ...{ view, by, filter, recorder, group, part, ...period },
        ...(part ? { size: SIZE, page } : { size: all ? WHOLE : REPORT, page: 1 }),
      })
    : await recall(recentChanges, { view, by, filter, recorder, page, size: SIZE });
  return { ...rest, asked, found };
}

/** What the address asks for, and how it is cited: the same for the page and its files. */
export async function readChanges(params: Params, actor: Actor, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { query: asked, problems } = readChangesQuery(params, today);
  const page = await framed({
    name: "changes",
    sources: "",
    path: changesPath(),
    title: changesTitle(asked),
    view: reading.view,
    now: at,
    own: printChangesQuery(asked),
    ...(asked.period ? { shows: `Compared ${AXIS_WORDS[asked.by].word}` } : {}),
  });
  return { reading, asked, problems, page, today, recorder: may(actor, "see-recorder") };
}
