import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Outcome } from "@/domain/refusal";
import { REASONS, type Reason } from "@/domain/status";
import { type AdminDeed, byAdmin } from "./by-admin";
import { personOf } from "./proposal-steps";
import { References } from "./references";

/** What an admin says of who must look twice. A rule counts from the next command on, whoever sends it. */
export type RuleSetting =
  | { readonly scope: "everything" }
  | { readonly scope: "manufacturer" | "carrier"; readonly slug: string }
  | { readonly scope: "reason"; readonly reason: Reason };

const deed = (action: string): AdminDeed => ({
  action,
  subjectKind: "review-rule",
  refused: "Only an admin says what needs a second person.",
});

/** Sets a rule; one that holds already stays as it is. `id` makes a form that is sent twice one rule. */
export function setReviewRule(
  client: Client,
  actor: Actor,
  id: Id,
  setting: RuleSetting,
): Promise<Outcome<Id>> {
  return byAdmin(client, actor, deed("set-review-rule"), async (tx) => {
    if (setting.scope === "reason" && !REASONS.includes(setting.reason)) throw new Error("No such reason.");
    const references = new References(tx);
    const of = {
      manufacturerId:
        setting.scope === "manufacturer"
          ? await references.one("manufacturer", setting.slug, "manufacturer")
          : null,
      carrierId:
        setting.scope === "carrier" ? await references.one("carrier", setting.slug, "carrier") : null,
      reason: setting.scope === "reason" ? setting.reason : null,
    };
    const holds = await tx.reviewRule.findFirst({ where: { scope: setting.scope, ...of, endedAt: null } });
    if (holds) return { id: holds.id, detail: null };
    await tx.reviewRule.create({
      data: { id, scope: setting.scope, ...of, setById: personOf(actor) },
      select: { id: true },
    });
    return { id, detail: { ...setting } };
  });
}

/** Ends a rule; one that has ended stays so. */
export function endReviewRule(client: Client, actor: Actor, id: Id): Promise<Outcome<Id>> {
  return byAdmin(client, actor, deed("end-review-rule"), async (tx) => {
    const [now] = await tx.$queryRaw<{ at: Date }[]>`SELECT rangebook_instant() AS at`;
    const { count } = await tx.reviewRule.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now?.at ?? new Date(), endedById: personOf(actor) },
    });
    return { id, detail: count > 0 ? {} : null };
  });
}
