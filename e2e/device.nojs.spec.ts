import { expect, test } from "@playwright/test";

const MATE = "/devices/huawei-mate-10-pro";

test("bars are links that open their claim, and Close closes it", async ({ page }) => {
  await page.goto(MATE);
  await page
    .locator(".sw")
    .getByRole("link", { name: /^Verizon: withdrawn/ })
    .click();
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText("5 articles, 1 origin");
  await panel.getByRole("link", { name: /^Close/ }).click();
  await expect(panel).toHaveCount(0);
});

test("the same is in the page as a list, with the meaning of each status behind one click", async ({
  page,
}) => {
  await page.goto(MATE);
  await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(9);
  await page.getByText("What the marks mean").click();
  await expect(page.getByText("The carrier intends to sell the device.").last()).toBeVisible();
});

test("the clock is a form: the page moves to another day and back", async ({ page }) => {
  await page.goto(MATE);
  await page.getByLabel("as published by").fill("2018-01-20");
  await page.getByLabel("World on", { exact: true }).fill("2018-01-20");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("status")).toContainText("as published by that day");
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByRole("status")).toContainText("The world today");
});

test("an unknown device is told in words, with near names", async ({ page }) => {
  const answer = await page.goto("/devices/huawei-mate-10-prox");
  expect(answer?.status()).toBe(404);
  await expect(page.locator("main")).toContainText("Perhaps you meant");
  await expect(page.getByRole("link", { name: "Huawei Mate 10 Pro", exact: true })).toBeVisible();
});
