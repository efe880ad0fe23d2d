import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { readCsv } from "@/formats/csv";
import { expectAccessible } from "./axe";

/** Lists, and the pages of carriers, manufacturers and retailers: what they say, and that every number opens what it counts. */

const total = async (page: Page) =>
  Number((await page.locator(".lead b").first().innerText()).match(/[\d,]+/)?.[0]?.replaceAll(",", ""));
const rows = (page: Page) => page.locator("table.list tbody tr");

/** Rows of the list at an address, over all its pages. */
async function countRows(page: Page, address: string): Promise<number> {
  let [count, next]: [number, string | null] = [0, address];
  while (next !== null) {
    const answer: APIResponse = await page.request.get(next);
    expect([next, answer.status()]).toEqual([next, 200]);
    const found = await page.evaluate(
      (html) => {
        const read = new DOMParser().parseFromString(html, "text/html");
        const on = read.querySelector(".pager a[rel=next]");
        return { rows: read.querySelectorAll("table.list tbody tr").length, next: on?.getAttribute("href") };
      },
      await answer.text(),
    );
    count += found.rows;
    next = found.next ?? null;
  }
  return count;
}

/** Each of some links is a number that its address shows as many rows for. */
async function expectToCount(page: Page, links: { n: number; href: string }[]): Promise<void> {
  for (const { n, href } of links) expect([href, await countRows(page, href)]).toEqual([href, n]);
}

/** Numbers with their addresses, of the deals, devices or carriers that they open. */
const numbersIn = async (page: Page, selector: string) =>
  (
    await page
      .locator(`${selector} a`)
      .evaluateAll((all) =>
        all.map((a) => ({ text: a.textContent ?? "", href: a.getAttribute("href") ?? "" })),
      )
  )
    .filter(
      ({ text, href }) =>
        /^[\d,]+$/.test(text.trim()) && /^\/(deals|devices|carriers|retailers)\b/.test(href),
    )
    .map(({ text, href }) => ({ n: Number(text.replaceAll(",", "")), href }));

