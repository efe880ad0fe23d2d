import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, EDITOR, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { runCommands } from "./door";

/** What bad input gets at the door (docs/promises.md, Bad input). Nothing of it reaches the record. */

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
});
afterAll(() => t.drop());

const NUL = String.fromCharCode(0);
const LONE = String.fromCharCode(0xd800);

const cases: [string, unknown, string, string?][] = [
  ["not an object", "record-status", "malformed"],
  ["null", null, "malformed"],
  ["a list", [], "malformed"],
  ["a command of no known kind", { ...change(0), kind: "drop-table" }, "invalid", "kind"],
  ["a prototype's name for a kind", { ...change(0), kind: "__proto__" }, "invalid", "kind"],
  ["a field that is not known", change(0, { colour: "red" }), "unknown-field", "colour"],
  [
    "a field that nobody may set",
    change(0, { recordedAt: "2018-01-01T00:00:00Z" }),
    "unknown-field",
    "recordedAt",
  ],
  ["certainty typed in", change(0, { certainty: "confirmed" }), "unknown-field", "certainty"],
  [
    "an unknown field of evidence",
    change(0, { evidence: [support("the-paper", { weight: 9 })] }),
    "unknown-field",
    "evidence.0.weight",
  ],
  ["an operator where text is due", change(0, { device: { contains: "a" } }), "invalid", "device"],
  ["an id that is none", { ...change(0), id: "1" }, "invalid", "id"],
  ["no version", change(undefined as unknown as number), "version-needed", "version"],
  ["a status outside the list", change(0, { status: "sold" }), "invalid", "status"],
  ["a prototype's name for a status", change(0, { status: "constructor" }), "invalid", "status"],
  ["a reason outside the list", change(0, { reasons: ["__proto__"] }), "invalid", "reasons.0"],
  ["a day that does not exist", change(0, { effective: "2018-02-30" }), "invalid-date", "effective"],
  ["day zero", change(0, { effective: "0000-00-00" }), "invalid-date", "effective"],
  ["a date the other way round", change(0, { effective: "30/01/2018" }), "invalid-date", "effective"],
  ["a time", change(0, { effective: "2018-01-30T10:00:00Z" }), "invalid-date", "effective"],
  ["a backward interval", change(0, { effective: "2018-03/2018-01" }), "invalid-date", "effective"],
  ["a day outside the record's time", change(0, { effective: "1969-12-31" }), "invalid-date", "effective"],
  ["a target of no plan", change(0, { status: "carried", target: "2018-06" }), "invalid", "target"],
  ["no evidence", change(0, { evidence: [] }), "evidence-needed", "evidence"],
  [
    "no supporting evidence",
    change(0, { evidence: [support("the-paper", { stance: "disputes" })] }),
    "evidence-needed",
    "evidence",
  ],
  [
    "a quote of 21 words",
    change(0, { evidence: [support("the-paper", { quote: "word ".repeat(21) })] }),
    "invalid",
    "evidence.0.quote",
  ],
  ["a note of 4,001 characters", change(0, { note: "x".repeat(4001) }), "invalid", "note"],
  ["U+0000", change(0, { note: `a${NUL}b` }), "invalid", "note"],
  ["half a character", change(0, { note: `a${LONE}b` }), "invalid", "note"],
  [
    "an unknown source",
    change(0, { evidence: [support("nowhere")] }),
    "unknown-reference",
    "evidence.0.source",
  ],
  [
    "an unknown upstream source",
    change(0, { evidence: [support("the-paper", { via: ["nowhere"] })] }),
    "unknown-reference",
    "evidence.0.via",
  ],
  ["a script for an address", sourceOf("bad-url", { url: "javascript:alert(1)" }), "invalid-url", "url"],
  [
    "an address with user info",
    sourceOf("bad-url", { url: "https://user:pass@example.com/" }),
    "invalid-url",
    "url",
  ],
  ["an address with a blank", sourceOf("bad-url", { url: "https://example.com/a b" }), "invalid-url", "url"],
  [
    "a zero-width letter in a name",
    sourceOf("bad-name", { publisher: "The\u200bPaper" }),
    "invalid",
    "publisher",
  ],
  ["a look-alike letter in a name", sourceOf("bad-name", { publisher: "Pаper" }), "invalid", "publisher"],
  ["a title of 301 characters", sourceOf("bad-title", { title: "x".repeat(301) }), "invalid", "title"],
  ["a slug with blanks", sourceOf("bad slug"), "invalid", "slug"],
];

describe("bad input", () => {
  it("is told in the schema's own sentence where it has one", async () => {
    const why = command({ kind: "retract-status", claim: randomUUID(), version: 1, why: "" });
    for (const [sent, message] of [
      [why, "Write something here."],
      [sourceOf("x", { lang: "English" }), "A language is two or three small letters, such as en (ISO 639)."],
      [change(0, { version: -1 }), "At least 0 is needed here."],
    ] as const)
      expect(await runCommands(t.prisma, EDITOR, [sent])).toMatchObject({ refusal: { message } });
  });

  it.each(cases)("%s", async (_, sent, code, field) => {
    const outcome = await runCommands(t.prisma, EDITOR, [sent]);
    expect(outcome).toMatchObject({ ok: false, refusal: { code, ...(field && { field }) } });
    if (!outcome.ok) {
      expect(outcome.refusal.message).toMatch(/^[A-Z"“].*[.]$/s);
      expect(outcome.refusal.message.length).toBeLessThan(300);
    }
  });

  it("has left no trace", async () => {
    expect(await t.prisma.statusChange.count()).toBe(0);
    expect(await t.prisma.source.count()).toBe(1);
  });
});
