import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { putOff, takeBack } from "@/data/write/put-off";
import { ATTENTION_KINDS, type AttentionKind } from "@/domain/attention";
import type { Actor } from "@/domain/permissions";
import { CARRIER_RULES, DEVICE_RULES, SOURCE_RULES } from "@/domain/rules/all";
import { findingsOf } from "@/domain/rules/rule";
import type { CarrierKind, SourceKind } from "@/domain/status";
import { attentionCounts, attentionFew, attentionPage, putOffs } from "./attention";

const asked = { today: "2018-06-01", days: 30, manufacturer: null, carrier: null };

describe("on the dossier", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await openTestDatabase({ dossier: true });
  });
  afterAll(() => t.drop());

  /** Slugs of what breaks each rule, by the pure rules, told as the lists tell them. */
  async function byRules(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    const add = (slug: string, findings: readonly { code: string }[]) => {
      for (const { code } of findings) found[code] = [...(found[code] ?? []), slug];
    };
    for (const s of await t.prisma.source.findMany({ include: { retraction: true } }))
      add(
        s.slug,
        findingsOf(SOURCE_RULES, {
          kind: s.kind as SourceKind,
          title: s.title,
          url: s.url,
          published: { ...bounds(s.publishedEarliest, s.publishedLatest), text: s.publishedText },
          seen: s.seen,
          retracted: s.retraction !== null,
        }),
      );
    for (const c of await t.prisma.carrier.findMany({ include: { aliases: true, host: true } }))
      add(
        c.slug,
        findingsOf(CARRIER_RULES, {
          kind: c.kind as CarrierKind,
          host: c.host && { name: c.host.name, kind: c.host.kind as CarrierKind },
          networkCodes: c.aliases.filter((a) => a.kind === "mcc-mnc").length,
        }),
      );
    for (const d of await t.prisma.device.findMany({ include: { aliases: true } }))
      add(
        d.slug,
        findingsOf(DEVICE_RULES, {
          announced: d.announcedText,
          models: d.aliases.filter((a) => a.kind === "model").length,
        }),
      );
    return found;
  }
  const bounds = (earliest: Date, latest: Date) => ({
    earliest: earliest.toISOString().slice(0, 10),
    latest: latest.toISOString().slice(0, 10),
    openStart: false,
    openEnd: false,
    approximate: false,
  });

  it("lists what the rules about things find, in SQL as in domain/rules", async () => {
    // Something for the rules that the dossier keeps.
    await t.sql(`UPDATE carrier SET host_id = (SELECT id FROM carrier WHERE slug = 'line-mobile' LIMIT 1)
      WHERE slug = (SELECT slug FROM carrier WHERE kind = 'MVNO' AND slug <> 'line-mobile' ORDER BY slug LIMIT 1)`);
    await t.sql("UPDATE source SET url = NULL WHERE slug = 'bloomberg-20180130-verizon'");
    const should = await byRules();
    for (const { code } of [...SOURCE_RULES, ...CARRIER_RULES, ...DEVICE_RULES]) {
      const all = await attentionFew(t.prisma, [code], asked, 1000);
      expect(all.map((i) => i.subject).sort(), code).toEqual((should[code] ?? []).sort());
      expect(all.length, code).toBeGreaterThan(0);
    }
  });

  it("counts as many as it lists, and narrows to a maker and a carrier", async () => {
    const today = { ...asked, today: "2026-11-25" };
    const counts = await attentionCounts(t.prisma, today);
    expect([...counts.keys()].sort()).toEqual([...ATTENTION_KINDS].sort());
    for (const [kind, n] of counts)
      expect((await attentionFew(t.prisma, [kind], today, 1000)).length, kind).toBe(n);
    const narrow = { ...today, manufacturer: "apple", carrier: "verizon" };
    const few = await attentionFew(t.prisma, ATTENTION_KINDS, narrow, 1000);
    expect(few.length).toBeGreaterThan(0);
    for (const { about } of few) expect(about.of === "claim" && about.carrier.slug).toBe("verizon");
  });
});

