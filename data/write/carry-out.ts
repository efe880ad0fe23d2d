import type { Transaction } from "@/data/db";
import type { BatchMark } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Command, CommandKind } from "@/formats/commands";
import type { Prisma } from "@/generated/prisma/client";
import { takeOut } from "./discard";
import { HANDLERS } from "./handlers";
import { contentOf, derivedId } from "./ids";
import { References } from "./references";
import { requireNoReview } from "./review-check";
import { settleDeals, settleListings } from "./settle";
import { type Answer, type Done, Refused, type Work } from "./work";

/** How a list of commands is carried out, beside what it is. */
export type Context = {
  /** Goes into the audit trail, to find the request in the logs. */
  readonly requestId?: string | undefined;
  /** How long the transaction may take, in milliseconds; imports take longer than forms. */
  readonly timeout?: number;
  /** Marks everything that takes effect as one deed, which can be undone as a whole. */
  readonly batch?: BatchMark;
};

/** What only the neighbours of the door ask for: `data/write/proposals.ts`. */
export type Inner = Context & {
  /** Commands that a second person accepts: no rule asks for another one. `proposal`: null for an import that was handed over. */
  readonly accepted?: {
    readonly proposal: Id | null;
    readonly title: string;
    /** Whose words they are: what is recorded is recorded under their name, what is accepted stands in the trail under the actor's. */
    readonly author: Id;
  };
  /** Told now and then how many commands were carried out, while the transaction runs. */
  readonly step?: (done: number) => void;
  /** Runs in the same transaction, first. */
  readonly first?: (tx: Transaction) => Promise<void>;
  /** Nothing is kept: once the commands are known to be good this looks at what they did, and the transaction is rolled back. */
  readonly rehearse?: (work: Work, answers: readonly Answer[]) => Promise<void>;
};

/** The end of a rehearsal. */
export class Rehearsed extends Error {}

export type Carried = {
  readonly ok: true;
  readonly answers: readonly Answer[];
  /** Every command had taken effect before; these are the first answers again. */
  readonly replayed: boolean;
  /** The batch that was written, when one was asked for and something took effect. */
  readonly batch: Id | null;
};

/** How often `step` is told, and how many rows of the trail one statement writes. */
const STEP = 100;
const PART = 1_000;

/** At which command of the list the database refused. */
const failedAt = new WeakMap<object, number>();
export const placeOf = (error: unknown): number => failedAt.get(error as object) ?? 0;

/** One transaction of the door. @throws Refused for what is expected; whatever the database throws else */
export async function carryOut(
  tx: Transaction,
  { user, actor }: { readonly user: Id; readonly actor: Actor },
  commands: readonly Command[],
  context: Inner,
): Promise<Carried> {
  // First the record's lock and instant: what is read from here on is what stands until commit.
  const [clock] = await tx.$queryRaw<{ at: Date; today: string }[]>`
    SELECT at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today FROM (SELECT rangebook_instant() AS at) now`;
  if (!clock) throw new Error("The database gave no instant.");
  await context.first?.(tx);
  const replayed = new Set<Id>();
  const work: Work = {
    tx,
    user: context.accepted?.author ?? user,
    at: clock.at.toISOString(),
    today: clock.today,
    references: new References(tx),
    deals: new Map(),
    listings: new Set(),
    discards: new Map(),
    explained: context.batch?.kind === "undo",
    commands,
    replayed,
    ahead: new Map(),
    index: 0,
  };
  const receipts = new Map(
    (await tx.commandReceipt.findMany({ where: { id: { in: commands.map((c) => c.id) } } })).map((r) => [
      r.id,
      r,
    ]),
  );
  for (const id of receipts.keys()) replayed.add(id);
  const answers: Answer[] = [];
  const done: Deed[] = [];
  for (const [index, command] of commands.entries()) {
    work.index = index;
    if (index % STEP === 0) context.step?.(index);
    const receipt = receipts.get(command.id);
    if (receipt) {
      if (receipt.content !== contentOf(command)) throw idReused(command, index);
      answers.push(receipt.answer as Answer);
      continue;
    }
    try {
      const { subject, claim, version, before } = await run(work, command);
      const answer: Answer = {
        commandId: command.id,
        kind: command.kind,
        subject,
        claim: claim ?? null,
        version,
      };
      answers.push(answer);
      done.push({ command, answer, before });
    } catch (error) {
      if (error instanceof Refused)
        throw error.index === undefined ? new Refused(error.refusal, index) : error;
      if (typeof error === "object" && error !== null) failedAt.set(error, index);
      throw error;
    }
  }
  await settleDeals(work);
  await settleListings(work);
  await takeOut(work);
  // What waits for commit is asked now, where its refusal can still be told from a lost connection.
  if (done.length > 0) await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  if (context.rehearse) {
    await context.rehearse(work, answers);
    throw new Rehearsed();
  }
  if (!context.accepted && actor.kind !== "system") await requireNoReview(work, done);
  const batch = await writeBatch(tx, user, done, context);
  for (const part of inParts(done)) await writeTrail(tx, { user, actor }, work, part, batch, context);
  return { ok: true, answers, replayed: done.length === 0, batch };
}

