import { expect, test } from "@playwright/test";
import { gotoHearing } from "./heard";

const MATE = "/devices/huawei-mate-10-pro";

test("the clock moves without a new page: field, slider, presets, keys", async ({ page }) => {
  await gotoHearing(page, `${MATE}?on=2018-01-20`);
  await page.evaluate(() => {
    document.body.dataset.same = "yes";
  });
  const same = () => page.evaluate(() => document.body.dataset.same);
  const field = page.getByLabel("World on", { exact: true });
  await field.fill("2018-02-01");
  await field.press("Enter");
  await expect(page).toHaveURL(/on=2018-02-01/);
  await expect(page.getByRole("status")).toHaveText("The world on 1 Feb 2018");
  // A day later by one key on the slider; field, sentence and address follow.
  await page.getByRole("slider", { name: "World on, as a slider" }).press("ArrowRight");
  await expect(page).toHaveURL(/on=2018-02-02/);
  await expect(field).toHaveValue("2018-02-02");
  await page.getByText("Go to", { exact: true }).click();
  await page.getByRole("link", { name: "What was published by this day" }).click();
  await expect(page).toHaveURL(/known=2018-02-02/);
  await expect(page.getByRole("status")).toHaveText("The world on 2 Feb 2018, as published by that day");
  await page.getByText("Go to", { exact: true }).click();
  await page.getByRole("link", { name: /^First event/ }).click();
  await expect(page.getByRole("link", { name: /Previous event/ })).toHaveCount(0);
  await page.locator("h1").click();
  await page.keyboard.press("]");
  await expect(page.getByRole("link", { name: /Previous event/ })).toBeVisible();
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page).toHaveURL(MATE);
  await expect(field).toHaveValue(new Date().toISOString().slice(0, 10));
  expect(await same()).toBe("yes");
});

test("the matrix steps from event to event, and keeps its filter", async ({ page }) => {
  await gotoHearing(page, "/matrix?on=2018-01-20&manufacturer=huawei");
  await page.locator("h1").click();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/manufacturer=huawei/);
  await expect(page).not.toHaveURL(/on=2018-01-20/);
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  await expect(page.getByRole("status")).toContainText("Jan 2018");
});

test("a day that is left open says now, until something is typed", async ({ page }) => {
  await gotoHearing(page, "/devices");
  const field = page.getByLabel("as published by");
  const now = () =>
    page.locator("label[for=clock-known]").evaluate((l) => getComputedStyle(l, "::after").content);
  expect(await now()).toContain("now");
  await field.fill("2018-02-01");
  await page.locator("#main").focus();
  expect(await now()).toBe("none");
  await expect(field).toHaveValue("2018-02-01");
});

test("? leads to what keys do, from any page", async ({ page }) => {
  await gotoHearing(page, "/devices");
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await expect(page).toHaveURL("/about#keyboard");
  await expect(page.getByRole("heading", { name: "Keyboard" })).toBeInViewport();
  await expect(page.getByRole("row", { name: /^\? / })).toContainText("what keys do");
});

test("single keys can be turned off and on, for those who hit them by chance", async ({ page }) => {
  const find = page.locator("#find");
  await gotoHearing(page, "/about#keyboard");
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
  await page.getByRole("button", { name: "Turn single keys off" }).click();
  await gotoHearing(page, "/devices");
  await page.locator("#main").focus();
  await page.keyboard.press("/");
  await expect(find).not.toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(find).toBeFocused();
  await gotoHearing(page, "/about#keyboard");
  await page.getByRole("button", { name: "Turn single keys on" }).click();
  await page.locator("#main").focus();
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
});
