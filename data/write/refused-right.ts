import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import { SYSTEM_USER } from "./ids";

type Deed = {
  /** The kind of a command, or a row of the permission table. */
  readonly action: string;
  readonly commandId?: Id | undefined;
  readonly requestId?: string | undefined;
};

/** A right that somebody lacked leaves its mark in the audit trail, and nothing else. A visitor has no name to note. */
export async function auditRefusedRight(
  client: Client,
  actor: Exclude<Actor, { kind: "visitor" }>,
  { action, commandId, requestId }: Deed,
): Promise<void> {
  await client.auditEntry.create({
    data: {
      seq: 0n, // order and hashes are the database's
      prevHash: "",
      hash: "",
      actorId: actor.kind === "user" ? actor.id : SYSTEM_USER,
      actorName: actor.kind === "user" ? actor.name : "Rangebook dossier",
      action,
      outcome: "refused",
      commandId: commandId ?? null,
      detail: { code: "not-allowed", requestId: requestId ?? null },
    },
    select: { seq: true },
  });
}
