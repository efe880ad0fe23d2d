import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings } from "@/data/read/settings";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person } from "@/data/testing/world";
import type { Actor } from "@/domain/permissions";
import { changeSetting } from "./settings";

let t: TestDatabase;
let admin: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  admin = await person(t, "admin");
});
afterAll(() => t.drop());

const change = (value: boolean, by = admin) =>
  changeSetting(t.prisma, by, randomUUID(), "fetch-pages", value);
const isOn = async () => (await settings(t.prisma)).has("fetch-pages");
const trail = () =>
  t.prisma.auditEntry.findMany({
    where: { subjectKind: "setting" },
    orderBy: { seq: "asc" },
    select: { action: true, detail: true, outcome: true },
  });

describe("fetching pages", () => {
  it("is off until an admin says so, and each word of theirs is in the trail", async () => {
    expect(await isOn()).toBe(false);
    for (const value of [true, true, false, true]) {
      expect(await change(value)).toMatchObject({ ok: true });
      expect(await isOn()).toBe(value);
    }
    expect(await trail()).toEqual(
      [true, false, true].map((value) => ({
        action: "change-setting",
        outcome: "accepted",
        detail: { name: "fetch-pages", value },
      })),
    );
  });

  it("is nobody else's to change", async () => {
    const before = await isOn();
    for (const role of ["analyst", "editor", "reviewer"] as const)
      expect(await change(!before, await person(t, role))).toMatchObject({
        ok: false,
        refusal: { code: "not-allowed" },
      });
    expect(await isOn()).toBe(before);
    expect(await t.prisma.auditEntry.count({ where: { action: "change-setting", outcome: "refused" } })).toBe(
      3,
    );
  });

  it("is a row that the application can neither change nor take away", async () => {
    for (const sql of ["UPDATE setting SET value = true", "DELETE FROM setting"])
      await expect(t.prisma.$executeRawUnsafe(sql)).rejects.toMatchObject({
        message: expect.stringContaining("42501"),
      });
  });
});
