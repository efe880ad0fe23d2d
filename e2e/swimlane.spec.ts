import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { ownLedger } from "./ledger";

/** A device at more carriers than have room for full lanes: the dossier has none, so one is made. */

const CARRIERS = 42;

let own: Awaited<ReturnType<typeof ownLedger>>;
test.beforeAll(async () => {
  own = await ownLedger("Weka Works");
  await own.publish("2016-03-01");
  const slugs = Array.from({ length: CARRIERS }, (_, i) => `${own.slug}-c${i}`);
  await own.run(
    ...slugs.map((slug, i) => ({
      kind: "create-carrier",
      slug,
      name: `${own.name} Net ${i}`,
      country: i % 2 === 0 ? "NZ" : "AU",
      carrierKind: "MNO",
      host: null,
      parent: null,
      aliases: [],
    })),
    ...slugs.map((carrier, i) => ({
      kind: "record-status",
      device: own.device,
      carrier,
      version: 0,
      ...own.said(i % 3 === 0 ? "planned" : "carried", i % 5 === 0 ? "2016-03" : "2016-03-01", "2016-03-01"),
    })),
  );
});

const pathOf = () => `/devices/${own.device}`;
const bars = (page: Page) => page.locator(".dense a.bar");
const panel = (page: Page) => page.getByRole("complementary");

test("forty-two carriers are drawn densely, and every claim opens by mouse", async ({ page }) => {
  await gotoHearing(page, pathOf());
  await expect(bars(page)).toHaveCount(CARRIERS);
  await expectAccessible(page);
  await bars(page).nth(3).click();
  await expect(page).toHaveURL(/claim=/);
  await expect(panel(page)).toContainText("1 article, 1 origin");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
});

test("the document carries the lanes once, and every claim opens without script", async ({
  page,
  browser,
}) => {
  const sent = await (await page.request.get(pathOf())).text();
  expect(sent.match(/class='lane'/g)).toHaveLength(CARRIERS);
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(pathOf());
  await bare.locator(".dense a.bar").nth(3).click();
  await expect(bare.getByRole("complementary")).toContainText("1 article, 1 origin");
  await bare.context().close();
});

test("the lanes stand when the router comes back to them and when it brings them itself, by keyboard and on a phone", async ({
  page,
}) => {
  await gotoHearing(page, pathOf());
  await page.getByRole("navigation", { name: "Where this is" }).getByRole("link", { name: own.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: own.name, exact: true })).toBeVisible();
  await expect(bars(page)).toHaveCount(0);
  await page.goBack();
  await expect(bars(page)).toHaveCount(CARRIERS);
  await gotoHearing(page, `/manufacturers/${own.slug}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: `${own.name} Phone`, exact: true })
    .first()
    .click();
  await expect(bars(page)).toHaveCount(CARRIERS);
  await bars(page).nth(5).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(bars(page).first()).toBeVisible();
});
