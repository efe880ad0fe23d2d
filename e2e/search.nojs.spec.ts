import { expect, test } from "@playwright/test";

test("the box in the header is a form; the page narrows and pages by links and keeps the view", async ({
  page,
}) => {
  await page.goto("/?known=2019-06-01");
  await page.getByRole("searchbox", { name: /^Search devices/ }).fill("huawei");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=huawei&known=2019-06-01/);
  await page
    .getByRole("navigation", { name: "Kinds" })
    .getByRole("link", { name: /^Sources/ })
    .click();
  await expect(page).toHaveURL(/kind=source.*known=2019-06-01/);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText("Page 2 of");
});

test("what is not found is said, with what is near", async ({ page }) => {
  await page.goto("/search?q=mate+10+xyzzyx");
  await expect(page.locator("main")).toContainText("Nothing on record has all of “mate 10 xyzzyx”");
  await page.getByRole("link", { name: "Mate 10 Pro", exact: true }).click();
  await expect(page.getByRole("link", { name: "Huawei Mate 10 Pro", exact: true })).toBeVisible();
});
