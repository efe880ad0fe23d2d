import type { Client, Transaction } from "@/data/db";
import type { Id } from "@/domain/claims";
import { mentionsIn } from "@/domain/mentions";
import { textProblem } from "@/domain/names";
import { type Actor, may } from "@/domain/permissions";
import type { Outcome, Refusal } from "@/domain/refusal";
import { SYSTEM_USER } from "./ids";
import { auditRefusedRight } from "./refused-right";

/** What a comment is kept with. */
export type CommentedOn =
  | { readonly claim: Id }
  | { readonly device: string; readonly carrier: string }
  | { readonly proposal: Id };

type Draft = {
  /** Made with the form: sent twice, it is one comment. */
  readonly id: Id;
  readonly on: CommentedOn;
  readonly text: string;
  /** People who are ticked beside those whom the text names with "@". */
  readonly mentions: readonly Id[];
};

const LIMIT = 4_000;
/** Of one comment; more is a circular. */
const MAX_MENTIONS = 50;

/** Keeps a comment with what it is about, and tells those whom it speaks to. Nobody changes or removes one afterwards. */
export async function addComment(client: Client, actor: Actor, draft: Draft): Promise<Outcome<Id>> {
  if (actor.kind !== "user" || !may(actor, "propose")) {
    if (actor.kind === "user") await auditRefusedRight(client, actor, { action: "comment" });
    return no({
      code: "not-allowed",
      message: "Your role does not allow this. Ask an admin for the right to do it.",
    });
  }
  const text = draft.text.trim();
  const problem = text === "" ? "Write something here." : textProblem(text, LIMIT);
  if (problem) return no({ code: "invalid", field: "text", message: problem });
  return client.$transaction(async (tx): Promise<Outcome<Id>> => {
    if (await tx.comment.findUnique({ where: { id: draft.id }, select: { id: true } }))
      return { ok: true, value: draft.id };
    const place = await placeOf(tx, draft.on);
    if (!place) return no({ code: "not-found", message: "What this comment is about is not on record." });
    const people = await tx.user.findMany({
      where: { disabledAt: null, role: { not: "analyst" }, id: { not: SYSTEM_USER } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: 1_000,
    });
    const named = new Set([...mentionsIn(text, people), ...draft.mentions]);
    const meant = people.filter((p) => named.has(p.id) && p.id !== actor.id).slice(0, MAX_MENTIONS);
    await tx.comment.create({
      data: { id: draft.id, ...place, text, recordedById: actor.id },
      select: { id: true },
    });
    await tx.commentMention.createMany({
      data: meant.map(({ id }) => ({ commentId: draft.id, userId: id })),
    });
    return { ok: true, value: draft.id };
  });
}

/** The person has seen what they were mentioned in; only their own mentions change. */
export async function seeMentions(client: Client, actor: Actor, comments: readonly Id[]): Promise<void> {
  if (actor.kind !== "user") return;
  await client.commentMention.updateMany({
    where: { userId: actor.id, commentId: { in: [...comments] }, seenAt: null },
    data: { seenAt: new Date() },
  });
}

async function placeOf(tx: Transaction, on: CommentedOn) {
  if ("claim" in on) {
    const claim = await tx.statusChange.findUnique({ where: { id: on.claim }, select: { id: true } });
    return claim && { statusChangeId: claim.id };
  }
  if ("proposal" in on) {
    const proposal = await tx.proposal.findUnique({ where: { id: on.proposal }, select: { id: true } });
    return proposal && { proposalId: proposal.id };
  }
  const deal = await tx.deal.findFirst({
    where: { device: { slug: on.device }, carrier: { slug: on.carrier } },
    select: { deviceId: true, carrierId: true },
  });
  return deal;
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
