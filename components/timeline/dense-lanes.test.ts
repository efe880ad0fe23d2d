import { expect, it } from "vitest";
import type { Markup } from "@/components/ui/markup";
import { type DealLane, type DeviceRef, type ListingEntry, laneOf } from "@/domain/device-history";
import { claim, date, evidence, graphOf, source } from "@/domain/testing/samples";
import { axisOf } from "./axis";
import { denseLanes, denseRetailers } from "./dense-lanes";
import { sceneOn } from "./scene";
import { claimWords } from "./words";

/** The lanes of hundreds of carriers are text: that no name, claim or state is lost in it, and no name can end its place. */

const graph = graphOf([source("paper", "2018-01-02")]);
const view = { on: "2018-06-01", known: null, record: null };
const DEVICE: DeviceRef = {
  id: "device",
  slug: "phone",
  name: "Phone",
  kind: "phone",
  announced: date("2018-01"),
  manufacturer: { id: "maker", slug: "maker", name: "Maker" },
  aliases: [],
};

function lane(n: number, name = `Carrier ${n}`): DealLane {
  const own = { evidence: [evidence("paper")] };
  const claims = [
    claim("planned", "2018-01", { id: `planned-${n}`, ...own }),
    ...(n % 2 === 0 ? [claim("carried", "2018-03-01", { id: `carried-${n}`, ...own })] : []),
  ];
  const carrier = {
    id: `carrier-${n}`,
    slug: `carrier-${n}`,
    name,
    country: n % 3 === 0 ? "GB" : "US",
    kind: "MNO" as const,
    host: null,
  };
  return laneOf({ id: `deal-${n}`, carrier }, n === 7 ? [] : claims, [], graph, view);
}

const axis = axisOf(["2018-01-01", "2018-06-01"]);
if (!axis) throw new Error("no axis");
const scene = {
  ...sceneOn(axis, { view, today: "2026-01-01", query: { on: view.on } }),
  path: "/devices/phone",
  selected: "carried-2",
  hrefOf: (id: string) => `/devices/phone?on=2018-06-01&claim=${id}#claim`,
};

const textOf = (pieces: Iterable<Markup>): string => [...pieces].map(({ text }) => text).join("");

it("has a lane a carrier under its country, and a link a claim that says the claim in words", () => {
  const lanes = Array.from({ length: 60 }, (_, i) => lane(i));
  const text = textOf(denseLanes(lanes, DEVICE, scene));
  expect(text.match(/<h2 class='gh'>/g)).toHaveLength(2);
  expect(text).toContain("<h2 class='gh'>United States<i>40 carriers</i></h2>");
  expect(text.match(/<div class='lane/g)).toHaveLength(60);
  const links = [...text.matchAll(/<a class='bar' href='([^']+)'[^>]*><title>([^<]*)<\/title>/g)];
  const claims = lanes.flatMap((l) => l.history);
  expect(new Map(links.map(([, href, words]) => [href, words]))).toEqual(
    new Map(claims.map((e) => [`?on=2018-06-01&amp;claim=${e.claim.id}#claim`, claimWords(e)])),
  );
  for (const { carrier } of lanes)
    expect(text).toContain(`href='/deals/phone/${carrier.slug}?on=2018-06-01'>${carrier.name}</a>`);
});

it("marks the open claim and its lane, and says where a deal has no status", () => {
  const text = textOf(denseLanes([lane(2), lane(7)], DEVICE, scene));
  expect(text.match(/class='lane selr'/g)).toHaveLength(1);
  expect(text).toMatch(/claim=carried-2#claim' aria-current='true'/);
  expect(text.match(/aria-current/g)).toHaveLength(1);
  expect(text.match(/no status yet/g)).toHaveLength(1);
  expect(text.match(/<b aria-hidden='true'>C<\/b>carried/g)).toHaveLength(1);
});

it("says a name that is cut off whole on hover", () => {
  const text = textOf(denseLanes([lane(2), lane(4, "A Carrier of Many Words")], DEVICE, scene));
  expect(text.match(/ title='A Carrier of Many Words'>/g)).toHaveLength(1);
  expect(text).not.toContain("title='Carrier 2'");
});

it("escapes names in every place", () => {
  const text = textOf(denseLanes([lane(2, 'Tom\'s <b>&"Co"</b>')], DEVICE, scene));
  expect(text).not.toContain("<b>&");
  expect(text).not.toContain("Tom's");
  expect(text.match(/Tom&#39;s &lt;b&gt;&amp;&quot;Co&quot;&lt;\/b&gt;/g)).toHaveLength(3);
});

it("draws retailers under their market, with each listing in words and what it comes to on the day", () => {
  const [like] = lane(1).history;
  if (!like) throw new Error("no claim");
  const listing = (id: string, from: string, to: string | null): ListingEntry => ({
    ...like,
    listing: {
      ...like.claim,
      ...{ id, device: "device", retailer: "shop", market: "GB" },
      ...{ from: date(from), to: to === null ? null : date(to) },
    },
    published: "2018-03-01",
  });
  const retailer = (name: string) => ({ id: name, slug: "shop", name, kind: "shop" as const });
  const text = textOf(
    denseRetailers(
      [
        {
          retailer: retailer("Tom's"),
          market: "GB",
          entries: [listing("first", "2018-01", "2018-03"), listing("second", "2018-04-01", null)],
        },
        { retailer: retailer("Later"), market: "GB", entries: [listing("third", "2018-09-01", null)] },
      ],
      { ...scene, selected: "second" },
    ),
  );
  expect(text.match(/<h2 class='gh'>/g)).toHaveLength(1);
  expect(text).toContain("<h2 class='gh'>Retailers, United Kingdom<i>2, unlocked</i></h2>");
  expect([...text.matchAll(/<title>([^<]*)<\/title>/g)].map(([, words]) => words)).toEqual([
    "on sale from 1 Sep 2018, no end known",
    "on sale from Jan 2018, ended Mar 2018",
    "on sale from 1 Apr 2018, no end known",
  ]);
  expect([...text.matchAll(/<div class='stt'>([^<]*)</g)].map(([, words]) => words)).toEqual([
    "from 1 Sep 2018",
    "on sale",
  ]);
  expect(text).toMatch(/claim=second#claim' aria-current='true'/);
  expect(text.match(/class='lane selr'/g)).toHaveLength(1);
  expect(text.match(/#end-listing/g)).toHaveLength(2);
  expect(text.match(/class='d-listing slope rise'/g)).toHaveLength(1);
  expect(text).toContain("href='/retailers/shop?on=2018-06-01'>Tom&#39;s</a>");
});
