import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/data/db";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { runCommands } from "@/data/write/door";
import { closeDb } from "./db";
import { recall } from "./recall";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  vi.stubEnv("DATABASE_URL", t.app);
  vi.stubEnv("BASE_URL", "http://127.0.0.1:3000");
});
afterAll(async () => {
  await closeDb();
  vi.unstubAllEnvs();
  await t.drop();
});

let times = 0;
beforeEach(() => {
  times = 0;
});
async function makers(db: Db, { prefix }: { readonly prefix: string }): Promise<{ names: string[] }> {
  times += 1;
  const rows = await db.manufacturer.findMany({ where: { name: { startsWith: prefix } } });
  return { names: rows.map((m) => m.name) };
}
const create = (name: string) =>
  runCommands(t.prisma, { kind: "system" }, [
    {
      kind: "create-manufacturer",
      id: crypto.randomUUID(),
      name,
      slug: name.toLowerCase().replace(" ", "-"),
      country: "FI",
      parent: null,
      aliases: [],
    },
  ]);

describe("a read", () => {
  it("is asked once for the same arguments, and again once something was recorded", async () => {
    expect((await create("Aalto")).ok).toBe(true);
    expect(await recall(makers, { prefix: "A" })).toEqual({ names: ["Aalto"] });
    expect(await recall(makers, { prefix: "A" })).toEqual({ names: ["Aalto"] });
    expect(times).toBe(1);
    expect(await recall(makers, { prefix: "B" })).toEqual({ names: [] });
    expect(times).toBe(2);
    // More than ten deeds: their numbers are numbers, not words.
    for (const n of "abcdefghijkl") {
      expect((await create(`Aava ${n}`)).ok).toBe(true);
      expect((await recall(makers, { prefix: "A" })).names).toContain(`Aava ${n}`);
    }
    expect(times).toBe(14);
  });

  it("is asked once by many who ask at the same time", async () => {
    await Promise.all(Array.from({ length: 20 }, () => recall(makers, { prefix: "many" })));
    expect(times).toBe(1);
  });

  it("that fails is asked again", async () => {
    let broken = true;
    const shaky = async (_: Db) => {
      if (broken) throw new Error("away");
      return "back";
    };
    await expect(recall(shaky)).rejects.toThrow("away");
    broken = false;
    expect(await recall(shaky)).toBe("back");
  });

  it("gives an answer that nobody can change for the others", async () => {
    const answer = await recall(makers, { prefix: "A" });
    expect(() => answer.names.push("x")).toThrow(TypeError);
  });
});
