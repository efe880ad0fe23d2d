import type { Client } from "@/data/db";
import { type Action, type Actor, may } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import type { Command } from "@/formats/commands";
import { type Carried, type Context, carryOut, type Inner, placeOf } from "./carry-out";
import { isPassing, refusalOf, unavailable } from "./constraints";
import { HANDLERS } from "./handlers";
import { SYSTEM_USER } from "./ids";
import { parseCommand } from "./parse";
import { auditRefusedRight } from "./refused-right";
import { Refused } from "./work";

export type { Answer } from "./work";

/** Nothing took effect. `refusals`: all that is known to be wrong with the command at `index`, at least one. */
export type NotDone = {
  readonly ok: false;
  readonly index: number;
  readonly refusal: Refusal;
  readonly refusals: readonly Refusal[];
};
export type Outcome = Carried | NotDone;

const ATTEMPTS = 4;

/**
 * The one door for writing (docs/model.md, The one door): a list of commands, carried out in one transaction, all or nothing.
 * Each takes effect once, however often its id is sent. What a rule of review asks a second person for is refused with
 * `needs-review`: propose it instead (`proposeCommands`). Answers only after COMMIT has returned. Expected failures are
 * values; whatever else goes wrong is thrown.
 */
export function runCommands(
  client: Client,
  actor: Actor,
  sent: readonly unknown[],
  { requestId, timeout, batch }: Context = {},
): Promise<Outcome> {
  return throughDoor(client, actor, sent, {
    requestId,
    ...(timeout !== undefined && { timeout }),
    ...(batch && { batch }),
  });
}

/**
 * The door with what its neighbours in this folder may ask of it. `instead`: the one right that is asked for in place of that
 * of each command.
 */
export async function throughDoor(
  client: Client,
  actor: Actor,
  sent: readonly unknown[],
  context: Inner,
  instead?: Action,
): Promise<Outcome> {
  const commands: Command[] = [];
  for (const [index, one] of sent.entries()) {
    const read = parseCommand(one);
    if (!read.ok) return refused(index, ...(read.refusals as [Refusal]));
    commands.push(read.command);
  }
  const user = actor.kind === "user" ? actor.id : actor.kind === "system" ? SYSTEM_USER : null;
  const forbidden = commands.findIndex((c) => !may(actor, instead ?? HANDLERS[c.kind].action));
  const stopped = commands[forbidden];
  try {
    if (stopped || user === null) {
      const refusal = await refuseRight(client, actor, stopped ?? commands[0], context);
      return refused(Math.max(forbidden, 0), refusal);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.$transaction((tx) => carryOut(tx, { user, actor }, commands, context), {
          maxWait: 5_000,
          timeout: context.timeout ?? 15_000,
        });
      } catch (error) {
        if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      }
    }
  } catch (error) {
    return refusedBy(error);
  }
}

/** What was expected to be able to fail, as a value. @throws the error itself when it was not */
export function refusedBy(error: unknown): NotDone {
  if (error instanceof Refused) return refused(error.index ?? 0, error.refusal);
  if (isPassing(error)) return refused(0, unavailable);
  const refusal = refusalOf(error);
  if (refusal) return refused(placeOf(error), refusal);
  throw error;
}

export const refused = (index: number, refusal: Refusal, ...more: Refusal[]): NotDone => ({
  ok: false,
  index,
  refusal,
  refusals: [refusal, ...more],
});

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
