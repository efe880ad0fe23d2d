import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person } from "@/data/testing/world";
import type { Actor } from "@/domain/permissions";
import {
  acceptInvite,
  changeRole,
  countTry,
  forgetTries,
  invitePerson,
  makeSetupLink,
  revokeInvite,
  setDisabled,
  setPassword,
  waitBeforeTrying,
} from "./people";

/** Links, roles, sessions and tries, at the database (docs/promises.md, S4, S6, S9). */

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t.drop());

const anyone = (token: string) => ({
  token,
  name: "Somebody",
  email: `${randomUUID()}@example.test`,
  passwordHash: "a hash",
});
const accept = (token: string) => acceptInvite(t.prisma, anyone(token));
type Person = Actor & { kind: "user" };
const admin = async () => (await person(t, "admin")) as Person;

describe("the set-up link", () => {
  it("makes one admin, of four who use it at once; a newer link replaces an older one", async () => {
    const old = await makeSetupLink(t.prisma);
    const token = await makeSetupLink(t.prisma);
    expect(await accept(old ?? "")).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    const all = await Promise.all(Array.from({ length: 4 }, () => accept(token ?? "")));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await t.prisma.user.count({ where: { role: "admin" } })).toBe(1);
    expect(await makeSetupLink(t.prisma)).toBeNull();
  });
});

describe("an invitation", () => {
  const invite = async (email = `${randomUUID()}@example.test`) => {
    const outcome = await invitePerson(t.prisma, await admin(), { email, role: "editor" });
    return outcome.ok ? outcome.value : "";
  };

  it("is for its own address, with its role, once; only its hash is kept", async () => {
    const token = await invite("Ines@Example.test");
    const row = await t.prisma.invite.findFirstOrThrow({ where: { email: "ines@example.test" } });
    expect(row.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(row)).not.toContain(token);
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { role } = await t.prisma.user.findUniqueOrThrow({ where: { email: "ines@example.test" } });
    expect(role).toBe("editor");
    expect(
      await invitePerson(t.prisma, await admin(), { email: "INES@example.test", role: "admin" }),
    ).toMatchObject({
      ok: false,
      refusal: { code: "duplicate-name", field: "email" },
    });
  });

  it("ends when it is withdrawn, replaced or out of date", async () => {
    const withdrawn = await invite("withdrawn@example.test");
    const { id } = await t.prisma.invite.findFirstOrThrow({ where: { email: "withdrawn@example.test" } });
    await revokeInvite(t.prisma, await admin(), id);
    const replaced = await invite("again@example.test");
    await invite("again@example.test");
    const late = await invite("late@example.test");
    await t.sql("UPDATE invite SET expires_at = now() - interval '1 s' WHERE email = 'late@example.test'");
    for (const token of [withdrawn, replaced, late, "", "made-up"])
      expect(await accept(token)).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });
});

describe("roles", () => {
  it("are not changed for oneself, and the last admin stays one, also when two act at once", async () => {
    await t.sql(`UPDATE "user" SET role = 'analyst' WHERE role = 'admin'`);
    const [ada, bob] = [await admin(), await admin()];
    expect(await changeRole(t.prisma, ada, ada.id, "editor")).toMatchObject({ ok: false });
    const both = await Promise.all([
      changeRole(t.prisma, ada, bob.id, "editor"),
      changeRole(t.prisma, bob, ada.id, "editor"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const last = await t.prisma.user.findFirstOrThrow({ where: { role: "admin" } });
    const other = last.id === ada.id ? bob : ada;
    expect(await setDisabled(t.prisma, other, last.id, true)).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining("last admin") },
    });
  });

  it("and disabled accounts stand in the audit trail; disabling ends every session", async () => {
    const [ada, ines] = [await admin(), (await person(t, "editor")) as Person];
    await session(ines);
    await changeRole(t.prisma, ada, ines.id, "reviewer");
    await setDisabled(t.prisma, ada, ines.id, true);
    expect(await t.prisma.session.count({ where: { userId: ines.id } })).toBe(0);
    const trail = await t.prisma.auditEntry.findMany({
      where: { subjectId: ines.id },
      orderBy: { seq: "asc" },
    });
    expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["change-role", ada.id],
      ["disable-person", ada.id],
    ]);
  });
});

const session = (of: Person) =>
  t.prisma.session.create({
    data: { userId: of.id, token: randomUUID(), expiresAt: new Date(Date.now() + 3_600_000) },
  });

it("a new password ends every session but the one that set it", async () => {
  const ines = (await person(t, "editor")) as Person;
  const kept = await session(ines);
  await session(ines);
  await setPassword(t.prisma, ines, "another hash", kept.token);
  expect(await t.prisma.session.findMany({ where: { userId: ines.id }, select: { id: true } })).toEqual([
    { id: kept.id },
  ]);
});

describe("tries to sign in", () => {
  it("are ten in fifteen minutes, also when thirty come at once, and forgotten after a right one", async () => {
    const email = "guessed@example.test";
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, i) => countTry(t.prisma, i % 2 ? email : ` ${email.toUpperCase()}`)),
    );
    expect(all.filter(Boolean)).toHaveLength(10);
    expect(await waitBeforeTrying(t.prisma, email)).toBeGreaterThan(14 * 60);
    expect(await countTry(t.prisma, "other@example.test")).toBe(true);
    await forgetTries(t.prisma, email);
    expect(await countTry(t.prisma, email)).toBe(true);
  });

  it("count for fifteen minutes, and no address is kept of them", async () => {
    const email = "later@example.test";
    for (let nth = 0; nth < 11; nth++) await countTry(t.prisma, email);
    expect(await countTry(t.prisma, email)).toBe(false);
    await t.sql("UPDATE sign_in_attempt SET at = at - interval '15 min 1 s'");
    expect(await countTry(t.prisma, email)).toBe(true);
    expect(JSON.stringify(await t.sql("SELECT * FROM sign_in_attempt"))).not.toContain("@");
  });
});
