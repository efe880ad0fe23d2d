import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Outcome, Refusal } from "@/domain/refusal";

/** Views that people keep. They are no part of the record: they change nothing in it and stand in no audit trail. */

/** So many a person may keep. */
const MOST = 200;

const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
const notYours = refuse({ code: "not-found", message: "This view is not among those that you keep." });

export type SavedViewDraft = { readonly name: string; readonly address: string; readonly shared: boolean };

/** Keeps an address under a name; a name that its owner uses already takes the new address. */
export async function saveView(client: Client, owner: Id, draft: SavedViewDraft): Promise<Outcome<Id>> {
  const { name, address, shared } = draft;
  const kept = await client.savedView.count({ where: { ownerId: owner, name: { not: name } } });
  if (kept >= MOST)
    return refuse({ code: "invalid", message: `You keep ${MOST} views already. Forget one of them first.` });
  const { id } = await client.savedView.upsert({
    where: { ownerId_name: { ownerId: owner, name } },
    create: { ownerId: owner, name, address, shared },
    update: { address, shared },
    select: { id: true },
  });
  return { ok: true, value: id };
}

/** Shows a view to the team, or no longer. One that is another's, or does not exist, is `not-found`. */
export async function shareView(client: Client, owner: Id, id: Id, shared: boolean): Promise<Outcome<null>> {
  const { count } = await client.savedView.updateMany({ where: { id, ownerId: owner }, data: { shared } });
  return count === 0 ? notYours : { ok: true, value: null };
}

/** Takes a view away; forgetting it twice is as once. */
export async function forgetView(client: Client, owner: Id, id: Id): Promise<void> {
  await client.savedView.deleteMany({ where: { id, ownerId: owner } });
}