describe("on a small world", () => {
  let t: TestDatabase;
  let editor: Actor & { kind: "user" };
  beforeAll(async () => {
    t = await openTestDatabase();
    editor = (await person(t, "editor")) as typeof editor;
    await succeed(t.prisma, smallWorld());
  });
  afterAll(() => t.drop());

  const subjects = async (kind: AttentionKind, more: Partial<typeof asked> = {}) =>
    (await attentionPage(t.prisma, kind, { ...asked, ...more }, 1)).map((i) => i.subject);
  const off = (kind: AttentionKind, subject: string, more = {}) =>
    putOff(
      t.prisma,
      editor.id,
      { kind, subject, why: "Asked them.", until: "2018-07-01", ...more },
      asked.today,
    );

  it("finds a plan whose target has passed, until news of it comes", async () => {
    const plan = change(0, {
      target: "2018-02",
      evidence: [support("the-paper", { attribution: "anonymous" })],
    });
    await succeed(t.prisma, [plan]);
    expect(await subjects("plan-passed", { today: "2018-02-28" })).toEqual([]);
    expect(await subjects("plan-passed", { today: "2018-03-01" })).toEqual([plan.id]);
    expect(await subjects("one-anonymous", { today: "2018-02-09" })).toEqual([]);
    expect(await subjects("one-anonymous", { today: "2018-02-10" })).toEqual([plan.id]);
    expect(await subjects("one-anonymous", { days: 1000 })).toEqual([]);

    // Put off: gone from the list, on the other one; back when its day comes, or when the record under it changes.
    expect(await off("plan-passed", plan.id, { why: "" })).toMatchObject({
      ok: false,
      refusal: { field: "why" },
    });
    for (const until of ["", "2018-06-01", "2020-01-01", "soon"])
      expect(await off("plan-passed", plan.id, { until }), until).toMatchObject({
        refusal: { field: "until" },
      });
    expect(await off("disputed", plan.id)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await off("plan-passed", plan.id)).toMatchObject({ ok: true });
    expect(await subjects("plan-passed")).toEqual([]);
    expect(await subjects("plan-passed", { today: "2018-07-01" })).toEqual([plan.id]);
    const [waiting] = await putOffs(t.prisma, asked.today);
    expect(waiting).toMatchObject({
      label: "The Phone at The Carrier: planned, Jan 2018",
      why: "Asked them.",
      by: "A editor",
      until: "2018-07-01",
    });
    await takeBack(t.prisma, waiting?.id ?? "");
    expect(await putOffs(t.prisma, asked.today)).toEqual([]);
    expect(await subjects("plan-passed")).toEqual([plan.id]);

    await off("plan-passed", plan.id);
    await succeed(t.prisma, [
      command({
        kind: "edit-source",
        ...rest(sourceOf("the-paper", { publisher: "The Paper" })),
        version: 1,
        published: "2018-01-11",
      }),
    ]);
    expect(await subjects("plan-passed"), "its source was edited").toEqual([plan.id]);
    expect(await putOffs(t.prisma, asked.today)).toEqual([]);
    await off("plan-passed", plan.id);
    await succeed(t.prisma, [
      command({ kind: "add-evidence", claim: plan.id, version: 1, evidence: support() }),
    ]);
    expect(await subjects("plan-passed"), "evidence was added").toEqual([plan.id]);
    await succeed(t.prisma, [change(2, { status: "carried", effective: "2018-03" })]);
    expect(await subjects("plan-passed")).toEqual([]);
    expect(await subjects("sale-before-told")).toHaveLength(1);
  });

  it("finds devices, carriers and sources that may be one, and not those that only look alike", async () => {
    const device = (slug: string, name: string, aliases: object[] = []) =>
      command({
        kind: "create-device",
        slug,
        manufacturer: "the-maker",
        name,
        deviceKind: "phone",
        announced: null,
        aliases,
      });
    const carrier = (slug: string, name: string, aliases: object[] = []) =>
      command({
        kind: "create-carrier",
        slug,
        name,
        country: "US",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases,
      });
    await succeed(t.prisma, [
      device("nova-8", "Nova 8"),
      device("nova-9", "Nova 9"),
      device("nova-9-5g", "Nova 9 5G"),
      device("number", "Nova Ten", [{ kind: "model", text: "TP-1" }]),
      device("typo", "Marvelous Fold"),
      device("typed", "Marvellous Fold"),
      carrier("near", "Near"),
      carrier("near-mobile", "Near Mobile"),
      carrier("far-mobile", "Far Mobile"),
      carrier("far-telecom", "Far Telecom"),
      carrier("code", "Coded", [{ kind: "mcc-mnc", text: "999-01" }]),
      carrier("coded-too", "Another", [{ kind: "mcc-mnc", text: "999-01" }]),
      sourceOf("one-story", { publisher: "Daily", title: "A Story", url: "https://daily.test/1" }),
      sourceOf("same-story", { publisher: "Daily", title: "a story" }),
      sourceOf("other-story", { publisher: "Daily", title: "Another story" }),
    ]);
    // However long ago they were added, and however many came since.
    await succeed(
      t.prisma,
      Array.from({ length: 60 }, (_, n) =>
        device(`later-${n}`, `Later ${String.fromCharCode(98 + (n % 20))} ${n}`),
      ),
    );
    const pairs = async (kind: AttentionKind) =>
      (await subjects(kind)).map((s) => s.split("+").sort().join(" ")).sort();
    expect(await pairs("twin-devices")).toEqual(["nova-9 nova-9-5g", "number the-phone", "typed typo"]);
    expect(await pairs("twin-carriers")).toEqual(["code coded-too", "near near-mobile"]);
    expect(await pairs("twin-sources")).toEqual(["one-story same-story"]);
  });
});

const rest = <T extends { id: string; kind: string }>({ id: _, kind: __, ...more }: T) => more;