type Deed = { readonly command: Command; readonly answer: Answer; readonly before: Done["before"] };

/** Parts of a long list: a statement of each holds a bounded text. */
function* inParts(done: readonly Deed[]): Generator<readonly Deed[]> {
  for (let from = 0; from < done.length; from += PART) yield done.slice(from, from + PART);
}

/** The receipts and the audit entries of what took effect. */
async function writeTrail(
  tx: Transaction,
  { user, actor }: { readonly user: Id; readonly actor: Actor },
  work: Work,
  done: readonly Deed[],
  batch: Id | null,
  context: Inner,
): Promise<void> {
  await tx.commandReceipt.createMany({
    data: done.map(({ command, answer }) => ({
      id: command.id,
      kind: command.kind,
      content: contentOf(command),
      actorId: work.user,
      answer,
    })),
  });
  await tx.auditEntry.createMany({
    data: done.map(({ command, answer, before }) => ({
      ...auditor(actor, user),
      action: command.kind,
      outcome: "accepted",
      commandId: command.id,
      subjectKind: answer.subject.kind,
      subjectId: answer.subject.id,
      detail: {
        command,
        before: before ?? null,
        requestId: context.requestId ?? null,
        ...(batch && { batch }),
        ...(context.accepted && { proposal: context.accepted.proposal, author: context.accepted.author }),
      },
    })),
  });
}

/** The row that the audit entries of one deed name; none when nothing took effect. */
async function writeBatch(
  tx: Transaction,
  user: Id,
  done: readonly { readonly command: Command }[],
  { batch: mark, accepted }: Inner,
): Promise<Id | null> {
  const [first] = done;
  if (!first || !(mark || accepted)) return null;
  const id = derivedId(first.command.id, "batch");
  const undoes = mark?.kind === "undo" ? mark.undoes : null;
  await tx.changeBatch.create({
    data: {
      id,
      kind: mark?.kind ?? "proposal",
      title: mark?.title ?? accepted?.title ?? "",
      reason: mark?.kind === "undo" ? mark.reason : null,
      commands: done.length,
      recordedById: user,
      proposalId: accepted?.proposal ?? null,
      undoesBatchId: undoes && "batch" in undoes ? undoes.batch : null,
      undoesCommandId: undoes && "command" in undoes ? undoes.command : null,
    },
    select: { id: true },
  });
  return id;
}

function run<K extends CommandKind>(work: Work, command: Command & { kind: K }): Promise<Done> {
  // The registry pairs each kind with the handler of that kind; TypeScript cannot follow the pair through the union.
  const handler = HANDLERS[command.kind] as { run: (work: Work, command: Command) => Promise<Done> };
  return handler.run(work, command);
}

const idReused = (command: Command, index: number) =>
  new Refused(
    {
      code: "id-reused",
      message: `The command id ${command.id} was used for another command. Take a new id for a new command.`,
      field: "id",
    },
    index,
  );

/** `seq` and the hashes are set by the database. */
export const auditor = (actor: Actor, user: Id) =>
  ({
    seq: 0n,
    prevHash: "",
    hash: "",
    actorId: user,
    actorName: actor.kind === "user" ? actor.name : "Rangebook dossier",
  }) satisfies Partial<Prisma.AuditEntryCreateManyInput>;
