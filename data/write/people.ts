import { createHash, randomBytes } from "node:crypto";
import type { Client, Transaction } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Outcome, Refusal } from "@/domain/refusal";
import type { Role } from "@/domain/status";
import { SYSTEM_USER } from "./ids";

/** Who takes part. Every change stands in the audit trail, in the transaction that makes it. */

const HOUR_MS = 3_600_000;
const LINK_LIFE_MS = { setup: 24 * HOUR_MS, invite: 7 * 24 * HOUR_MS } as const;
/** One at a time: the first admin and the last admin are decided by counting. */
const LOCK = 72_707_371;

/** How an address is kept and compared. */
export const normalisedEmail = (email: string): string => email.normalize("NFKC").trim().toLowerCase();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** What is kept of a one-time link. */
export const tokenHash = (token: string): string => sha256(token);

const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/** A new one-time set-up token, which replaces older ones; null when there is an admin. Only its hash is kept. */
export async function makeSetupLink(client: Client): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  return client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${LOCK})`;
    if ((await tx.user.count({ where: { role: "admin" } })) > 0) return null;
    await tx.invite.updateMany({ where: { kind: "setup", usedAt: null }, data: { expiresAt: new Date(0) } });
    await tx.invite.create({
      data: {
        kind: "setup",
        role: "admin",
        tokenHash: tokenHash(token),
        expiresAt: new Date(Date.now() + LINK_LIFE_MS.setup),
      },
    });
    return token;
  });
}

/** A one-time link for a person with a role; the token is shown once and never again. */
export async function invitePerson(
  client: Client,
  admin: Actor,
  { email, role }: { email: string; role: Role },
): Promise<Outcome<string>> {
  const token = randomBytes(32).toString("base64url");
  const address = normalisedEmail(email);
  return client.$transaction(async (tx): Promise<Outcome<string>> => {
    if (await tx.user.findUnique({ where: { email: address }, select: { id: true } })) {
      return refuse({
        code: "duplicate-name",
        field: "email",
        message: "A person with this e-mail address has an account already.",
        details: { existing: null },
      });
    }
    await tx.invite.updateMany({
      where: { kind: "invite", email: address, usedAt: null },
      data: { expiresAt: new Date(0) },
    });
    await tx.invite.create({
      data: {
        kind: "invite",
        email: address,
        role,
        tokenHash: tokenHash(token),
        createdBy: idOf(admin),
        expiresAt: new Date(Date.now() + LINK_LIFE_MS.invite),
      },
    });
    await audit(tx, admin, "invite-person", null, { role });
    return { ok: true, value: token };
  });
}

/** Ends a link that was not used. */
export async function revokeInvite(client: Client, admin: Actor, id: Id): Promise<void> {
  await client.$transaction(async (tx) => {
    await tx.invite.updateMany({ where: { id, usedAt: null }, data: { expiresAt: new Date(0) } });
    await audit(tx, admin, "revoke-invite", null, { invite: id });
  });
}

type NewPerson = {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
};

/** Uses a one-time link: makes the person and their password. Of several at once exactly one succeeds. */
export async function acceptInvite(
  client: Client,
  person: NewPerson,
): Promise<Outcome<{ id: Id; email: string }>> {
  return client.$transaction(async (tx): Promise<Outcome<{ id: Id; email: string }>> => {
    await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${LOCK})`;
    const invite = await tx.invite.findUnique({ where: { tokenHash: tokenHash(person.token) } });
    const gone = !invite || invite.usedAt !== null || invite.expiresAt < new Date();
    const late = invite?.kind === "setup" && (await tx.user.count({ where: { role: "admin" } })) > 0;
    if (gone || late) return refuse(LINK_USED);
    const email = invite.email ?? normalisedEmail(person.email);
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      return refuse({
        code: "duplicate-name",
        field: "email",
        message: "A person with this e-mail address has an account already. Sign in instead.",
        details: { existing: null },
      });
    }
    const { id } = await tx.user.create({
      data: { name: person.name, email, role: invite.role, emailVerified: true },
      select: { id: true },
    });
    await tx.account.create({
      data: { userId: id, accountId: id, providerId: "credential", password: person.passwordHash },
    });
    await tx.invite.update({ where: { id: invite.id }, data: { usedAt: new Date(), usedBy: id } });
    const self: Actor = { kind: "user", id, name: person.name, role: invite.role as Role };
    await audit(tx, self, invite.kind === "setup" ? "set-up" : "accept-invite", id, { role: invite.role });
    return { ok: true, value: { id, email } };
  });
}

const LINK_USED: Refusal = {
  code: "not-found",
  message: "This link was used already or has expired. Ask an admin for a new one.",
};

