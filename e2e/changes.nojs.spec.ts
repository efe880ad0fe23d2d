import { expect, test } from "@playwright/test";

test("two days are compared, narrowed and grouped by forms; on paper the report is its tables and its reference", async ({
  page,
}) => {
  await page.goto("/changes");
  await page.getByLabel("From", { exact: true }).fill("2018-01-01");
  await page.getByLabel("to", { exact: true }).fill("2018-06-01");
  await page.getByRole("button", { name: "Compare two days" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed, 1 Jan to 1 Jun 2018");
  const lines = page.locator("main table.changes tbody tr");
  const whole = await lines.count();
  await page.getByLabel("Manufacturer").selectOption({ label: "Huawei" });
  await page.getByLabel("Grouped by").selectOption("carrier");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/from=2018-01-01/);
  await expect(page.getByRole("heading", { level: 3, name: /^Verizon/ }).first()).toBeVisible();
  const narrowed = await lines.count();
  expect(narrowed).toBeGreaterThan(0);
  expect(narrowed).toBeLessThan(whole);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("form", { name: "Which days are compared" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Filter" })).toBeHidden();
  await expect(page.locator("summary", { hasText: "Download" })).toBeHidden();
  await expect(page.locator(".only-paper")).toContainText("Rangebook: What changed, 1 Jan to 1 Jun 2018.");
  await expect(page.locator(".only-paper")).toContainText("record=");
  await expect(page.getByRole("list", { name: "Filters in force" })).toContainText("devices of Huawei");
  await expect(lines.first()).toBeVisible();
});
