import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting } from "@/data/testing/counting";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person, sourceOf, succeed } from "@/data/testing/world";
import type { View } from "@/domain/claims";
import { editsBetween, fallCounts, type SourceWeight } from "@/domain/source-page";
import { ALL_SOURCES } from "@/formats/source-query";
import { dealsToday } from "./deals-today";
import { sourceList } from "./source-list";
import { sourceWeight } from "./source-weight";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-24", known: null, record: null };
const REPORT = "bloomberg-20180130-verizon";

async function weigh(slug: string, view: View = TODAY): Promise<SourceWeight> {
  const found = await sourceWeight(t.prisma, slug, view);
  if (found === null || found === "not-yet") throw new Error(`${slug}: ${found}`);
  return found;
}

describe("sourceWeight", () => {
  it("finds the one claim that rests on the unseen report alone, through five articles", async () => {
    const { source, claims, downstream, upstream, published } = await weigh(REPORT);
    expect(source).toMatchObject({ publisher: "Bloomberg", seen: false });
    expect(
      claims.map(({ claim }) => [claim.deal.device.slug, claim.deal.carrier.slug, claim.status]),
    ).toEqual([["huawei-mate-10-pro", "verizon", "withdrawn"]]);
    expect(claims[0]?.leads).toHaveLength(5);
    expect(claims[0]?.effect).toMatchObject({
      fall: "alone",
      now: { certainty: "rumoured", articles: 5 },
      after: { certainty: "unsupported", articles: 0 },
    });
    expect(downstream.filter((n) => n.claims > 0)).toHaveLength(5);
    expect([upstream, published]).toEqual([[], true]);
  });

  it("has nothing yet on a day before the report", async () => {
    const early = await weigh(REPORT, { on: "2018-01-29", known: "2018-01-29", record: null });
    expect(early).toMatchObject({ claims: [], offers: [], downstream: [], published: false });
  });

  it("comes to the same numbers as the list of sources", async () => {
    for (const view of [TODAY, { on: "2018-12-31", known: "2018-12-31", record: null }]) {
      const { lines } = await sourceList(t.prisma, { view, ...ALL_SOURCES, sort: "claims" });
      for (const { source, carries } of lines.slice(0, 25)) {
        const { claims, offers, statements, left } = await weigh(source.slug, view);
        expect({
          slug: source.slug,
          claims: claims.length,
          listings: offers.length,
          statements: statements.length,
        }).toEqual({
          slug: source.slug,
          ...carries,
        });
        const falls = fallCounts(claims);
        expect(falls.alone + falls.weaker + falls.same).toBe(claims.length);
        expect(left).toBe(0);
      }
    }
  });

  it("says what falls before it falls: a retraction does what was foretold", async () => {
    const slug = "theverge-20160902-note7";
    const before = await weigh(await busiest(slug));
    const { version } = await t.prisma.source.findUniqueOrThrow({ where: { slug: before.source.slug } });
    const foretold = new Map(before.claims.map(({ claim, effect }) => [claim.id, effect.after.certainty]));
    const of = { slug: before.source.slug, version, on: "2020-01-01", why: "Made up." };
    await succeed(
      t.prisma,
      [{ kind: "retract-source", id: crypto.randomUUID(), ...of }],
      await person(t, "reviewer"),
    );
    const after = await weigh(before.source.slug);
    expect(after.retracted).toBe(true);
    expect(new Map(after.claims.map(({ claim, effect }) => [claim.id, effect.now.certainty]))).toEqual(
      foretold,
    );
    expect([...foretold.values()]).toContain("unsupported");
    expect(fallCounts(after.claims)).toMatchObject({ alone: 0, weaker: 0 });
    // Before the day of the retraction nobody could know it, on its own page and on those of the sources around it.
    const [beside] = [...after.downstream, ...after.upstream];
    const markOf = async (view: View) =>
      (await weigh(beside?.source.slug ?? "", view)).graph.sources.get(before.source.id)?.retracted?.on.text;
    expect(await markOf({ on: "2019-01-01", known: "2019-01-01", record: null })).toBeUndefined();
    expect(await markOf(TODAY)).toBeDefined();
    expect(
      (await weigh(before.source.slug, { on: "2019-01-01", known: "2019-01-01", record: null })).retracted,
    ).toBe(false);
  });

  /** A source that carries several claims, some of them alone. */
  async function busiest(wanted: string): Promise<string> {
    const { lines } = await sourceList(t.prisma, { view: TODAY, ...ALL_SOURCES, sort: "claims" });
    for (const { source } of lines) {
      if (source.slug === wanted || fallCounts((await weigh(source.slug)).claims).alone > 0)
        return source.slug;
    }
    throw new Error("No claim of the dossier rests on one source alone.");
  }

  it("keeps every text of a source, and reads as the record stood at an instant", async () => {
    const slug = "slow-news";
    await succeed(t.prisma, [sourceOf(slug, { publisher: "Slow News", title: "First" })]);
    const then = new Date().toISOString();
    await succeed(t.prisma, [
      {
        ...sourceOf(slug, { publisher: "Slow News", title: "Second", seen: false }),
        kind: "edit-source",
        version: 1,
      },
    ]);
    const { versions } = await weigh(slug);
    expect(versions.map((v) => [v.version, v.text.title])).toEqual([
      [2, "Second"],
      [1, "First"],
    ]);
    const [now, before] = versions;
    expect(now && before && editsBetween(before.text, now.text)).toEqual([
      { field: "title", before: "First", after: "Second" },
      { field: "seen", before: "yes", after: "no" },
    ]);
    expect((await weigh(slug, { ...TODAY, record: then })).source.title).toBe("First");
    expect(await sourceWeight(t.prisma, slug, { ...TODAY, record: "2001-01-01T00:00:00.000Z" })).toBe(
      "not-yet",
    );
    expect(await sourceWeight(t.prisma, "no-such-source", TODAY)).toBeNull();
  });

  it("asks at most six times, the statuses of the deals included", async () => {
    const { db, asked } = counting(t.prisma);
    const found = await sourceWeight(db, "crn-20180130-verizon-pulls-out", TODAY);
    if (found === null || found === "not-yet") throw new Error("missing");
    const deals = await dealsToday(
      db,
      found.claims.map(({ claim }) => claim.dealId),
      TODAY,
    );
    expect(asked()).toBeLessThanOrEqual(6);
    expect([...deals.values()].map((d) => d.status)).toContain("withdrawn");
  });
});
