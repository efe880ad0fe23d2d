import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";

/** The overview, narrowed by its form. That its numbers open what they count is in numbers.spec.ts. */

const numberIn = (text: string) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);

test("readable in light and dark", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
});

test("readable on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?manufacturer=huawei");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
});

test("narrowed by its form to a maker, a market and years", async ({ page }) => {
  await page.goto("/");
  const whole = await page.locator(".strip dd").first().innerText();
  await page.getByRole("combobox", { name: "Market" }).selectOption({ label: "United States" });
  await page.getByRole("combobox", { name: "Manufacturer" }).selectOption({ label: "Huawei" });
  await page.getByRole("combobox", { name: "Years" }).fill("2016/2018");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/country=US/);
  expect(numberIn(await page.locator(".strip dd").first().innerText())).toBeLessThan(numberIn(whole));
  await expect(page.getByRole("heading", { name: "How long plans stay open" })).toBeAttached();
  const trend = page.locator("section.chart").first();
  await trend.locator("summary", { hasText: "Table" }).click();
  await expect(trend.getByRole("rowheader").first()).toContainText("2016");

  await page.getByRole("combobox", { name: "Years" }).fill("2018/2016");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("alert").first()).toContainText("a span of years such as 2016/2018");
});

test("its charts, which only the document brings, are there again on the way back", async ({ page }) => {
  await page.goto("/");
  const drawn = () =>
    page.locator("section.chart :is(svg.pic, table)").evaluateAll((all) => all.map((one) => one.outerHTML));
  const before = await drawn();
  expect(before.length).toBeGreaterThan(15);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.locator("#policy").locator("..").getByRole("link", { name: "All" }).click();
  await expect(page).toHaveURL(/policy/);
  await page.goBack();
  await expect.poll(drawn).toEqual(before);
  // The router went, not the browser.
  expect(await page.evaluate(() => "stayed" in window)).toBe(true);
});

test("a maker without a deal on the day: one sentence, and a way on", async ({ page }) => {
  await page.goto("/?on=1999-01-01");
  await expect(page.locator(".empty")).toContainText("No deal has a status on this day");
  await page.getByRole("link", { name: "see the whole record today" }).click();
  await expect(page.locator(".strip")).toBeVisible();
});
