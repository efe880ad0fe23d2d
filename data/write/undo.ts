import type { Client } from "@/data/db";
import { type UndoPlan, undoPlan } from "@/data/read/undo-plan";
import type { Undoes } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Inner } from "./carry-out";
import { type NotDone, type Outcome, refused, throughDoor } from "./door";
import { derivedId } from "./ids";
import { commentProblem } from "./proposal-steps";
import { type Proposed, proposeCommands } from "./proposals";

type Order = {
  /** Made with the form: sent twice, it is undone once. */
  readonly id: Id;
  readonly of: Undoes;
  readonly why: string;
  /** How many commands the person saw that it would take; another number is another undo. null: they saw the first of many. */
  readonly expected: number | null;
};
type Context = { readonly requestId?: string | undefined };
/** For whoever has more time than a request. */
type Background = Pick<Inner, "timeout" | "step" | "first"> & {
  /** At most so many deeds. */
  readonly most?: number;
  /** Told what will be done before it is. */
  readonly planned?: (plan: UndoPlan) => void;
};

/** The plan as a person is shown it before it is carried out. */
export const planUndo = (
  client: Client,
  of: Undoes,
  id: Id,
  why = "Undone.",
  most?: number,
): Promise<UndoPlan | null> => undoPlan(client, of, why, (word) => derivedId(id, word), most);

/** Takes a batch or one change back, as new commands with a reason, all or nothing and itself one batch. */
export async function carryOutUndo(
  client: Client,
  actor: Actor,
  order: Order,
  { most, planned, ...context }: Context & Background = {},
): Promise<Outcome> {
  const plan = await agreed(client, order, most);
  if ("ok" in plan) return plan;
  planned?.(plan);
  return throughDoor(client, actor, plan.undo.commands, {
    timeout: 120_000,
    ...context,
    batch: { kind: "undo", title: titleOf(plan), reason: order.why.trim(), undoes: order.of },
  });
}

/** The same, for a second person to look at first. */
export async function proposeUndo(
  client: Client,
  actor: Actor,
  order: Order,
  context: Context = {},
): Promise<Proposed | NotDone> {
  const plan = await agreed(client, order);
  if ("ok" in plan) return plan;
  const about = { kind: "undo", title: titleOf(plan), comment: order.why.trim(), undoes: order.of } as const;
  return proposeCommands(client, actor, plan.undo.commands, about, { ...context, timeout: 120_000 });
}

const titleOf = (plan: UndoPlan): string => `Undo: ${plan.title}`.slice(0, 300);

/** The plan, if it is the one that the person saw. */
async function agreed(
  client: Client,
  { id, of, why, expected }: Order,
  most?: number,
): Promise<UndoPlan | NotDone> {
  const problem = commentProblem(why, true);
  if (problem)
    return refused(0, {
      code: "invalid",
      field: "why",
      message: why.trim() === "" ? "Say why it is taken back. It stands in the log." : problem.message,
    });
  const plan = await planUndo(client, of, id, why.trim(), most);
  if (!plan)
    return refused(0, { code: "not-found", message: "There is nothing of this address to take back." });
  if (plan.undo.commands.length === 0)
    return refused(0, {
      code: "invalid",
      message: "Nothing of it stands any more that could be taken back.",
    });
  if (expected !== null && plan.undo.commands.length !== expected)
    return refused(0, {
      code: "conflict",
      message: "The record moved on since you looked. See below what would be touched now, and say again.",
      details: { current: { commands: plan.undo.commands.length }, yours: { commands: expected } },
    });
  return plan;
}
