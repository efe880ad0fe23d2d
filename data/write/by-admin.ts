import type { Client, Transaction } from "@/data/db";
import type { Id } from "@/domain/claims";
import { type Actor, may } from "@/domain/permissions";
import type { Outcome } from "@/domain/refusal";
import type { Prisma } from "@/generated/prisma/client";
import { auditor } from "./carry-out";
import { refusedBy } from "./door";
import { personOf } from "./proposal-steps";
import { auditRefusedRight } from "./refused-right";

/** What an admin does to how this installation works, in the words of the audit trail; `refused`: told to anybody else. */
export type AdminDeed = { readonly action: string; readonly subjectKind: string; readonly refused: string };

/** What was done to which subject; no `detail`: nothing changed, so that the trail has nothing to tell. */
export type AdminDone = { readonly id: Id; readonly detail: Prisma.InputJsonObject | null };

/** Does it in one transaction under the record's lock, with its audit entry when something changed. */
export async function byAdmin(
  client: Client,
  actor: Actor,
  { action, subjectKind, refused }: AdminDeed,
  work: (tx: Transaction) => Promise<AdminDone>,
): Promise<Outcome<Id>> {
  if (!may(actor, "administer")) {
    if (actor.kind !== "visitor") await auditRefusedRight(client, actor, { action });
    return { ok: false, refusal: { code: "not-allowed", message: refused } };
  }
  try {
    return await client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT rangebook_instant() AS at`;
      const { id, detail } = await work(tx);
      if (detail)
        await tx.auditEntry.create({
          data: {
            ...auditor(actor, personOf(actor)),
            action,
            outcome: "accepted",
            subjectKind,
            subjectId: id,
            detail,
          },
          select: { seq: true },
        });
      return { ok: true, value: id };
    });
  } catch (error) {
    return { ok: false, refusal: refusedBy(error).refusal };
  }
}
