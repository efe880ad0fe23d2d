import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { ownLedger } from "./ledger";

/** A device at more carriers than have room for full lanes: the dossier has none, so one is made. */

const CARRIERS = 42;

test("forty-two carriers are drawn densely: every claim opens, by mouse, by keyboard and without script", async ({
  page,
  browser,
}) => {
  const own = await ownLedger("Weka Works");
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
  const path = `/devices/${own.device}`;
  await gotoHearing(page, path);
  const bars = page.locator(".dense a.bar");
  await expect(bars).toHaveCount(CARRIERS);
  await expectAccessible(page);
  await bars.nth(3).click();
  await expect(page).toHaveURL(/claim=/);
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText("1 article, 1 origin");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);

  // The document carries the lanes once. They are there, too, when the router comes back to it, and when it brings them itself.
  const sent = await (await page.request.get(path)).text();
  expect(sent.match(/class='lane'/g)).toHaveLength(CARRIERS);
  await gotoHearing(page, path);
  await page.getByRole("navigation", { name: "Where this is" }).getByRole("link", { name: own.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: own.name, exact: true })).toBeVisible();
  await expect(bars).toHaveCount(0);
  await page.goBack();
  await expect(bars).toHaveCount(CARRIERS);
  await gotoHearing(page, `/manufacturers/${own.slug}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: `${own.name} Phone`, exact: true })
    .first()
    .click();
  await expect(bars).toHaveCount(CARRIERS);
  await bars.nth(5).focus();
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(bars.first()).toBeVisible();

  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(path);
  await bare.locator(".dense a.bar").nth(3).click();
  await expect(bare.getByRole("complementary")).toContainText("1 article, 1 origin");
  await bare.context().close();
});
