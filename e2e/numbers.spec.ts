import { expect, type Page, test } from "@playwright/test";
import { listedAt, numbersOf, someOf } from "./numbers";

/**
 * Every number opens the records that it counts, and the two agree. The numbers are found on the page; of each place where they
 * stand (a column of a table, the picture of a chart, a sentence) some are opened: those of one place are counted by one query,
 * which the tests beside the reads compare with the claims.
 */

async function expectCounted(page: Page, address: string, most: number) {
  await page.goto(address);
  const counted = await numbersOf(page);
  // What leads to the same records says the same number, in a picture, its table and wherever else it stands.
  const saying = new Map(counted.map((c) => [c.address, c.says]));
  const alike = counted.filter(({ address: to }) => !to.startsWith("/carriers?"));
  expect(alike.filter(({ address: to, says }) => saying.get(to) !== says)).toEqual([]);
  for (const { says, address: to, part } of someOf(counted, most))
    expect([part, to, await listedAt(page, to)]).toEqual([part, to, expect.arrayContaining([says])]);
  return counted;
}

/** Each chart of the overview has numbers that are drawn and numbers in its table. */
const CHARTS = [
  "status-over-time",
  "reasons",
  "outcome-of-plans",
  "certainty",
  "days-to-outcome",
  "withdrawals",
  "slips",
  "movers",
];

for (const address of ["/", "/?country=US&years=2016/2018&on=2019-06-01&known=2019-06-01"]) {
  test(`every number of ${address} is that of the records behind its link`, async ({ page }) => {
    test.setTimeout(180_000);
    const counted = await expectCounted(page, address, 2);
    expect(counted.length).toBeGreaterThan(100);
    const parts = counted.map(({ part }) => part);
    for (const chart of CHARTS)
      expect(parts).toEqual(
        expect.arrayContaining([`${chart} picture`, expect.stringMatching(`^${chart} column`)]),
      );
  });
}

/** Pages of other kinds under views of the past, and how many numbers each has at least. */
const PAGES = [
  ["/carriers/verizon?on=2018-01-20&known=2018-02-01", 100],
  ["/manufacturers/huawei?on=2019-12-01", 60],
  ["/sources?known=2018-02-01", 50],
  ["/sources/bloomberg-20180130-verizon", 8],
  ["/retailers?on=2018-06-01", 20],
  ["/manufacturers?on=2018-06-01&known=2018-06-01", 80],
  ["/devices?manufacturer=huawei", 40],
  ["/carriers?country=US&on=2019-01-01", 20],
  ["/deals?manufacturer=huawei&on=2019-01-01", 12],
  ["/carriers/att/spells?known=2020-01-01", 4],
  ["/matrix?on=2019-06-01&manufacturer=huawei", 8],
] as const;

test("so is every number of the other pages, under views of the past", async ({ page }) => {
  test.setTimeout(180_000);
  for (const [address, least] of PAGES) {
    const counted = await expectCounted(page, address, 1);
    expect([address, counted.length >= least]).toEqual([address, true]);
  }
});