/** Gives a person another role. Nobody raises their own; the last admin stays one. */
export async function changeRole(client: Client, admin: Actor, id: Id, role: Role): Promise<Outcome<null>> {
  return client.$transaction(async (tx): Promise<Outcome<null>> => {
    const person = await locked(tx, id);
    if (!person) return refuse({ code: "not-found", message: "There is no such person." });
    if (id === idOf(admin))
      return refuse({ code: "not-allowed", message: "Nobody changes their own role. Ask another admin." });
    if (role !== "admin" && (await isLastAdmin(tx, person))) return refuse(LAST_ADMIN);
    await tx.user.update({ where: { id }, data: { role } });
    await audit(tx, admin, "change-role", id, { from: person.role, to: role });
    return { ok: true, value: null };
  });
}

/** Disabling ends a person's sessions at once; what they recorded stays under their name. */
export async function setDisabled(
  client: Client,
  admin: Actor,
  id: Id,
  disabled: boolean,
): Promise<Outcome<null>> {
  return client.$transaction(async (tx): Promise<Outcome<null>> => {
    const person = await locked(tx, id);
    if (!person) return refuse({ code: "not-found", message: "There is no such person." });
    if (disabled && (await isLastAdmin(tx, person))) return refuse(LAST_ADMIN);
    await tx.user.update({ where: { id }, data: { disabledAt: disabled ? new Date() : null } });
    if (disabled) await tx.session.deleteMany({ where: { userId: id } });
    await audit(tx, admin, disabled ? "disable-person" : "enable-person", id, {});
    return { ok: true, value: null };
  });
}

/** A new password ends every session but the one that set it. */
export async function setPassword(
  client: Client,
  self: Actor & { kind: "user" },
  passwordHash: string,
  keepToken: string,
): Promise<void> {
  await client.$transaction(async (tx) => {
    await tx.account.updateMany({
      where: { userId: self.id, providerId: "credential" },
      data: { password: passwordHash },
    });
    await tx.session.deleteMany({ where: { userId: self.id, token: { not: keepToken } } });
    await audit(tx, self, "change-password", self.id, {});
  });
}

const LAST_ADMIN: Refusal = {
  code: "not-allowed",
  message:
    "This is the last admin, who can be neither demoted nor disabled. Make somebody else an admin first.",
};

type Person = { readonly role: string; readonly disabledAt: Date | null };

async function locked(tx: Transaction, id: Id): Promise<Person | null> {
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${LOCK})`;
  if (id === SYSTEM_USER) return null;
  return tx.user.findUnique({ where: { id }, select: { role: true, disabledAt: true } });
}

const isLastAdmin = async (tx: Transaction, person: Person): Promise<boolean> =>
  person.role === "admin" &&
  person.disabledAt === null &&
  (await tx.user.count({ where: { role: "admin", disabledAt: null } })) === 1;

const idOf = (actor: Actor): Id => (actor.kind === "user" ? actor.id : SYSTEM_USER);

async function audit(
  tx: Transaction,
  actor: Actor,
  action: string,
  subject: Id | null,
  detail: Record<string, string>,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      seq: 0n, // order and hashes are the database's
      prevHash: "",
      hash: "",
      actorId: idOf(actor),
      actorName: actor.kind === "user" ? actor.name : "Rangebook",
      action,
      outcome: "accepted",
      subjectKind: "person",
      subjectId: subject,
      detail,
    },
    select: { seq: true },
  });
}

// ---- Guessing is limited per account, whatever the headers say ----

const TRIES = 10;
const WINDOW_MS = 15 * 60_000;

/** How many seconds an account must wait after too many wrong passwords; 0: it may try. */
export async function waitBeforeTrying(client: Client, email: string): Promise<number> {
  const account = sha256(normalisedEmail(email));
  const since = new Date(Date.now() - WINDOW_MS);
  const tries = await client.signInAttempt.findMany({
    where: { account, at: { gt: since } },
    orderBy: { at: "desc" },
    take: TRIES,
    select: { at: true },
  });
  const oldest = tries[TRIES - 1];
  return oldest ? Math.max(1, Math.ceil((oldest.at.getTime() + WINDOW_MS - Date.now()) / 1000)) : 0;
}

/**
 * Counts a try before the password is looked at, so that many at once count too; false when it is one too many.
 */
export async function countTry(client: Client, email: string): Promise<boolean> {
  const account = sha256(normalisedEmail(email));
  return client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(${account}, 0))`;
    const since = new Date(Date.now() - WINDOW_MS);
    await tx.signInAttempt.deleteMany({ where: { at: { lt: since } } });
    if ((await tx.signInAttempt.count({ where: { account } })) >= TRIES) return false;
    await tx.signInAttempt.create({ data: { account } });
    return true;
  });
}

/** A right password makes the earlier tries forgotten. */
export async function forgetTries(client: Client, email: string): Promise<void> {
  await client.signInAttempt.deleteMany({ where: { account: sha256(normalisedEmail(email)) } });
}
