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

test("a word that says a status is taken for one, and an article is found by its address", async ({
  page,
}) => {
  await page.goto("/search?q=verizon+withdrew");
  const deals = page.getByRole("main").getByRole("link", { name: /^\d+ deals of “verizon” with it$/ });
  const count = Number((await deals.innerText()).match(/^\d+/)?.[0]);
  expect(count).toBeGreaterThan(1);
  await deals.click();
  await expect(page).toHaveURL(/status=withdrawn/);
  await expect(page.locator(".hits tbody tr")).toHaveCount(count);
  await page.goto("/search?q=optus+declined");
  await expect(page.getByRole("main")).toContainText("no deal of “optus” has it on this day");

  await page.goto("/search?q=www.androidauthority.com/huawei-p10-huawei-p10-plus-canada-753402");
  await expect(page.getByRole("row", { name: /its address/ }).getByRole("link")).toHaveAttribute(
    "href",
    "/sources/androidauthority-20170227-p10-canada",
  );
  await page.goto("/search?q=https://example.test/nothing/here");
  await expect(page.getByRole("main")).toContainText("No source on record has this address.");
});
