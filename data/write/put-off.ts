import type { Client } from "@/data/db";
import { attentionItem } from "@/data/read/attention";
import { type AttentionKind, untilProblem } from "@/domain/attention";
import { itemWords } from "@/domain/attention-words";
import type { Id } from "@/domain/claims";
import { type Day, dayOf } from "@/domain/edtf";
import { textProblem } from "@/domain/names";
import type { Outcome, Refusal } from "@/domain/refusal";

/** What the desk puts off. It is no part of the record: it changes nothing in it and stands in no audit trail. */

const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

export type PutOffDraft = {
  readonly kind: AttentionKind;
  readonly subject: string;
  readonly why: string;
  readonly until: string;
};

/** Puts an item off until a day, as it stands now: when the record under it changes, it is back before. */
export async function putOff(
  client: Client,
  by: Id,
  { kind, subject, why, until }: PutOffDraft,
  today: Day,
): Promise<Outcome<null>> {
  const item = await attentionItem(client, kind, subject, today);
  if (!item)
    return refuse({
      code: "not-found",
      message: "This needs no attention any more: somebody mended it meanwhile.",
    });
  if (why === "")
    return refuse({
      code: "invalid",
      message: "Say why it can wait, for those who look next.",
      field: "why",
    });
  const wrong = textProblem(why, 4000);
  if (wrong) return refuse({ code: "invalid", message: wrong, field: "why" });
  const day = dayOf(until);
  const problem = untilProblem(day, today);
  if (problem || day === null)
    return refuse({ code: "invalid", message: problem ?? "Say until when.", field: "until" });
  await client.putOff.create({
    data: { kind, subject, state: item.state, label: itemWords(item), why, until: new Date(day), byId: by },
    select: { id: true },
  });
  return { ok: true, value: null };
}

/** Back on the list at once, whoever put it off; twice is as once. */
export async function takeBack(client: Client, id: Id): Promise<void> {
  await client.putOff.updateMany({ where: { id, takenBack: null }, data: { takenBack: new Date() } });
}
