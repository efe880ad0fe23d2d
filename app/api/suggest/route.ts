import { candidates } from "@/data/read/resolve";
import { REF_KINDS, type RefKind } from "@/formats/edit-spec";
import { db } from "@/server/db";
import { allowed, currentActor } from "@/server/session";

/** Names while typing: `?kind=carrier&q=veri` → `{ candidates: [{ slug, name, about }] }`, at most a dozen. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "record-claim")) {
    const message = "Your role does not allow this.";
    return Response.json(
      { error: { code: "not-allowed", message } },
      { status: actor.kind === "visitor" ? 401 : 403 },
    );
  }
  const { searchParams } = new URL(request.url);
  const kind = searchParams.get("kind") ?? "";
  const text = searchParams.get("q") ?? "";
  if (!(REF_KINDS as readonly string[]).includes(kind) || text.length > 200) {
    const message = `Ask with kind, one of ${REF_KINDS.join(", ")}, and q, at most 200 characters.`;
    return Response.json({ error: { code: "invalid", message } }, { status: 422 });
  }
  return Response.json({ candidates: await candidates(db(), kind as RefKind, text) });
}
