import type { Client } from "@/data/db";
import type { BatchMark, ProposalKind, ProposalState, Undoes } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import type { Command } from "@/formats/commands";
import type { Prisma } from "@/generated/prisma/client";
import { Rehearsed } from "./carry-out";
import { type NotDone, refused, throughDoor } from "./door";
import { derivedId } from "./ids";
import { parseCommand } from "./parse";
import { commentProblem, moveOn, personOf } from "./proposal-steps";
import type { Answer, Work } from "./work";

/** At most so many commands wait in one proposal. */
const MAX_PROPOSED = 5_000;

type About = {
  readonly kind: ProposalKind;
  /** What it is about, for the queue: "Huawei Mate 10 Pro at Verizon: withdrawn". */
  readonly title: string;
  /** What the author says to whoever looks at it. */
  readonly comment?: string | null;
  /** What a proposed undo takes back; `comment` says why. */
  readonly undoes?: Undoes;
};
type Context = { readonly requestId?: string | undefined; readonly timeout?: number };

/** `version`: that of the proposal, which a decision names. */
export type Proposed = {
  readonly ok: true;
  readonly proposal: Id;
  readonly version: number;
  readonly state: ProposalState;
};

/**
 * Files commands for a second person instead of writing them. They are rehearsed first: what the door would refuse is refused
 * now, at the form; the rights that they need are asked of whoever accepts. Sent twice, there is one proposal.
 */
export async function proposeCommands(
  client: Client,
  actor: Actor,
  sent: readonly unknown[],
  about: About,
  context: Context = {},
): Promise<Proposed | NotDone> {
  const problem = tooMuch(sent) ?? commentProblem(about.comment ?? null);
  if (problem) return refused(0, problem);
  const commands = parsed(sent);
  const [first] = commands;
  if (!first || commands.length < sent.length) return unreadable(client, actor, sent);
  const id = derivedId(first.id, "proposal");
  const known = await client.proposal.findUnique({ where: { id } });
  if (known && known.authorId === personOf(actor)) return again(known, commands);
  const { undoes } = about;
  const batch = undoes && { kind: "undo" as const, title: about.title, reason: about.comment ?? "", undoes };
  const rehearsal = await rehearse(client, actor, sent, { ...context, ...(batch && { batch }) });
  if (!rehearsal.ok) return rehearsal;
  return moveOn(client, actor, context, async (tx) => {
    await tx.proposal.create({
      data: {
        id,
        kind: about.kind,
        title: cut(about.title),
        commands: asJson(commands),
        authorId: personOf(actor),
        undoesBatchId: undoes && "batch" in undoes ? undoes.batch : null,
        undoesCommandId: undoes && "command" in undoes ? undoes.command : null,
      },
      select: { id: true },
    });
    await tx.proposalSubject.createMany({
      data: rehearsal.subjects.map((s) => ({ ...s, proposalId: id })),
    });
    return { id, version: 1, deed: "proposed", comment: about.comment ?? null, commands: asJson(commands) };
  });
}

/** The door says what is wrong with it. */
async function unreadable(client: Client, actor: Actor, sent: readonly unknown[]): Promise<NotDone> {
  const rehearsal = sent.length > 0 ? await rehearse(client, actor, sent) : null;
  return rehearsal && !rehearsal.ok
    ? rehearsal
    : refused(0, { code: "invalid", message: "There is nothing to propose here." });
}

type Subject = Omit<Prisma.ProposalSubjectCreateManyInput, "proposalId">;

/** Whether the door would take the commands today, and what they are about. Nothing is kept. */
export async function rehearse(
  client: Client,
  actor: Actor,
  sent: readonly unknown[],
  { requestId, timeout, batch }: Context & { readonly batch?: BatchMark } = {},
): Promise<{ readonly ok: true; readonly subjects: readonly Subject[] } | NotDone> {
  let subjects: readonly Subject[] = [];
  try {
    const outcome = await throughDoor(
      client,
      actor,
      sent,
      {
        requestId,
        ...(timeout !== undefined && { timeout }),
        ...(batch && { batch }),
        rehearse: async (work, answers) => {
          subjects = await subjectsOf(work, answers, parsed(sent));
        },
      },
      "propose",
    );
    if (!outcome.ok) return outcome;
    throw new Error("A rehearsal took effect.");
  } catch (error) {
    if (error instanceof Rehearsed) return { ok: true, subjects };
    throw error;
  }
}

async function subjectsOf(
  { tx }: Work,
  answers: readonly Answer[],
  commands: readonly Command[],
): Promise<readonly Subject[]> {
  const byKey = new Map<string, { kind: string; subjectId: Id; madeFrom: number }>();
  for (const [place, { subject }] of answers.entries()) {
    const key = `${subject.kind} ${subject.id}`;
    const command = commands[place];
    const madeFrom = command && "version" in command ? command.version : 0;
    if (!byKey.has(key)) byKey.set(key, { kind: subject.kind, subjectId: subject.id, madeFrom });
  }
  const subjects = [...byKey.values()];
  const deals = await tx.deal.findMany({
    where: { id: { in: subjects.filter((s) => s.kind === "deal").map((s) => s.subjectId) } },
    select: { id: true, deviceId: true, carrierId: true },
  });
  const pairs = new Map(deals.map(({ id, ...pair }) => [id, pair]));
  return subjects.map((s) => ({ ...s, ...pairs.get(s.subjectId) }));
}

/** The same form sent again is answered as the first time; another one with its id is not taken for it. */
function again(
  known: { id: Id; version: number; state: string; commands: unknown },
  commands: readonly Command[],
): Proposed | NotDone {
  if (known.version === 1 && JSON.stringify(sorted(known.commands)) !== JSON.stringify(sorted(commands)))
    return refused(0, {
      code: "id-reused",
      field: "id",
      message:
        "These commands were proposed before with other content. Open the form anew, or mend the proposal.",
    });
  return { ok: true, proposal: known.id, version: known.version, state: known.state as ProposalState };
}

const tooMuch = (sent: readonly unknown[]): Refusal | null =>
  sent.length > MAX_PROPOSED
    ? {
        code: "too-large",
        message: `A proposal holds at most ${MAX_PROPOSED.toLocaleString("en")} commands. Divide it.`,
      }
    : null;

/** What of a list can be read; the door says what is wrong with the rest. */
export const parsed = (sent: readonly unknown[]): Command[] =>
  sent.flatMap((one) => {
    const read = parseCommand(one);
    return read.ok ? [read.command] : [];
  });

export const asJson = (commands: readonly Command[]) =>
  JSON.parse(JSON.stringify(commands)) as Prisma.InputJsonArray;

const cut = (title: string): string => [...title].slice(0, 300).join("");

/** With keys in order: PostgreSQL keeps them in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}
