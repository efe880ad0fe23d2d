import type { Client, Transaction } from "@/data/db";
import type { ProposalDeed, ProposalState, UndoMark } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import { textProblem } from "@/domain/names";
import { type Actor, may } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import type { Prisma, Proposal } from "@/generated/prisma/client";
import { auditor } from "./carry-out";
import { type NotDone, refusedBy } from "./door";
import { SYSTEM_USER } from "./ids";
import type { Proposed } from "./proposals";
import { auditRefusedRight } from "./refused-right";
import { Refused } from "./work";

export type Step = {
  readonly id: Id;
  /** That of the proposal after the step. */
  readonly version: number;
  readonly deed: ProposalDeed;
  readonly comment: string | null;
  readonly commands?: Prisma.InputJsonArray;
};

const STATE_AFTER: Readonly<Record<ProposalDeed, ProposalState>> = {
  proposed: "open",
  mended: "open",
  "sent-back": "sent-back",
  accepted: "accepted",
  rejected: "rejected",
  withdrawn: "withdrawn",
};

/** One step of a proposal in a transaction of its own: what `work` does, the step and its audit entry, or nothing. */
export async function moveOn(
  client: Client,
  actor: Actor,
  { requestId }: { readonly requestId?: string | undefined },
  work: (tx: Transaction) => Promise<Step>,
): Promise<Proposed | NotDone> {
  try {
    return await client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT rangebook_instant() AS at`;
      const step = await work(tx);
      await writeStep(tx, actor, step, requestId);
      return { ok: true as const, proposal: step.id, version: step.version, state: STATE_AFTER[step.deed] };
    });
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "not-allowed" && actor.kind !== "visitor")
      await auditRefusedRight(client, actor, { action: "review", requestId });
    return refusedBy(error);
  }
}

/** Appends a step to a proposal, with its audit entry. */
export async function writeStep(
  tx: Transaction,
  actor: Actor,
  { id, version, deed, comment, commands }: Step,
  requestId: string | undefined,
): Promise<void> {
  const by = personOf(actor);
  await tx.proposalStep.create({
    data: { proposalId: id, version, deed, comment, recordedById: by, ...(commands && { commands }) },
    select: { version: true },
  });
  await tx.auditEntry.create({
    data: {
      ...auditor(actor, by),
      action: DEED_ACTION[deed],
      outcome: "accepted",
      subjectKind: "proposal",
      subjectId: id,
      detail: { version, comment, requestId: requestId ?? null },
    },
    select: { seq: true },
  });
}

const DEED_ACTION: Readonly<Record<ProposalDeed, string>> = {
  proposed: "propose",
  mended: "mend-proposal",
  "sent-back": "send-back-proposal",
  accepted: "accept-proposal",
  rejected: "reject-proposal",
  withdrawn: "withdraw-proposal",
};

/** Under whom the actor's deeds are recorded. */
export const personOf = (actor: Actor): Id => (actor.kind === "user" ? actor.id : SYSTEM_USER);

export type Decision = {
  readonly proposal: Id;
  /** Of the proposal, as the person saw it. */
  readonly version: number;
  readonly comment?: string | null;
};

/**
 * The proposal, if it still waits as the person saw it and they may decide so: the author mends and withdraws, a second person
 * accepts, sends back and rejects.
 * @throws Refused `not-found`, `not-allowed`, `conflict`
 */
export async function waiting(
  tx: Transaction,
  actor: Actor,
  { proposal: id, version }: Decision,
  as: "author" | "second person",
): Promise<Proposal> {
  const row = await tx.proposal.findUnique({ where: { id } });
  if (!row) throw new Refused({ code: "not-found", message: "There is no such proposal." });
  const own = actor.kind === "user" && actor.id === row.authorId;
  if (as === "author" ? !own || !may(actor, "propose") : !may(actor, "review", { own }))
    throw new Refused(own ? OWN : NOT_ALLOWED);
  const open = row.state === "open" || (as === "author" && row.state === "sent-back");
  if (!open || row.version !== version)
    throw new Refused({
      code: "conflict",
      message: "Somebody did something with this proposal meanwhile. Look at it as it is now.",
      details: { current: { state: row.state, version: row.version }, yours: { version } },
    });
  return row;
}

/** Moves the row itself to its next step; what else the step needs is `writeStep`'s. */
export async function advance(
  tx: Transaction,
  actor: Actor,
  { id, version, deed, commands }: Step,
): Promise<void> {
  const state = STATE_AFTER[deed];
  const decided = state === "accepted" || state === "rejected" || state === "withdrawn";
  const at = decided
    ? await tx.$queryRaw<{ at: Date }[]>`SELECT rangebook_instant() AS at`.then(([now]) => now?.at ?? null)
    : null;
  await tx.proposal.update({
    where: { id },
    data: {
      state,
      version,
      decidedById: decided ? personOf(actor) : null,
      decidedAt: at,
      ...(commands && { commands }),
    },
    select: { id: true },
  });
}

/** What an undo that waits would take back, and why; null: it is none, or one from before this was kept. */
export async function undoMarkOf(client: Client, row: Proposal): Promise<UndoMark | null> {
  const { undoesBatchId: batch, undoesCommandId: command, title } = row;
  const undoes = batch ? { batch } : command ? { command } : null;
  if (!undoes) return null;
  const first = { proposalId_version: { proposalId: row.id, version: 1 } };
  const proposed = await client.proposalStep.findUnique({ where: first, select: { comment: true } });
  return { kind: "undo", title, reason: proposed?.comment ?? "", undoes };
}

const OWN: Refusal = {
  code: "not-allowed",
  message: "Nobody decides on their own proposal. Ask a second person, or withdraw it.",
};
const NOT_ALLOWED: Refusal = {
  code: "not-allowed",
  message: "Your role does not allow this. Ask a reviewer to look at it.",
};

const LIMIT = 4_000;

/** What is wrong with a comment; null: nothing. */
export function commentProblem(comment: string | null, needed = false): Refusal | null {
  const text = comment?.trim() ?? "";
  if (text === "")
    return needed ? { code: "invalid", field: "comment", message: "Say why, for the author." } : null;
  const message = textProblem(text, LIMIT);
  return message ? { code: "invalid", field: "comment", message } : null;
}
