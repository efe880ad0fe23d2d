import type { Client } from "@/data/db";
import type { UndoMark } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Command } from "@/formats/commands";
import { type NotDone, type Outcome, refused, throughDoor } from "./door";
import {
  advance,
  commentProblem,
  type Decision,
  moveOn,
  personOf,
  type Step,
  undoMarkOf,
  waiting,
  writeStep,
} from "./proposal-steps";
import { asJson, type Proposed, parsed, rehearse } from "./proposals";

/** What becomes of a proposal. Every decision names the version that the person looked at. */

type Context = { readonly requestId?: string | undefined; readonly timeout?: number };
type Acceptance = Decision & {
  /** Accepted with changes: these commands instead. Then what is recorded is recorded under the reviewer's name. */
  readonly commands?: readonly unknown[];
  /** Deals moved on since it was made: the claims go on top of what is recorded now. Edits never go over another's edit. */
  readonly onTop?: boolean;
};

/** As many deals as may have moved on under one proposal. */
const TRIES = 100;

/**
 * A second person accepts: the commands go through the door, in one transaction with the decision. Refused with `conflict` when
 * the record moved on; the proposal then still waits.
 */
export async function acceptProposal(
  client: Client,
  actor: Actor,
  { onTop = false, ...acceptance }: Acceptance,
  context: Context = {},
): Promise<Outcome> {
  const problem = commentProblem(acceptance.comment ?? null);
  if (problem) return refused(0, problem);
  const row = await client.proposal.findUnique({ where: { id: acceptance.proposal } });
  if (!row) return refused(0, { code: "not-found", message: "There is no such proposal." });
  const batch = await undoMarkOf(client, row);
  let commands = [...(acceptance.commands ?? (row.commands as unknown[]))];
  for (let attempt = 1; ; attempt++) {
    const outcome = await accept(client, actor, acceptance, row, commands, { ...context, batch });
    const raised = onTop && !outcome.ok && attempt < TRIES ? onNewest(commands, outcome) : null;
    if (!raised) return outcome;
    commands = raised;
  }
}

async function accept(
  client: Client,
  actor: Actor,
  decision: Acceptance,
  row: { id: Id; title: string; authorId: Id; version: number },
  commands: readonly unknown[],
  { requestId, timeout, batch }: Context & { readonly batch: UndoMark | null },
): Promise<Outcome> {
  const changed = decision.commands !== undefined;
  return throughDoor(client, actor, commands, {
    requestId,
    ...(timeout !== undefined && { timeout }),
    ...(batch && { batch }),
    accepted: { proposal: row.id, title: row.title, author: changed ? personOf(actor) : row.authorId },
    first: async (tx) => {
      await waiting(tx, actor, decision, "second person");
      const { id } = row;
      const now = asJson(parsed(commands));
      const steps: Step[] = [
        ...(changed
          ? [{ id, version: row.version + 1, deed: "mended" as const, comment: null, commands: now }]
          : []),
        {
          id,
          version: row.version + (changed ? 2 : 1),
          deed: "accepted" as const,
          comment: decision.comment?.trim() || null,
        },
      ];
      for (const step of steps) await writeStep(tx, actor, step, requestId);
      await advance(tx, actor, { ...(steps.at(-1) as Step), ...(changed && { commands: now }) });
    },
  });
}

/** Claims are added to what stands, so a newer version is only looked past; an edit would write over what it has not seen. */
const ON_TOP: readonly Command["kind"][] = [
  "record-status",
  "correct-status",
  "retract-status",
  "add-evidence",
  "retract-evidence",
];

function onNewest(commands: readonly unknown[], { refusal, index }: NotDone): unknown[] | null {
  const command = commands[index] as Command | undefined;
  if (refusal.code !== "conflict" || !command || !ON_TOP.includes(command.kind)) return null;
  const { version } = (refusal.details.current ?? {}) as { version?: unknown };
  if (typeof version !== "number") return null;
  return commands.map((one, place) => (place === index ? { ...command, version } : one));
}

/** Back to the author with a word on what to mend. */
export const sendBackProposal = (client: Client, actor: Actor, decision: Decision, context: Context = {}) =>
  decide(client, actor, decision, "sent-back", context);

/** Not to be recorded, and why. */
export const rejectProposal = (client: Client, actor: Actor, decision: Decision, context: Context = {}) =>
  decide(client, actor, decision, "rejected", context);

/** The author takes it back. */
export const withdrawProposal = (client: Client, actor: Actor, decision: Decision, context: Context = {}) =>
  decide(client, actor, decision, "withdrawn", context);

async function decide(
  client: Client,
  actor: Actor,
  decision: Decision,
  deed: "sent-back" | "rejected" | "withdrawn",
  context: Context,
): Promise<Proposed | NotDone> {
  const problem = commentProblem(decision.comment ?? null, deed !== "withdrawn");
  if (problem) return refused(0, problem);
  return moveOn(client, actor, context, async (tx) => {
    const row = await waiting(tx, actor, decision, deed === "withdrawn" ? "author" : "second person");
    const step: Step = {
      id: row.id,
      version: row.version + 1,
      deed,
      comment: decision.comment?.trim() || null,
    };
    await advance(tx, actor, step);
    return step;
  });
}

/** The author puts other commands in its place; it waits again. */
export async function mendProposal(
  client: Client,
  actor: Actor,
  { commands: sent, ...decision }: Decision & { readonly commands: readonly unknown[] },
  context: Context = {},
): Promise<Proposed | NotDone> {
  const problem = commentProblem(decision.comment ?? null);
  if (problem) return refused(0, problem);
  const known = await client.proposal.findUnique({ where: { id: decision.proposal } });
  const batch = known && (await undoMarkOf(client, known));
  const rehearsal = await rehearse(client, actor, sent, { ...context, ...(batch && { batch }) });
  if (!rehearsal.ok) return rehearsal;
  return moveOn(client, actor, context, async (tx) => {
    const row = await waiting(tx, actor, decision, "author");
    const commands = asJson(parsed(sent));
    const step: Step = {
      id: row.id,
      version: row.version + 1,
      deed: "mended",
      comment: decision.comment?.trim() || null,
      commands,
    };
    await tx.proposalSubject.deleteMany({ where: { proposalId: row.id } });
    await tx.proposalSubject.createMany({
      data: rehearsal.subjects.map((s) => ({ ...s, proposalId: row.id })),
    });
    await advance(tx, actor, step);
    return step;
  });
}
