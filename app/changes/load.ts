import { framed } from "@/app/framed";
import { changesTitle } from "@/components/changes/changes-page";
import { AXIS_WORDS } from "@/components/changes/words";
import { changesBetween } from "@/data/read/changes-between";
import { listOptions } from "@/data/read/list-options";
import { recentChanges } from "@/data/read/recent-changes";
import type { Instant } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { printChangesQuery, readChangesQuery } from "@/formats/changes-query";
import { changeFilterWords, PART_WORDS } from "@/formats/filter-words";
import { changesPath } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
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
  const read = readChanges(params, actor, at);
  const { reading, recorder } = read;
  const { by, filter, period, part, group, page, all } = read.asked;
  const { view } = reading;
  const [found, cited] = await Promise.all([
    period
      ? recall(changesBetween, {
          ...{ view, by, filter, recorder, group, part, ...period },
          ...(part ? { size: SIZE, page } : { size: all ? WHOLE : REPORT, page: 1 }),
        })
      : recall(recentChanges, { view, by, filter, recorder, page, size: SIZE }),
    citedChanges(read),
  ]);
  return { ...read, ...cited, found };
}

/** What the address asks for: the same for the page and its files. */
export function readChanges(params: Params, actor: Actor, at: Instant) {
  const today = at.slice(0, 10);
  const { query: asked, problems } = readChangesQuery(params, today);
  return { reading: readView(params, at), asked, problems, at, today, recorder: may(actor, "see-recorder") };
}

/** How that is cited, and what it is narrowed to in words. */
export async function citedChanges({ reading, asked, at }: ReturnType<typeof readChanges>) {
  const { manufacturers, carriers } = await recall(listOptions);
  const names = namesIn({ manufacturer: manufacturers, carrier: carriers });
  const narrowed = changeFilterWords(asked.filter, names);
  const page = await framed({
    name: "changes",
    sources: "",
    path: changesPath(),
    title: changesTitle(asked),
    view: reading.view,
    now: at,
    own: printChangesQuery(asked),
    narrowed: [...narrowed, ...(asked.part ? [{ words: PART_WORDS[asked.part] }] : [])],
    ...(asked.period ? { shows: `Compared ${AXIS_WORDS[asked.by].word}` } : {}),
  });
  return { page, narrowed };
}
