import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportRows } from "@/data/read/imports";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { command, smallWorld, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import { contentOf } from "@/data/write/ids";
import { commandSchema } from "@/formats/commands";
import { answerQuestions } from "./answers";

/** Lists of things against the record: matched, made, changed, asked; and written as the door would have written them. */

let t: TestDatabase;
let desk: ImportDesk;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  desk = await ImportDesk.open(t);
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

const PLAY = "Retail Branding,Marketing Name,Device,Model\n";
/** The same columns in a file that no earlier one is compared with. */
const OWN = "manufacturer,name,code_names,models\n";
const outcomes = async (id: string) =>
  (await reportRows(t.prisma, id, { outcome: null, take: 100 })).map((r) => [r.line, r.outcome]);
const device = (slug: string) =>
  t.prisma.device.findUnique({
    where: { slug },
    include: { aliases: { orderBy: [{ kind: "asc" }, { text: "asc" }] } },
  });
const names = (d: Awaited<ReturnType<typeof device>>) => d?.aliases.map((a) => `${a.kind} ${a.text}`);

test("a list makes makers and devices, adds numbers to known ones, and says so row by row", async () => {
  const { id, summary } = await desk.check({
    bytes: `${PLAY}The Maker,The Phone,tp,TP-2\nThe Maker,The Phone,tp,TP-1\nNova,Nova One,n1,N-1\nNOVA,One,n1,N-1b\nNova,Nova One,n1,N-1\n,,x,Y\n`,
  });
  expect(await outcomes(id)).toEqual([
    [2, "changed"],
    [3, "matched"],
    [4, "created"],
    [5, "created"],
    [6, "duplicate"],
    [7, "left-out"],
  ]);
  expect(summary).toMatchObject({
    created: { manufacturer: 1, device: 1 },
    changed: { device: 1 },
    aliases: 5,
    open: 0,
  });
  const run = await desk.take(id);
  expect(run.state).toBe("done");
  expect(names(await device("the-phone"))).toEqual(["code-name tp", "model TP-1", "model TP-2"]);
  expect(names(await device("nova-one"))).toEqual(["code-name n1", "model N-1", "model N-1b"]);
});

test("every command of an import passes the door's schema, has its receipt, and the record verifies", async () => {
  const entries = await t.prisma.auditEntry.findMany({
    where: { detail: { path: ["import"], not: "" } },
    orderBy: { seq: "asc" },
  });
  const commands = entries.filter((e) => e.commandId !== null);
  expect(commands.map((e) => e.action)).toEqual(["create-manufacturer", "edit-device", "create-device"]);
  for (const { commandId, detail } of commands) {
    const sent = commandSchema.parse((detail as { command: unknown }).command);
    const receipt = await t.prisma.commandReceipt.findUniqueOrThrow({ where: { id: commandId ?? "" } });
    expect(receipt).toMatchObject({ content: contentOf(sent), kind: sent.kind });
  }
  expect(entries.at(-1)).toMatchObject({ action: "import", outcome: "accepted" });
  expect(await verifyRecord(t.prisma)).toEqual([]);
});

test("the same file twice changes nothing", async () => {
  const file = { bytes: `${OWN}Twice,Same,sa,SA-1\nTwice,Same Too,st,ST-1\nTwice,same too,st,ST-2\n` };
  await desk.import(file);
  const before = await recordDigest(t);
  const { id, summary } = await desk.check(file);
  expect(summary).toMatchObject({ created: {}, changed: {}, aliases: 0, open: 0 });
  await desk.take(id);
  expect(await recordDigest(t)).toEqual(before);
});

describe("a new name for a known model number", () => {
  const first = { bytes: `${OWN}Acme,Alpha,al,AC-1\n` };
  const second = (name: string) => ({ bytes: `${OWN}Acme,Alpha,al,AC-1\nAcme,${name},al,AC-1\n` });

  test.each([
    ["Alpha Plus", 0, { slug: "acme-alpha", name: "Alpha", also: "name Alpha Plus" }],
    ["Beta", 1, { slug: "acme-alpha", name: "Beta", also: "name Alpha" }],
    ["Gamma", 2, { slug: "acme-gamma", name: "Gamma", also: "model AC-1" }],
  ])("%s is asked about and answered with option %i", async (name, option, expected) => {
    await desk.import(first);
    const { id, summary } = await desk.check(second(name));
    expect(summary).toMatchObject({ open: 1, outcomes: { asked: 1 } });
    await expect(desk.take(id)).rejects.toThrow(/question/);
    const [question] = await t.prisma.importQuestion.findMany({ where: { importId: id } });
    const options = question?.options as { answer: string }[];
    expect(options).toHaveLength(4); // another name, the new name, of its own, leave out
    await answerQuestions(t.prisma, id, new Map([[question?.key ?? "", options[option]?.answer ?? ""]]));
    expect(await desk.recheck(id)).toMatchObject({ open: 0 });
    expect((await desk.take(id)).state).toBe("done");
    const found = await device(expected.slug);
    expect(found?.name).toBe(expected.name);
    expect(names(found)).toContain(expected.also);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  test("left out, it leaves nothing", async () => {
    const { id } = await desk.check(second("Delta"));
    const [question] = await t.prisma.importQuestion.findMany({ where: { importId: id } });
    await answerQuestions(t.prisma, id, new Map([[question?.key ?? "", "leave-out"]]));
    expect(await desk.recheck(id)).toMatchObject({ open: 0, outcomes: { "left-out": 1 } });
    await desk.take(id);
    expect(await device("acme-delta")).toBeNull();
  });

  test("an answer that is none of its options is no answer", async () => {
    const { id } = await desk.check(second("Epsilon"));
    const [question] = await t.prisma.importQuestion.findMany({ where: { importId: id } });
    await answerQuestions(t.prisma, id, new Map([[question?.key ?? "", "use:' OR true --"]]));
    expect(await desk.recheck(id)).toMatchObject({ open: 1 });
  });
});

test("a carrier's name as a maker is asked about", async () => {
  const { id, summary } = await desk.check({ bytes: `${OWN}The Carrier,Smart 4,s4,SC-4\n` });
  expect(summary).toMatchObject({ open: 1, outcomes: { asked: 1 } });
  expect(await desk.answerFirst(id)).toMatchObject({ open: 0, created: { manufacturer: 1, device: 1 } });
});

test("a name that several of the record bear is asked about, never guessed", async () => {
  const made = ["One", "Two"].map((n) =>
    command({
      kind: "create-carrier",
      slug: `net-${n.toLowerCase()}`,
      name: `Net ${n}`,
      country: "FR",
      carrierKind: "MNO",
      host: null,
      parent: null,
      aliases: [{ kind: "name", text: "Net" }],
    }),
  );
  await succeed(t.prisma, made);
  const { id, summary } = await desk.check({
    kind: "carriers",
    bytes: "name,country,mcc_mnc\nNet,FR,208-77\n",
  });
  expect(summary.open).toBe(1);
  const [question] = await t.prisma.importQuestion.findMany({ where: { importId: id } });
  const options = (question?.options ?? []) as { says: string }[];
  expect(options.map((o) => o.says)).toEqual([
    "It is Net One (net-one)",
    "It is Net Two (net-two)",
    "It is another one",
    "Leave it out",
  ]);
});

test("own files name things by address, change what they say and nothing else", async () => {
  const head = "manufacturer,name,kind,announced,models,slug\n";
  await desk.import({ bytes: `${head}The Maker,The Phone,tablet,2017-10,,the-phone\n` });
  expect(await device("the-phone")).toMatchObject({ kind: "tablet", announcedText: "2017-10", version: 3 });
  await desk.import({ bytes: "manufacturer,name,models\nThe Maker,The Phone,TP-9\n" });
  expect(await device("the-phone")).toMatchObject({ kind: "tablet", announcedText: "2017-10" });
  const { id, summary } = await desk.check({
    bytes: `${head}The Maker,Tpx,phone,,,the-phone\nThe Maker,Other,watch,,,other\nThe Maker,Other,phone,,,other\n`,
  });
  expect(await outcomes(id)).toEqual([
    [2, "changed"],
    [3, "created"],
    [4, "refused"],
  ]);
  expect(summary.list).toMatchObject({ covered: 1, renamed: 1 }); // one of one known device: held
  await expect(desk.take(id, { leaveOutRefused: true })).rejects.toThrow(/tenth/);
});

test("rows that are refused stop the file unless they are left out by word", async () => {
  const { id, run, summary } = await desk.check({
    kind: "carriers",
    bytes: "name,country,kind,host\nGood,DE,MNO,\nBad,Germany,MNO,\nWorse,DE,MNO,net-one\n",
  });
  expect(summary.outcomes).toMatchObject({ created: 1, refused: 2 });
  expect(
    (await reportRows(t.prisma, id, { outcome: "refused", take: 9 })).map((r) => [r.line, r.column]),
  ).toEqual([
    [3, 2],
    [4, null],
  ]);
  expect(run.state).toBe("checked");
  await expect(desk.take(id)).rejects.toThrow(/2 rows are refused/);
  expect((await desk.take(id, { leaveOutRefused: true })).summary?.created).toEqual({ carrier: 1 });
});

test("the door, given the same commands, writes the same", async () => {
  const entries = await t.prisma.auditEntry.findMany({
    where: { outcome: "accepted", commandId: { not: null } },
    orderBy: { seq: "asc" },
  });
  const twin = await openTestDatabase();
  try {
    for (const { detail } of entries) await succeed(twin.prisma, [(detail as { command: unknown }).command]);
    expect(await things(twin)).toEqual(await things(t));
  } finally {
    await twin.drop();
  }
});

/** Everything about things but when their rows were made and the ids of aliases, which are nobody's business. */
async function things({ prisma }: TestDatabase) {
  const select = { kind: true, text: true, key: true };
  const aliases = { select, orderBy: [{ kind: "asc" as const }, { key: "asc" as const }] };
  const omit = { createdAt: true } as const;
  const orderBy = { slug: "asc" } as const;
  return {
    manufacturers: await prisma.manufacturer.findMany({ omit, orderBy, include: { aliases } }),
    carriers: await prisma.carrier.findMany({ omit, orderBy, include: { aliases } }),
    devices: await prisma.device.findMany({ omit, orderBy, include: { aliases } }),
    receipts: await prisma.commandReceipt.findMany({
      omit: { recordedAt: true, actorId: true },
      orderBy: { id: "asc" },
    }),
  };
}
