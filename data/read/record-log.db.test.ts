import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, succeed, support } from "@/data/testing/world";
import type { LogOf } from "@/domain/record-log";
import { logLines, whyOf } from "@/formats/log-words";
import { LOG_PAGE, logOf, recordLog } from "./record-log";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
});
afterAll(() => t.drop());

const find = async (kind: string, ...slugs: string[]): Promise<LogOf> => {
  const found = await logOf(t.prisma, kind, slugs);
  if (!found) throw new Error(`There is no log of ${kind} ${slugs}.`);
  return found.of;
};
/** A log in words: deed, and "label: was > is" of each field. */
const words = async (of: LogOf) =>
  (await recordLog(t.prisma, of, null)).entries.map((e) => [
    e.action,
    ...logLines(e.action, e.command, e.before).map((l) => `${l.label}: ${l.was ?? ""} > ${l.is ?? ""}`),
    ...(whyOf(e.command) ? [`because ${whyOf(e.command)}`] : []),
  ]);

it("a thing's log says field by field what each edit changed, references by their slugs", async () => {
  const host = {
    kind: "create-carrier",
    slug: "the-host",
    name: "The Host",
    country: "US",
    carrierKind: "MNO",
  };
  const edit = {
    kind: "edit-carrier",
    slug: "the-carrier",
    name: "The Carrier",
    country: "US",
    parent: null,
  };
  await succeed(t.prisma, [
    command({ ...host, host: null, parent: null, aliases: [] }),
    command({
      ...edit,
      carrierKind: "MVNO",
      host: "the-host",
      version: 1,
      aliases: [{ kind: "name", text: "Carry" }],
    }),
    command({
      ...edit,
      carrierKind: "MNO",
      host: null,
      version: 2,
      aliases: [{ kind: "name", text: "Carry" }],
    }),
  ]);
  const [last, edited, created] = await words(await find("carriers", "the-carrier"));
  expect(last).toEqual([
    "edit-carrier",
    expect.stringMatching(/^Kind: MVNO: .* > MNO: /),
    "Host carrier: the-host > ",
  ]);
  expect(edited?.slice(1)).toContain("Also known as:  > Carry");
  expect(created?.[0]).toBe("create-carrier");
});

it("a deal's log has what was corrected and retracted, as it was; a person's has what they did, and nothing else", async () => {
  const editor = await person(t, "editor");
  const plan = change(0, { target: "2018-06" });
  await succeed(t.prisma, [plan]);
  const more = command({
    kind: "add-evidence",
    claim: plan.id,
    version: 1,
    evidence: support("the-paper", { quote: "soon" }),
  });
  const { device: _, carrier: __, version: ___, kind: ____, id: _____, ...fields } = plan;
  const right = command({
    kind: "correct-status",
    corrects: plan.id,
    version: 2,
    ...fields,
    target: "2018-07",
    why: "A slip of ours.",
  });
  await succeed(t.prisma, [more, right], editor);
  await succeed(t.prisma, [
    command({ kind: "retract-status", claim: right.id, version: 3, why: "Another phone." }),
  ]);
  const log = await words(await find("deals", "the-phone", "the-carrier"));
  expect(log.map(([deed]) => deed)).toEqual([
    "retract-status",
    "correct-status",
    "add-evidence",
    "record-status",
  ]);
  expect(log[0]).toEqual(
    expect.arrayContaining(["Status: planned > ", "Target of a plan: Jul 2018 > ", "because Another phone."]),
  );
  expect(log[1]).toEqual([
    "correct-status",
    "Target of a plan: Jun 2018 > Jul 2018",
    "because A slip of ours.",
  ]);
  expect(log[2]).toEqual(["add-evidence", "Evidence:  > the-paper supports (named), “soon”"]);

  if (editor.kind !== "user") throw new Error("Not a person.");
  const { entries } = await recordLog(t.prisma, await find("people", editor.id), null);
  expect(entries.map((e) => [e.action, e.subject?.name])).toEqual([
    ["correct-status", "The Phone at The Carrier"],
    ["add-evidence", "The Phone at The Carrier"],
  ]);
  expect(await logOf(t.prisma, "people", ["00000000-0000-4000-8000-00000000dead"])).toBeNull();
  expect(await logOf(t.prisma, "deals", ["the-phone", "no-carrier"])).toBeNull();
  expect(await logOf(t.prisma, "constructor", ["the-phone"])).toBeNull();
});

it("a long log goes on, page by page, without a gap", async () => {
  const edit = (version: number) =>
    command({
      kind: "edit-retailer",
      slug: "the-shop",
      name: `The Shop ${version}`,
      country: "US",
      retailerKind: "shop",
      aliases: [],
      version,
    });
  await succeed(
    t.prisma,
    Array.from({ length: LOG_PAGE + 5 }, (_, i) => edit(i + 1)),
  );
  const of = await find("retailers", "the-shop");
  const first = await recordLog(t.prisma, of, null);
  expect([first.entries.length, first.older]).toEqual([LOG_PAGE, true]);
  const second = await recordLog(t.prisma, of, first.entries.at(-1)?.seq ?? 0);
  expect([second.entries.length, second.older]).toEqual([6, false]);
  const all = [...first.entries, ...second.entries].map((e) => e.seq);
  expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
});
