import { candidates } from "@/data/read/resolve";
import { httpStatusOf, type Refusal } from "@/domain/refusal";
import { THING_KINDS } from "@/domain/status";
import { strictQuery } from "@/formats/strict-query";
import { db } from "@/server/db";
import { allowed, currentActor } from "@/server/session";

/** Names while typing: `?kind=carrier&q=veri` → `{ candidates: [{ slug, name, about }] }`, at most a dozen. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === "visitor")
    return refused({ code: "not-signed-in", message: "Sign in to change the record." });
  if (!allowed(actor, "record-claim"))
    return refused({ code: "not-allowed", message: "Your role does not allow this." });
  const query = strictQuery(new URL(request.url).searchParams, ["kind", "q"]);
  if (!query.ok) return refused(query.refusal);
  const { q = "" } = query.value;
  const kind = THING_KINDS.find((one) => one === query.value.kind);
  if (!kind)
    return refused({ code: "invalid", field: "kind", message: `Choose one of: ${THING_KINDS.join(", ")}.` });
  if (q.length > 200)
    return refused({ code: "invalid", field: "q", message: "Letters to look for are at most 200." });
  return Response.json({ candidates: await candidates(db(), kind, q) });
}

const refused = (refusal: Refusal): Response =>
  Response.json({ error: refusal }, { status: httpStatusOf(refusal) });
