import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { clockEvents } from "@/domain/clock-events";
import { Prisma } from "@/generated/prisma/client";
import { eventsAround } from "./events-around";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

const TODAY = "2026-11-25";

it.each([
  ["2018-01-20", null],
  ["2018-01-20", "2018-01-15"],
  ["2007-01-01", null],
  ["2026-11-25", null],
])("the events around %s, as published by %s, are those of all histories", async (on, known) => {
  const rows = await t.sql<{ day: string }>(
    "SELECT DISTINCT begins::text AS day FROM deal_span WHERE published <= coalesce($1::date, 'infinity')",
    [known],
  );
  const all = rows.map(({ day }) => ({ day, what: "a status begins" }));
  expect(await eventsAround(t.prisma, { on, known, record: null }, TODAY)).toEqual(
    clockEvents(all, on, TODAY),
  );
});

it("keeps to the deals that it is asked about", async () => {
  const deals = Prisma.sql`SELECT d.id FROM deal d JOIN device v ON v.id = d.device_id WHERE v.slug = 'huawei-mate-10-pro'`;
  const { first, previous } = await eventsAround(
    t.prisma,
    { on: "2018-01-10", known: null, record: null },
    TODAY,
    deals,
  );
  expect(first?.day.slice(0, 4)).toBe("2017");
  expect(previous?.day).toBe("2018-01-08");
});
