import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person, sourceOf, succeed } from "@/data/testing/world";
import { publishedOn, visibleChain } from "@/domain/chains";
import type { Evidence, View } from "@/domain/claims";
import { wayTo } from "@/domain/resting";
import type { SourceFilter, SourceLine } from "@/domain/source-list";
import { publicationOf } from "@/domain/visibility";
import { ALL_SOURCES } from "@/formats/source-query";
import { Prisma } from "@/generated/prisma/client";
import { listingsWhere, sourceGraph, sourcesNamed, statementsWhere, statusClaimsWhere } from "./claims";
import { sourceList } from "./source-list";

let t: TestDatabase;
/** Every source of the dossier as it is today. */
let today: SourceLine[];
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  today = await all(TODAY);
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-24", known: null, record: null };
const ask = (more: Partial<Parameters<typeof sourceList>[1]> = {}, filter: Partial<SourceFilter> = {}) =>
  sourceList(t.prisma, {
    view: TODAY,
    sort: "newest",
    page: 1,
    ...more,
    filter: { ...ALL_SOURCES.filter, ...filter },
  });

async function all(view: View): Promise<SourceLine[]> {
  const lines: SourceLine[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await ask({ view, sort: "claims", page });
    lines.push(...found.lines);
    pages = found.pages;
  }
  return lines;
}

describe("sourceList", () => {
  it.each<[string, View]>([
    ["today", TODAY],
    ["by what was published at the end of 2018", { on: "2018-12-31", known: "2018-12-31", record: null }],
  ])("counts for every source what the domain finds to rest on it, %s", async (_, view) => {
    const every = Prisma.sql`true`;
    const claims = await statusClaimsWhere(t.prisma, every);
    const listings = await listingsWhere(t.prisma, every);
    const statements = await statementsWhere(t.prisma, every);
    const said = statements.map(({ source }) => source);
    const graph = await sourceGraph(t.prisma, new Set([...sourcesNamed([...claims, ...listings]), ...said]));
    const published = (claim: { evidence: readonly Evidence[] }) => publishedOn(claim, graph, view.record);
    const standing = {
      claims: visibleChain(claims, view, published),
      listings: visibleChain(listings, view, published),
      statements: visibleChain(statements, view, (s) => publicationOf(s.source, graph)),
    };
    const lines = view === TODAY ? today : await all(view);
    expect(new Set(lines.map(({ source }) => source.id)).size).toBe(lines.length);
    for (const { source, carries } of lines) {
      const way = wayTo(source.id, graph, view);
      const rests = ({ evidence }: { evidence: readonly Evidence[] }) =>
        evidence.some((e) => e.stance === "supports" && way(e) !== null);
      expect({ slug: source.slug, ...carries }).toEqual({
        slug: source.slug,
        claims: standing.claims.filter(rests).length,
        listings: standing.listings.filter(rests).length,
        statements: standing.statements.filter((s) => s.source === source.id).length,
      });
    }
    const weights = lines.map(({ carries }) => carries.claims);
    expect(weights).toEqual([...weights].sort((x, y) => y - x));
  });

  it("pages through all of them, fifty at a time, and finds the last page for one past it", async () => {
    const first = await ask();
    const total = await t.prisma.source.count();
    expect(first).toMatchObject({ total, page: 1, pages: Math.ceil(total / 50), ordered: null });
    expect(first.lines).toHaveLength(50);
    expect((await ask({ page: 999 })).page).toBe(first.pages);
    expect(first.facets.reduce((n, f) => n + f.sources, 0)).toBe(total);
  });

  it.each<[Partial<SourceFilter>, (line: SourceLine["source"]) => boolean]>([
    [{ kind: "regulatory" }, (s) => s.kind === "regulatory"],
    [{ seen: false }, (s) => !s.seen],
    [{ publisher: "bloomberg" }, (s) => /bloomberg/i.test(s.publisher)],
    [{ text: "verizon" }, (s) => /verizon/i.test([s.title, s.publisher, s.author, s.url, s.slug].join(" "))],
    [{ text: "100%_\\" }, () => false],
    [{ seen: true, kind: "blog" }, (s) => s.seen && s.kind === "blog"],
  ])("%j finds those and only those", async (filter, fits) => {
    const found = await ask({ sort: "claims" }, filter);
    const expected = today.filter(({ source }) => fits(source));
    expect(found.total).toBe(expected.length);
    expect(found.lines.every(({ source }) => fits(source))).toBe(true);
  });

  it("shows what was published and on record by the view's days, as it read then", async () => {
    const known = await ask({ view: { on: "2010-01-01", known: "2010-01-01", record: null } });
    expect(known.lines.every(({ source }) => source.published.latest <= "2010-01-01")).toBe(true);
    expect((await ask({ view: { ...TODAY, record: "2001-01-01T00:00:00.000Z" } })).total).toBe(0);
  });

  it("knows a retraction from the day that it was published, and a text as it stood in the record", async () => {
    const { slug, version, ...old } = { slug: "the-hoax", version: 1, publisher: "The Hoaxer" };
    await succeed(t.prisma, [sourceOf(slug, old)]);
    const between = new Date().toISOString();
    await succeed(
      t.prisma,
      [
        { ...sourceOf(slug, { publisher: "The Honest" }), kind: "edit-source", version },
        {
          kind: "retract-source",
          id: crypto.randomUUID(),
          slug,
          version: 2,
          on: "2018-03-01",
          why: "Made up.",
        },
      ],
      await person(t, "reviewer"),
    );
    const find = async (view: View) => (await ask({ view }, { text: slug })).lines[0]?.source;
    expect(await find(TODAY)).toMatchObject({ publisher: "The Honest", retracted: { reason: "Made up." } });
    expect(await find({ on: "2018-02-01", known: "2018-02-01", record: null })).toMatchObject({
      retracted: null,
    });
    expect(await find({ ...TODAY, record: between })).toMatchObject({
      publisher: "The Hoaxer",
      retracted: null,
    });
    expect((await ask({}, { retracted: true })).lines.map((l) => l.source.slug)).toContain(slug);
  });
});
