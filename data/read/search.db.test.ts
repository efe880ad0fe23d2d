import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { command, succeed } from "@/data/testing/world";
import type { View } from "@/domain/claims";
import type { FacetUnit } from "@/domain/search-facets";
import type { SearchKind } from "@/domain/search-hits";
import { whyWords } from "@/domain/search-why";
import { holds, readSearch, searchText } from "@/domain/search-words";
import { readSearchQuery, type SearchFilter } from "@/formats/search-query";
import { searchAnything } from "./search-anything";
import { searchFacets } from "./search-facets";
import { searchForgiving } from "./search-forgiving";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  const alias = (kind: string, text: string) => ({ kind, text });
  await succeed(t.prisma, [
    command({
      kind: "create-device",
      slug: "huawei-mate-10-porsche",
      manufacturer: "huawei",
      name: "Huawei Mate 10 Porsche Edition",
      deviceKind: "phone",
      announced: null,
      aliases: [alias("model", "BLA-A09"), alias("code-name", "Blanc")],
    }),
  ]);
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-25", known: null, record: null };
const NONE = readSearchQuery({}).query.filter;
type More = { view?: View; filter?: SearchFilter; kind?: SearchKind; page?: number; size?: number };
const find = (text: string, more: More = {}) =>
  searchForgiving(t.prisma, {
    words: readSearch(text),
    view: TODAY,
    filter: NONE,
    kind: null,
    page: 1,
    size: 50,
    ...more,
  });
const named = async (text: string, kind: SearchKind, more: More = {}) => {
  const { groups } = await find(text, more);
  return groups.find((group) => group.kind === kind)?.hits.map(({ name }) => name) ?? [];
};
const whyFirst = async (text: string) => {
  const [group] = (await find(text)).groups;
  const hit = group?.hits[0];
  return hit && [hit.name, whyWords(hit.why)];
};

describe("a search", () => {
  it.each([
    ["mate 10 verizon", ["Huawei Mate 10 Pro at Verizon", "device, carrier"]],
    ["mate10pro", ["Huawei Mate 10 Pro", "other name Mate 10 Pro"]],
    ["BLA-A09", ["Huawei Mate 10 Porsche Edition", "model number BLA-A09"]],
    ["bla a09", ["Huawei Mate 10 Porsche Edition", "model number BLA-A09"]],
    ["huawei blaa09", ["Huawei Mate 10 Porsche Edition", "name, model number BLA-A09"]],
    ["blanc", ["Huawei Mate 10 Porsche Edition", "code name Blanc"]],
    ["Huawei", ["Huawei", "name"]],
    ["hauwei", ["Huawei", "name, spelled alike"]],
    ["vodafnoe uk", ["Vodafone UK", "name, spelled alike"]],
    ["AT&T", ["AT&T", "name"]],
    ["att", ["AT&T", "name"]],
  ])("for %s finds first %j", async (text, first) => expect(await whyFirst(text)).toEqual(first));

  it("forgives a slip in one of its words and says what it took it for", async () => {
    const { meant } = await find("huwei mate");
    expect(meant).toBe("huawei mate");
    const devices = await named("huwei mate", "device");
    expect(devices).toEqual(await named("huawei mate", "device"));
    expect(devices).toContain("Huawei Mate 10 Pro");
  });

  it("finds a deal also with a slip and without blanks", async () => {
    expect(await named("mate10pro verizn", "deal")).toEqual(["Huawei Mate 10 Pro at Verizon"]);
  });

  it("does not mind accents, in either", async () => {
    const carriers = await named("telefonica", "carrier");
    expect(carriers).toContain("Movistar");
    expect(await named("TELEFÓNICA", "carrier")).toEqual(carriers);
  });

  it("lists all of an ambiguous name", async () => {
    expect(await named("Vodafone", "carrier")).toHaveLength(7);
    expect(await named("Cricket", "carrier")).toEqual([
      "Cricket Wireless",
      "Cricket Communications (Leap Wireless)",
    ]);
  });

  it("finds who said something, and sources by publisher and headline", async () => {
    const said = (await find("richard yu")).groups.find(({ kind }) => kind === "said");
    expect(said?.hits.every(({ name }) => name.includes("Richard Yu"))).toBe(true);
    expect(await named("bloomberg verizon huawei", "source")).not.toEqual([]);
    expect(await named("entity list huawei", "policy-action")).toContain("Huawei placed on the Entity List");
  });

  it("takes every word: none is left out to find more", async () => {
    const { totals, suggestions } = await find("mate 10 xyzzyx");
    expect(totals).toEqual({});
    expect(suggestions).toEqual(["Mate 10 Pro", "mate", "10"]);
  });

  it.each([
    ["huawei", 1],
    ["huwei", 3],
  ])(
    "for %s asks %i times: more than once only when nothing is found as it is typed",
    async (text, times) => {
      let asked = 0;
      const db = new Proxy(t.prisma, {
        get(client, name) {
          if (name === "$queryRaw") asked += 1;
          return Reflect.get(client, name);
        },
      });
      const words = readSearch(text);
      await searchForgiving(db, { words, view: TODAY, filter: NONE, kind: null, page: 1, size: 6 });
      expect(asked).toBe(times);
    },
  );

  it("is not misled by what looks like a pattern, SQL or markup", async () => {
    for (const text of [
      "%",
      "_____",
      "a%' OR 1=1 --",
      "\\",
      "<script>alert(1)</script>",
      "__proto__",
      "((((((((((",
    ]) {
      expect((await find(text.concat(" zz"))).totals.device ?? 0).toBe(0);
    }
  });

  it("pages within a kind; a page past the end is the last", async () => {
    const all = await named("huawei", "device");
    const paged = [];
    for (const page of [1, 2, 3, 99])
      paged.push(await named("huawei", "device", { kind: "device", page, size: 10 }));
    expect([...(paged[0] ?? []), ...(paged[1] ?? []), ...(paged[2] ?? [])]).toEqual(all);
    expect(paged[3]).toEqual(paged[2]);
    expect((await find("huawei", { kind: "device" })).totals.source).toBeGreaterThan(50);
  });
});

