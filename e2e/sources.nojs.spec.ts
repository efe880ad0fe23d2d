import { expect, test } from "@playwright/test";

test("sources are found, narrowed and opened without script", async ({ page }) => {
  await page.goto("/sources");
  await page.getByLabel("Publisher", { exact: true }).fill("Bloomberg");
  await page.getByLabel("Read").selectOption("no");
  await page.getByRole("button", { name: "Show these" }).click();
  await page
    .getByRole("link", { name: "Report that Verizon dropped its plans to sell Huawei phones" })
    .click();
  await expect(page.getByRole("complementary", { name: "What rests on this alone" })).toContainText(
    "unsupported",
  );
  await expect(
    page.locator("#downstream").locator("xpath=ancestor::section").locator("tbody tr"),
  ).toHaveCount(5);
});

test("the days around a policy action are a form, and the clock keeps them", async ({ page }) => {
  await page.goto("/policy/zte-denial-order-2018");
  await page.getByLabel("Days before and after").fill("30");
  await page.getByRole("button", { name: "Look at these days" }).click();
  await page.getByLabel("World on", { exact: true }).fill("2018-05-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/days=30/);
  await expect(page.getByRole("main")).toContainText("the page sees what began up to 1 May 2018");
});
