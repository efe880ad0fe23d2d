import { expect, test } from "@playwright/test";

test("filters, facets, sorting and pages of a list are forms and links", async ({ page }) => {
  await page.goto("/deals?on=2019-06-01");
  await page.getByLabel("Manufacturer").selectOption("huawei");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/on=2019-06-01/);
  await expect(page).toHaveURL(/manufacturer=huawei/);
  await page.getByRole("link", { name: /^planned \d+$/ }).click();
  await expect(page).toHaveURL(/status=planned/);
  await page.getByRole("link", { name: "Carrier", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Carrier" })).toHaveAttribute("aria-sort", "ascending");
  await page.goto("/devices");
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(page.locator(".pager")).toContainText("Page 2");
});

test("a carrier's page is complete: sentence, charts, their tables", async ({ page }) => {
  await page.goto("/carriers/verizon");
  await expect(page.locator(".lead b").first()).toContainText("Verizon was last known to sell");
  const moves = page.locator("section").filter({ has: page.locator("#moves") });
  await expect(moves.locator("svg rect").first()).toBeVisible();
  await moves.getByText("Table", { exact: true }).click();
  await expect(moves.getByRole("columnheader", { name: "sale began" })).toBeVisible();
});