describe("a search for an address", () => {
  const at = (text: string, more: More = {}) =>
    searchAnything(t.prisma, { text, view: TODAY, filter: NONE, kind: null, page: 1, size: 6, ...more });

  it("finds the source there, however the address is spelled, and only when it was published", async () => {
    const { url, slug } = await t.prisma.source.findFirstOrThrow({
      where: { url: { not: null }, publishedLatest: { gte: new Date("2018-06-01") } },
    });
    const bare = (url ?? "").replace(/^https?:\/\//, "");
    for (const text of [url ?? "", bare, `http://${bare}`, `https://www.${bare.replace(/^www\./, "")}#top`]) {
      const { groups, totals } = await at(text);
      expect([text, totals, groups[0]?.hits[0]?.slug]).toEqual([text, { source: 1 }, slug]);
    }
    const [hit] = (await at(bare)).groups[0]?.hits ?? [];
    expect(hit && whyWords(hit.why)).toBe("its address");
    const then: View = { on: "2018-01-20", known: "2018-01-20", record: null };
    expect((await at(bare, { view: then })).totals.source ?? 0).toBe(0);
  });

  it("that is not on record is a search like any other", async () => {
    expect((await at("https://example.test/nothing/here")).totals).toEqual({});
  });
});

/** What each device and carrier is called, with its parent, and its maker's names. */
async function calledInRecord() {
  const texts = await t.sql<{ side: "device" | "carrier"; slug: string; text: string }>(
    `SELECT 'device' AS side, d.slug, x.text FROM device d JOIN manufacturer m ON m.id = d.manufacturer_id
     CROSS JOIN LATERAL (SELECT d.name UNION SELECT m.name || ' ' || coalesce(m.parent, '')
       UNION SELECT a.text FROM alias a WHERE a.device_id = d.id OR a.manufacturer_id = m.id) x (text)
     UNION ALL
     SELECT 'carrier', c.slug, x.text FROM carrier c
     CROSS JOIN LATERAL (SELECT c.name || ' ' || coalesce(c.parent, '') UNION SELECT a.text FROM alias a WHERE a.carrier_id = c.id) x (text)`,
  );
  const called = { device: new Map<string, string[]>(), carrier: new Map<string, string[]>() };
  for (const { side, slug, text } of texts)
    called[side].set(slug, [...(called[side].get(slug) ?? []), searchText(text)]);
  const deals = await t.sql<{ device: string; carrier: string }>(
    `SELECT d.slug AS device, c.slug AS carrier FROM deal x JOIN device d ON d.id = x.device_id JOIN carrier c ON c.id = x.carrier_id`,
  );
  return { called, deals };
}

it("finds every deal whose device and carrier hold all words between them, and no other", async () => {
  const { called, deals } = await calledInRecord();
  const deal = fc.constantFrom(...deals);
  const wordsOf = (texts: readonly string[] = []) => texts.flatMap((text) => text.trim().split(" "));
  const search = fc
    .record({
      deal,
      other: deal,
      size: fc.integer({ min: 1, max: 3 }),
      picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    })
    .map(({ deal, other, size, picks }) => {
      // Words of one deal, now and then one of another.
      const own = [...wordsOf(called.device.get(deal.device)), ...wordsOf(called.carrier.get(deal.carrier))];
      const strange = wordsOf(called.carrier.get(other.carrier));
      return picks
        .slice(0, size)
        .map((n) => (n % 5 === 0 ? strange : own)[n % (n % 5 === 0 ? strange : own).length] ?? "")
        .map((word) => word.slice(0, 4 + (word.length % 4)))
        .join(" ");
    });
  await fc.assert(
    fc.asyncProperty(search, async (text) => {
      const words = readSearch(text);
      fc.pre(words.words.length > 0);
      const whole = { typed: words.whole, keys: [words.whole] };
      const held = (texts: readonly string[] = []) =>
        words.words.map((word) => texts.some((one) => holds(one, word) || holds(one, whole)));
      const expected = deals.filter(({ device, carrier }) => {
        const [d, c] = [held(called.device.get(device)), held(called.carrier.get(carrier))];
        return d.every((here, i) => here || c[i]);
      });
      const { totals } = await find(text, { kind: "deal" });
      const { meant } = await find(text);
      fc.pre(meant === null);
      expect(totals.deal ?? 0).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
});

describe("a search under another view", () => {
  const known = (day: string): View => ({ on: day, known: day, record: null });

  it("finds no source, policy action or word that was not published", async () => {
    const now = (await find("huawei")).totals;
    const then = (await find("huawei", { view: known("2018-01-20") })).totals;
    expect(then.source).toBeLessThan(now.source ?? 0);
    expect(then.said).toBeLessThan(now.said ?? 0);
    expect(then["policy-action"]).toBeLessThan(now["policy-action"] ?? 0);
    expect(then.device).toBe(now.device);
  });

  it("says the status of a deal on the day", async () => {
    const status = async (view: View) => (await find("mate 10 verizon", { view })).groups[0]?.hits[0]?.status;
    expect(await status(known("2018-01-20"))).toBe("planned");
    expect(await status(known("2018-02-01"))).toBe("withdrawn");
  });

  it("finds nothing in a record of before the load", async () => {
    const view = { ...TODAY, record: "2001-01-01T00:00:00.000Z" };
    expect((await find("huawei", { view })).totals).toEqual({});
  });
});

describe("facets", () => {
  const facets = (text: string, unit: FacetUnit, filter: SearchFilter, view: View) =>
    searchFacets(t.prisma, { words: readSearch(text), view, filter, unit });

  it.each<[string, FacetUnit, Partial<SearchFilter>, View]>([
    ["huawei", "deal", {}, TODAY],
    ["huawei", "device", {}, TODAY],
    ["galaxy", "deal", { evidence: "one-origin" }, TODAY],
    ["galaxy", "device", { status: "withdrawn" }, TODAY],
    ["verizon", "deal", { country: "US" }, { on: "2018-06-01", known: "2018-06-01", record: null }],
  ])("of %s (%s, %j): each number is that of the rows behind it", async (text, unit, some, view) => {
    const filter = { ...NONE, ...some };
    const values = (await facets(text, unit, filter, view)).filter(({ count }) => count > 0);
    expect(values.length).toBeGreaterThan(4);
    for (const { facet, value, count } of values) {
      const narrowed = { ...filter, [facet]: value } as SearchFilter;
      const { totals, groups } = await find(text, { view, filter: narrowed, kind: unit, size: 500 });
      expect([facet, value, totals[unit], groups[0]?.hits.length]).toEqual([facet, value, count, count]);
    }
  });

  it("leave the deals that they name", async () => {
    const filter: SearchFilter = { ...NONE, evidence: "anonymous", status: "withdrawn" };
    expect(await named("huawei", "deal", { filter })).toEqual(["Huawei Mate 10 Pro at Verizon"]);
    expect(await named("huawei", "device", { filter })).toEqual(["Huawei Mate 10 Pro"]);
  });

  it("that leave nothing do not make the search mean something else", async () => {
    const found = await find("huawei", { filter: { ...NONE, country: "BR" } });
    expect([found.totals, found.meant]).toEqual([{}, null]);
  });
});
