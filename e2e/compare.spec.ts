import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";

test("devices are added by name and stand under one axis, with their differences in words", async ({
  page,
}) => {
  await page.goto("/compare?on=2019-06-01");
  await expect(page.locator(".empty")).toContainText("Choose two or more devices");
  await page.getByLabel("Add a device").fill("mate 10 pro");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/devices=huawei-mate-10-pro/);
  await page.getByLabel("Add a device").fill("P10");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("link", { name: "Huawei P10", exact: true }).click();
  await expect(page).toHaveURL(/on=2019-06-01/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huawei Mate 10 Pro and Huawei P10");
  const att = page.getByRole("row", { name: /^AT&T/ });
  await expect(att).toContainText("retail only since 18 Feb 2018");
  await expect(att).toContainText("no deal on record");
  await expectAccessible(page);
  await page
    .locator(".sw")
    .getByRole("link", { name: /^Huawei Mate 10 Pro: withdrawn, 30 Jan 2018/ })
    .click();
  await expect(page).toHaveURL(/\/devices\/huawei-mate-10-pro\?.*claim=/);
  await page.goBack();
  await page.getByRole("link", { name: "Take Huawei P10 out" }).click();
  await expect(page).toHaveURL(/devices=huawei-mate-10-pro$|devices=huawei-mate-10-pro&/);
});

test("makers: each number opens the deals that it counts", async ({ page }) => {
  await page.goto("/compare?manufacturers=huawei,samsung&on=2019-06-01");
  const cell = page
    .getByRole("row", { name: /^C?\s*carried/ })
    .getByRole("link")
    .first();
  const count = Number(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/\/deals\?/);
  await expect(page.locator(".lead").first()).toContainText(String(count));
  await page.goto("/compare?manufacturers=huawei,samsung&on=2019-06-01");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("what is not on record, and what is too much, is said", async ({ page }) => {
  await page.goto("/compare?devices=nothing,huawei-p10");
  await expect(page.getByRole("alert").first()).toContainText("Not on record: nothing");
  await page.goto("/compare?carriers=verizon,att&add=zzzz");
  await expect(page.getByRole("alert").first()).toContainText("No carrier on record is called “zzzz”");
});
