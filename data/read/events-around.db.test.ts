import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { clockEvents } from "@/domain/clock-events";
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

describe.each([null, "2018-01-15"])("as published by %s", (known) => {
  it.each([
    [{ carrier: "verizon" }, "c.slug = 'verizon'"],
    [{ manufacturer: "huawei" }, "m.slug = 'huawei'"],
    [{ manufacturer: "nobody" }, "false"],
  ])("keeps to the deals that it is asked about: %o", async (of, where) => {
    const rows = await t.sql<{ day: string }>(
      `SELECT DISTINCT s.begins::text AS day FROM deal_span s JOIN deal d ON d.id = s.deal_id
       JOIN carrier c ON c.id = d.carrier_id JOIN device v ON v.id = d.device_id
       JOIN manufacturer m ON m.id = v.manufacturer_id
       WHERE ${where} AND s.published <= coalesce($1::date, 'infinity')`,
      [known],
    );
    const all = rows.map(({ day }) => ({ day, what: "a status begins" }));
    for (const on of ["2007-01-01", "2018-01-10", "2026-11-25"])
      expect(await eventsAround(t.prisma, { on, known, record: null }, TODAY, of)).toEqual(
        clockEvents(all, on, TODAY),
      );
  });
});
