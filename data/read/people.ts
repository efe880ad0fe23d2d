import type { Client, Db } from "@/data/db";
import { instant } from "@/data/rows";
import { tokenHash } from "@/data/write/people";
import type { Id } from "@/domain/claims";
import type { OwnSession, PendingInvite, Person } from "@/domain/people";
import type { Role } from "@/domain/status";

/** Everybody with an account, for the admin: the system's own editor is none. At most 1,000. */
export async function people(db: Db): Promise<Person[]> {
  const rows = await db.user.findMany({
    where: { accounts: { some: {} } },
    orderBy: { name: "asc" },
    take: 1_000,
    select: { id: true, name: true, email: true, role: true, disabledAt: true, createdAt: true },
  });
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    email: r.email,
    role: r.role as Role,
    disabledAt: r.disabledAt && instant(r.disabledAt),
    since: instant(r.createdAt),
  }));
}

/** Invitations that nobody has used and that still can be. */
export async function pendingInvites(db: Db): Promise<PendingInvite[]> {
  const rows = await db.invite.findMany({
    where: { kind: "invite", usedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    take: 1_000,
  });
  return rows.map((r) => ({
    id: r.id,
    email: r.email ?? "",
    role: r.role as Role,
    expires: instant(r.expiresAt),
  }));
}

/** What a one-time link is good for; null when it was used, has expired, or never was. */
export async function inviteByToken(
  db: Client,
  token: string,
): Promise<{ kind: string; email: string | null; role: Role } | null> {
  const row = await db.invite.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!row || row.usedAt || row.expiresAt < new Date()) return null;
  if (row.kind === "setup" && (await db.user.count({ where: { role: "admin" } })) > 0) return null;
  return { kind: row.kind, email: row.email, role: row.role as Role };
}

/** Where a person is signed in, the latest used first, at most 100. */
export async function ownSessions(db: Db, user: Id): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { userId: user, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
    take: 100,
  });
  return rows.map((r) => ({
    id: r.id,
    since: instant(r.createdAt),
    lastUsed: instant(r.updatedAt),
    agent: r.userAgent,
  }));
}
