import { expect, test } from "@playwright/test";

test("the clock and the filters of the overview are one form after the other, and keep each other's words", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("World on", { exact: true }).fill("2019-06-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/on=2019-06-01/);
  await expect(page.getByRole("status")).toHaveText("The world on 1 Jun 2019");
  await page.getByRole("combobox", { name: "Market" }).selectOption({ label: "United States" });
  await page.getByRole("combobox", { name: "Years" }).fill("2016/2018");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/on=2019-06-01/);
  await expect(page).toHaveURL(/country=US/);
  // A chart is complete: picture, table with numbers that lead on, and what can be taken away.
  const trend = page.locator("section.chart").first();
  await expect(trend.locator("svg.pic-wide path").first()).toBeVisible();
  await trend.locator("summary", { hasText: "Download" }).click();
  await expect(trend.getByRole("link", { name: "SVG", exact: true })).toBeVisible();
  await trend.locator("summary", { hasText: "Table" }).click();
  const number = trend.getByRole("cell").getByRole("link").last();
  const count = await number.innerText();
  await number.click();
  await expect(page.locator(".lead b").first()).toContainText(`${count} deal`);
  await expect(page).toHaveURL(/country=US/);
});
