import type { Chooser } from "@/components/choose/chooser";
import { choiceOf } from "@/data/read/choice";
import { type Actor, may } from "@/domain/permissions";
import { printPlace } from "@/formats/choice";
import { isId } from "@/formats/id";
import { type Query, withQuery } from "@/formats/paths";
import type { Params, ViewReading } from "@/formats/view";
import { db } from "@/server/db";
import { chooseAction } from "./edit/choose/actions";

/**
 * Whether deals are ticked on this page. Its reader may record, and it shows the record as it is now: nothing is written
 * while a page looks at the past. `own`: the parameters that make the page what it is.
 */
export async function chooserOf(
  params: Params,
  actor: Actor,
  { past }: Pick<ViewReading, "past">,
  path: string,
  own: Query,
): Promise<Chooser> {
  if (actor.kind !== "user" || past || !may(actor, "record-claim"))
    return { choosing: null, chooseHref: null, action: chooseAction };
  const address = withQuery(path, own, { choose: "1" });
  if (params.choose !== "1") return { choosing: null, chooseHref: address, action: chooseAction };
  const id = typeof params.chosen === "string" && isId(params.chosen) ? params.chosen : null;
  const kept = id && (await choiceOf(db(), actor.id, id));
  const places = new Set(kept ? kept.places.map(printPlace) : []);
  return { choosing: { id: kept ? kept.id : null, places, address }, chooseHref: null, action: chooseAction };
}
