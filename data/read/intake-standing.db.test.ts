import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { EDITOR } from "@/data/testing/world";
import { runCommands } from "@/data/write/door";
import { derivedId } from "@/data/write/ids";
import { asksOf } from "@/intake/desk/asks";
import { commandsOf } from "@/intake/desk/commands";
import { type Desk, fieldOf, sourceField } from "@/intake/desk/draft";
import { deskOf } from "@/intake/desk/drafts";
import { lexiconOf } from "@/intake/names/lexicon";
import { readArticle } from "@/intake/read-article";
import { intakeStanding } from "./intake-standing";
import { namesStamp, recordNames } from "./record-names";

/** An article on its way into the record: names out of the database, proposals beside what it has, commands through the door. */

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

async function deskFor(
  text: string,
  publisher = "The Paper (sample)",
  published = "2018-01-31",
  url: string | null = null,
): Promise<Desk> {
  const outcome = readArticle(text, { publisher, published }, lexiconOf(await recordNames(t.prisma)));
  if (!outcome.ok) throw new Error(outcome.message);
  return deskOf(outcome.reading, await intakeStanding(t.prisma, asksOf(outcome.reading, url)), url);
}

/** The desk's form as it stands, all that has no question accepted. */
function commands(desk: Desk, command: string) {
  const values: Record<string, string> = {};
  const refs: Record<string, string> = {};
  const checks: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(desk.source)) values[sourceField(name)] = value;
  values[sourceField("known")] = desk.known?.slug ?? "";
  desk.upstream.forEach(({ publisher, published, candidates }, row) => {
    values[`up.${row}.publisher`] = publisher;
    values[`up.${row}.published`] = published;
    values[`up.${row}.source`] = candidates[0]?.slug ?? "";
  });
  for (const { key, fields, reasons, rests, questions } of desk.drafts) {
    for (const [name, value] of Object.entries(fields)) {
      values[fieldOf(key, name)] = value;
      const slug =
        /\(([a-z0-9-]+)\)$/.exec(value)?.[1] ??
        (["device", "carrier", "manufacturer"].includes(name) ? value : "");
      if (slug) refs[fieldOf(key, name)] = slug;
    }
    checks[fieldOf(key, "reasons")] = reasons;
    checks[fieldOf(key, "rests")] = rests;
    if (questions.length === 0) values[fieldOf(key, "decision")] = "accept";
  }
  return commandsOf(desk, {
    values,
    checks,
    refs,
    published: "2018-01-31",
    idOf: (word) => derivedId(command, word),
  });
}

