import type { Client, Transaction } from "@/data/db";
import { type Actor, may } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import type { Command, CommandKind } from "@/formats/commands";
import type { Prisma } from "@/generated/prisma/client";
import { isPassing, refusalOf, unavailable } from "./constraints";
import { HANDLERS } from "./handlers";
import { contentOf, SYSTEM_USER } from "./ids";
import { parseCommand } from "./parse";
import { References } from "./references";
import { auditRefusedRight } from "./refused-right";
import { settleDeals } from "./settle";
import { type Answer, type Done, Refused, type Work } from "./work";

export type { Answer } from "./work";

export type Outcome =
  /** `replayed`: every command had taken effect before; these are the first answers again. */
  | { readonly ok: true; readonly answers: readonly Answer[]; readonly replayed: boolean }
  /** Nothing took effect. `refusals`: all that is known to be wrong with the command at `index`, at least one. */
  | {
      readonly ok: false;
      readonly index: number;
      readonly refusal: Refusal;
      readonly refusals: readonly Refusal[];
    };

type Context = {
  /** Goes into the audit trail, to find the request in the logs. */
  readonly requestId?: string;
  /** How long the transaction may take, in milliseconds; imports take longer than forms. */
  readonly timeout?: number;
};

const ATTEMPTS = 4;

/**
 * The one door for writing (design.md, section 4): a list of commands, carried out in one transaction, all or nothing.
 * Each takes effect once, however often its id is sent. Answers only after COMMIT has returned. Expected failures are
 * values; whatever else goes wrong is thrown.
 */
export async function runCommands(
  client: Client,
  actor: Actor,
  sent: readonly unknown[],
  context: Context = {},
): Promise<Outcome> {
  const commands: Command[] = [];
  for (const [index, one] of sent.entries()) {
    const read = parseCommand(one);
    if (!read.ok) return refused(index, ...(read.refusals as [Refusal]));
    commands.push(read.command);
  }
  const user = actor.kind === "user" ? actor.id : actor.kind === "system" ? SYSTEM_USER : null;
  const forbidden = commands.findIndex((c) => !may(actor, HANDLERS[c.kind].action));
  const stopped = commands[forbidden];
  try {
    if (stopped || user === null) {
      const refusal = await refuseRight(client, actor, stopped ?? commands[0], context);
      return refused(Math.max(forbidden, 0), refusal);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.$transaction((tx) => carryOut(tx, user, actor, commands, context), {
          maxWait: 5_000,
          timeout: context.timeout ?? 15_000,
        });
      } catch (error) {
        if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      }
    }
  } catch (error) {
    if (error instanceof Refused) return refused(error.index ?? 0, error.refusal);
    if (isPassing(error)) return refused(0, unavailable);
    const refusal = refusalOf(error);
    if (refusal) return refused(failedAt.get(error as object) ?? 0, refusal);
    throw error;
  }
}

const refused = (index: number, refusal: Refusal, ...more: Refusal[]): Outcome => ({
  ok: false,
  index,
  refusal,
  refusals: [refusal, ...more],
});

/** At which command of the list the database refused. */
const failedAt = new WeakMap<object, number>();

async function carryOut(
  tx: Transaction,
  user: string,
  actor: Actor,
  commands: readonly Command[],
  context: Context,
): Promise<Outcome> {
  // First the record's lock and instant: what is read from here on is what stands until commit.
  const [clock] = await tx.$queryRaw<{ at: Date; today: string }[]>`
    SELECT at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today FROM (SELECT rangebook_instant() AS at) now`;
  if (!clock) throw new Error("The database gave no instant.");
  const work: Work = {
    tx,
    user,
    at: clock.at.toISOString(),
    today: clock.today,
    references: new References(tx),
    deals: new Map(),
    index: 0,
  };
  const receipts = new Map(
    (await tx.commandReceipt.findMany({ where: { id: { in: commands.map((c) => c.id) } } })).map((r) => [
      r.id,
      r,
    ]),
  );
  const answers: Answer[] = [];
  const done: { command: Command; answer: Answer; before: Done["before"] }[] = [];
  for (const [index, command] of commands.entries()) {
    work.index = index;
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
  // What waits for commit is asked now, where its refusal can still be told from a lost connection.
  if (done.length > 0) await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await tx.commandReceipt.createMany({
    data: done.map(({ command, answer }) => ({
      id: command.id,
      kind: command.kind,
      content: contentOf(command),
      actorId: user,
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
      detail: { command, before: before ?? null, requestId: context.requestId ?? null },
    })),
  });
  return { ok: true, answers, replayed: done.length === 0 };
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

async function refuseRight(
  client: Client,
  actor: Actor,
  command: Command | undefined,
  context: Context,
): Promise<Refusal> {
  if (actor.kind === "visitor") return { code: "not-signed-in", message: "Sign in to change the record." };
  await auditRefusedRight(client, actor, {
    action: command?.kind ?? "none",
    commandId: command?.id,
    requestId: context.requestId,
  });
  return {
    code: "not-allowed",
    message: "Your role does not allow this. Ask an admin for the right to do it.",
  };
}

/** `seq` and the hashes are set by the database. */
const auditor = (actor: Actor, user: string) =>
  ({
    seq: 0n,
    prevHash: "",
    hash: "",
    actorId: user,
    actorName: actor.kind === "user" ? actor.name : "Rangebook dossier",
  }) satisfies Partial<Prisma.AuditEntryCreateManyInput>;