test("from the list of devices a filter leads to a device", async ({ page }) => {
  await page.goto("/devices");
  expect(await total(page)).toBeGreaterThan(100);
  await page.getByLabel("Manufacturer").selectOption({ label: "Huawei" });
  await page.getByLabel("At carrier").selectOption("verizon");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/manufacturer=huawei.*carrier=verizon/);
  await rows(page).getByRole("link", { name: "Huawei Mate 10 Pro", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huawei Mate 10 Pro");
});

test("a list is sorted by a click on a head, and says so", async ({ page }) => {
  await page.goto("/devices");
  await page.getByRole("link", { name: "Deals" }).click();
  const head = page.getByRole("columnheader", { name: "Deals" });
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const first = Number(await rows(page).first().getByRole("cell").last().innerText());
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(first).toBeGreaterThan(5);
});

test("a name that is typed, with blanks missing, finds a device", async ({ page }) => {
  await page.goto("/devices?q=mate10pro");
  await expect(rows(page)).toHaveCount(1);
});

test("deals are narrowed by facets whose numbers are what they leave", async ({ page }) => {
  await page.goto("/deals?manufacturer=samsung");
  const facets = page.getByRole("navigation", { name: "Narrow the list" });
  for (const name of [/^withdrawn/, /^stale/, /^one unofficial origin/]) {
    const facet = facets.getByRole("link", { name });
    const n = Number((await facet.innerText()).match(/(\d+)$/)?.[1]);
    await facet.click();
    await expect(page.locator(".lead b").first()).toContainText(`${n} deal`);
    await page.goto("/deals?manufacturer=samsung");
  }
  await facets.getByRole("link", { name: /^withdrawn/ }).click();
  await expect(facets.getByRole("link", { name: /^withdrawn/ })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("list", { name: "Filters in force" })).toContainText("devices of Samsung");
});

test("a carrier's portfolio on a past day is that of the day, and links keep it", async ({ page }) => {
  await page.goto("/carriers/verizon?on=2018-01-20&known=2018-01-20");
  await expect(page.locator(".lead b").first()).toContainText("As published by 20 Jan 2018: Verizon sells");
  const mate = rows(page).filter({ hasText: "Huawei Mate 10 Pro" });
  await expect(mate).toContainText("planned");
  await expect(page.locator('main a[href*="/edit"]')).toHaveCount(0);
  await mate.getByRole("link", { name: "Huawei Mate 10 Pro" }).click();
  await expect(page).toHaveURL(/known=2018-01-20/);
  await page.goto("/carriers/verizon");
  await expect(rows(page).filter({ hasText: "Huawei Mate 10 Pro" })).toContainText("withdrawn");
});

test("every number of a carrier's page opens as many rows", async ({ page }) => {
  await page.goto("/carriers/att?on=2019-06-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("AT&T");
  for (const twin of await page.locator("details:not(.menu)").all())
    await twin.evaluate((d) => d.setAttribute("open", ""));
  const links = await numbersIn(page, "main");
  const different = [...new Map(links.map((l) => [l.href, l])).values()];
  expect(different.length).toBeGreaterThan(20);
  await expectToCount(
    page,
    different.filter((_, i) => i % 4 === 0),
  );
});

test("the numbers of how long devices stay open the spells that they count, in the view", async ({
  page,
}) => {
  await page.goto("/carriers/att?on=2019-06-01");
  const stay = page.locator(".chart").filter({ hasText: "How long devices stay" });
  await stay.getByText("Table", { exact: true }).click();
  const links = (await numbersIn(page, ".chart")).filter(({ href }) => href.includes("/spells"));
  const different = [...new Map(links.map((l) => [l.href, l])).values()];
  expect(different.length).toBeGreaterThan(5);
  await expectToCount(page, different);
  await page.goto("/carriers/att/spells?on=2019-06-01");
  await page.locator("summary", { hasText: "Download" }).click();
  const csv = await page.getByRole("link", { name: /^CSV/ }).first().getAttribute("href");
  const read = readCsv(await (await page.request.get(csv ?? "")).text());
  expect(read.ok && read.rows.length - 1).toBe(await countRows(page, page.url()));
  const facets = page.getByRole("navigation", { name: "Narrow the list" });
  const then = facets.getByRole("link", { name: /^then .*withdrawn/ });
  const n = Number((await then.innerText()).match(/(\d+)$/)?.[1]);
  await then.click();
  await expect(page.locator(".lead b").first()).toContainText(`${n} spells on sale at AT&T match.`);
  await expect(rows(page)).toHaveCount(n);
  await rows(page)
    .filter({ hasText: "Galaxy Note 7" })
    .first()
    .getByRole("link", { name: /withdrawn/ })
    .click();
  await expect(page).toHaveURL(/\/deals\/samsung-galaxy-note-7\/att\?on=2019-06-01/);
});

test("a manufacturer's page says how far it reaches, and its numbers hold", async ({ page }) => {
  await page.goto("/manufacturers/huawei");
  await expect(page.locator(".lead b").first()).toHaveText(
    /^Huawei had devices last known on sale at \d+ carriers in \d+ countries\.$/,
  );
  const reach = page.locator(".lead").getByRole("link").first();
  const n = Number((await reach.innerText()).match(/^\d+/)?.[0]);
  const href = (await reach.getAttribute("href")) ?? "";
  await expect(
    page
      .locator(".mx")
      .getByRole("link", { name: /^EE: paused/ })
      .first(),
  ).toBeVisible();
  await expect(page.locator("#statements")).toBeVisible();
  const links = await numbersIn(page, ".chart, .strip");
  const some = [...new Map(links.map((l) => [l.href, l])).values()].filter((_, i) => i % 6 === 0);
  await expectToCount(page, [{ n, href }, ...some]);
});

test("a retailer's page says what it lists, and since when", async ({ page }) => {
  await page.goto("/retailers/best-buy?on=2018-03-01");
  const listed = Number((await page.locator(".lead a").first().innerText()).match(/^\d+/)?.[0]);
  await page.locator(".lead a").first().click();
  await expect(page).toHaveURL(/state=listed/);
  await expect(rows(page)).toHaveCount(listed);
  await expect(rows(page).filter({ hasText: "Huawei Mate 10 Pro" })).toContainText("18 Feb 2018");
});

test("an MVNO names its host, and the host its guests", async ({ page }) => {
  await page.goto("/carriers/boost-mobile");
  await page.getByRole("link", { name: "Sprint" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sprint");
  await expect(page.locator(".meta")).toContainText("Boost Mobile");
});

for (const [path, near] of [
  ["/carriers/verizonn", "Verizon"],
  ["/carriers/verizonn/spells", "Verizon"],
  ["/manufacturers/huawai", "Huawei"],
  ["/retailers/best-bui", "Best Buy"],
] as const) {
  test(`${path} is not there, and near names are`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await page.getByRole("link", { name: near, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(near);
  });
}

test("a filter that cannot be read is said, and one with no hits says what to do", async ({ page }) => {
  await page.goto("/deals?status=sold&country=xx");
  await expect(page.getByRole("alert").filter({ hasText: '"sold" is not a status' })).toBeVisible();
  await page.goto("/deals?carrier=verizon&manufacturer=fairphone");
  await expect(page.locator(".empty")).toContainText("No deal matches all of this.");
});

const PAGES = [
  "/devices",
  "/carriers?manufacturer=huawei",
  "/manufacturers",
  "/retailers",
  "/deals?manufacturer=huawei&status=planned",
  "/carriers/verizon?on=2018-01-20&known=2018-02-01",
  "/carriers/att/spells?maylast=12",
  "/manufacturers/huawei",
  "/retailers/best-buy",
];
for (const path of PAGES) {
  test(`axe finds nothing, and a phone does not scroll sideways: ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