describe("an article beside the record", () => {
  it("finds its names, and the publishers, in the database", async () => {
    const { entities, publishers } = await recordNames(t.prisma);
    expect(entities.find(({ slug }) => slug === "huawei-mate-10-pro")).toMatchObject({
      kind: "device",
      maker: "huawei",
    });
    expect(entities.find(({ slug }) => slug === "t-mobile-us")?.aliases).toContain("T-Mobile");
    expect(publishers).toContain("Bloomberg");
  });

  it("is known by its publisher, title and date", async () => {
    const [crn] = await t.sql<{ title: string; slug: string; day: string }>(
      "SELECT slug, title, published_latest::text AS day FROM source WHERE publisher = 'CRN' AND title IS NOT NULL ORDER BY slug LIMIT 1",
    );
    const { known } = await deskFor(`${crn?.title}\n\nVerizon has dropped the Mate 10 Pro.`, "CRN", crn?.day);
    expect(known?.slug).toBe(crn?.slug);
  });

  it("is known by its address, however it is written", async () => {
    const [row] = await t.sql<{ url: string; slug: string }>(
      "SELECT slug, url FROM source WHERE url LIKE 'https://%' ORDER BY slug LIMIT 1",
    );
    const { known } = await deskFor(
      "Verizon sells it.",
      "Whoever",
      "2018-01-30",
      `${row?.url}?utm_source=x#top`,
    );
    expect(known?.slug).toBe(row?.slug);
  });

  it("adds evidence where the record has the claim, by way of the report that it has too", async () => {
    const desk = await deskFor(
      "Verizon has backed out of its plan to sell the Mate 10 Pro, according to a report published by Bloomberg on Tuesday.",
    );
    expect(desk.drafts[0]).toMatchObject({ group: "have", deed: "evidence" });
    expect(desk.upstream[0]?.candidates[0]).toMatchObject({
      publisher: "Bloomberg",
      published: "2018-01-30",
    });
    const { commands: list, problems } = commands(desk, randomUUID());
    expect(problems).toEqual([]);
    const outcome = await runCommands(t.prisma, EDITOR, list);
    expect(outcome).toMatchObject({ ok: true });
    const again = await deskFor(
      "Verizon has backed out of its plan to sell the Mate 10 Pro, Bloomberg reported on Tuesday.",
    );
    expect(again.drafts[0]?.says.join(" ")).toContain("It rests on 6 articles, 1 origin so far.");
  });

  it("ends each listing of a brand that a shop gives up, once", async () => {
    const listed = () =>
      t.sql<{ count: string }>(
        `SELECT count(*) FROM listing l JOIN retailer r ON r.id = l.retailer_id JOIN device d ON d.id = l.device_id
         JOIN manufacturer m ON m.id = d.manufacturer_id
         WHERE r.slug = 'newegg' AND m.slug = 'huawei' AND l.to_text IS NULL
           AND NOT EXISTS (SELECT FROM listing n WHERE n.supersedes_id = l.id)`,
      );
    const before = Number((await listed())[0]?.count);
    expect(before).toBeGreaterThan(0);
    const text = "Newegg has stopped selling Huawei phones, the retailer said.";
    const desk = await deskFor(text, "The Paper (sample)", "2026-01-05");
    expect(desk.drafts.filter(({ deed }) => deed === "end-listing")).toHaveLength(before);
    const { commands: list, problems } = commands(desk, randomUUID());
    expect(problems).toEqual([]);
    expect(await runCommands(t.prisma, EDITOR, list)).toMatchObject({ ok: true });
    expect((await listed())[0]?.count).toBe("0");
    const again = await deskFor(text, "The Paper (sample)", "2026-01-06");
    expect(again.drafts.filter(({ deed }) => deed === "end-listing")).toEqual([]);
  });

  it("saves all in one list, once however often it is sent", async () => {
    const text =
      "Sprint to sell the Huawei P10\n\nSprint will sell the Huawei P10 in March, the carrier said. Best Buy will sell the Huawei P10 in April. Verizon declined to comment.";
    const desk = await deskFor(text);
    const command = randomUUID();
    const { commands: list, problems } = commands(desk, command);
    expect(problems).toEqual([]);
    expect(list.map((one) => (one as { kind: string }).kind)).toEqual([
      "create-source",
      "record-status",
      "record-listing",
      "record-statement",
      "record-statement",
    ]);
    const before = await namesStamp(t.prisma);
    expect(await runCommands(t.prisma, EDITOR, list)).toMatchObject({ ok: true, replayed: false });
    expect(await namesStamp(t.prisma)).not.toBe(before);
    expect(await runCommands(t.prisma, EDITOR, list)).toMatchObject({ ok: true, replayed: true });
    const [count] = await t.sql<{ count: string }>(
      "SELECT count(*) FROM status_change s JOIN deal d ON d.id = s.deal_id JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id WHERE v.slug = 'huawei-p10' AND c.slug = 'sprint'",
    );
    expect(count?.count).toBe("1");
    const { drafts } = await deskFor(text);
    expect(drafts.every(({ deed }) => deed === "nothing")).toBe(true);
  });

  it("is refused whole when somebody was faster, and nothing is recorded", async () => {
    const desk = await deskFor("EE has suspended sales of the Huawei P20 Pro.", "The Slow Paper");
    const { commands: list } = commands(desk, randomUUID());
    const faster = await deskFor("EE has suspended sales of the Huawei P20 Pro.", "The Fast Paper");
    expect(await runCommands(t.prisma, EDITOR, commands(faster, randomUUID()).commands)).toMatchObject({
      ok: true,
    });
    expect(await runCommands(t.prisma, EDITOR, list)).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect(await t.prisma.source.count({ where: { publisher: "The Slow Paper" } })).toBe(0);
  });
});
