import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { waitingFor } from "@/data/read/proposals";
import { auditRefusedRight } from "@/data/write/refused-right";
import { type Action, type Actor, may } from "@/domain/permissions";
import type { Role } from "@/domain/status";
import { signInPath } from "@/formats/paths";
import { auth, SESSION_ABSOLUTE_S } from "./auth";
import { db } from "./db";
import { env } from "./env";
import { requestNotes } from "./request-context";

/**
 * Who asks, from the session cookie and the database, once a request. A disabled person, and a session older than the
 * absolute limit, is a visitor: role and right count as they stand now, not as they stood at sign-in.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await auth().api.getSession({
    headers: await headers(),
    query: { disableCookieCache: true },
  });
  if (!session || session.user.disabledAt) return { kind: "visitor" };
  if (Date.now() - new Date(session.session.createdAt).getTime() > SESSION_ABSOLUTE_S * 1000)
    return { kind: "visitor" };
  const { id, name } = session.user;
  const actor: Actor = { kind: "user", id, name, role: session.user.role as Role };
  return may(actor, "propose") ? { ...actor, waiting: () => waitsFor(actor) } : actor;
});

/** What the person may decide, and what came back to them. One query, of those who propose and review only. */
async function waitsFor(actor: Actor & { kind: "user" }): Promise<number> {
  const { open, back } = await waitingFor(db(), actor.id);
  return back + (may(actor, "review", { own: false }) ? open : 0);
}

/** Whether the actor may, as this installation is set. */
export const allowed = (actor: Actor, action: Action): boolean =>
  may(actor, action, { publicReading: env().PUBLIC_READING, own: true });

/**
 * The actor, if the action is theirs to do. A visitor is led to sign in and back to `next`; anybody else is told no.
 * Pages call this first; the door asks again.
 */
export async function requireActor(action: Action, next?: string): Promise<Actor> {
  const actor = await currentActor();
  if (allowed(actor, action)) return actor;
  if (actor.kind === "visitor") redirect(signInPath(next));
  forbidden();
}

/** The same for what changes something: server actions call this first, and a refusal stands in the audit trail. */
export async function requireDoer(action: Action, next?: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor.kind !== "visitor" && !allowed(actor, action))
    await auditRefusedRight(db(), actor, { action, requestId: requestNotes()?.requestId });
  return requireActor(action, next);
}
