import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";

const ORDER = "/policy/zte-denial-order-2018";

const section = (page: Page, id: string) => page.locator(`#${id}`).locator("xpath=ancestor::section");
const rows = (page: Page, id: string) => section(page, id).locator("tbody tr");

test("from the list of policy actions to the claims that name one", async ({ page }) => {
  await page.goto("/policy");
  await expectAccessible(page);
  const link = page.getByRole("link", { name: "Denial order against ZTE", exact: true });
  const line = page.getByRole("row").filter({ has: link });
  const claims = line.locator('td[data-label="Claims"] a');
  const count = Number(await claims.innerText());
  await claims.click();
  await expect(page).toHaveURL(`${ORDER}#claims`);
  await expect(rows(page, "claims")).toHaveCount(count);
  await rows(page, "claims").first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/deals\/.*\/telstra/);
});

test("what changed around it: at whom it names and at all others, each number with its list", async ({
  page,
}) => {
  await page.goto(ORDER);
  await expect(page.getByRole("main")).toContainText("says nothing about why");
  await expectAccessible(page);
  await page.getByLabel("Days before and after").fill("200");
  await page.getByRole("button", { name: "Look at these days" }).click();
  await expect(page).toHaveURL(/days=200/);
  const table = section(page, "around").getByRole("table");
  const cells = await table
    .locator("tbody a")
    .evaluateAll((links) =>
      links.map((a) => ({ href: a.getAttribute("href") ?? "", count: Number(a.textContent) })),
    );
  expect(cells.length).toBeGreaterThan(6);
  // Each number and the list behind it agree; a few of them are walked to.
  for (const { href, count } of cells.slice(0, 4)) {
    await page.goto(href);
    await expect(page.getByRole("heading", { name: `These changes ${count}` })).toBeVisible();
    await expect(rows(page, "listed")).toHaveCount(count);
  }
  const all = cells.filter(({ href }) => !href.includes("became="));
  const parts = cells.filter(({ href }) => href.includes("became="));
  const sum = (list: typeof cells) => list.reduce((n, { count }) => n + count, 0);
  expect(sum(all)).toBe(sum(parts));
});

test("each bar of its pictures opens as many changes as it says", async ({ page }) => {
  await page.goto(`${ORDER}?days=200`);
  const bars = await page.locator("section.chart svg a").evaluateAll((links) =>
    links.map((a) => ({
      href: a.getAttribute("href") ?? "",
      count: Number(/(\d+) changes? to/.exec(a.getAttribute("aria-label") ?? "")?.[1]),
    })),
  );
  expect(bars.length).toBeGreaterThan(6);
  for (const { href, count } of bars.slice(0, 3)) {
    await page.goto(href);
    await expect(page.getByRole("heading", { name: `These changes ${count}` })).toBeVisible();
  }
});

test("on an earlier day it had not happened; bad days are said; a wrong address offers near ones", async ({
  page,
}) => {
  await page.goto(`${ORDER}?on=2018-01-01`);
  await expect(page.getByRole("main")).toContainText("this had not happened");
  await expect(page.locator("#around")).toHaveCount(0);
  await page.goto(`${ORDER}?days=9999`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("from 1 to 730");
  const answer = await page.goto("/policy/zte-denial-order-2019");
  expect(answer?.status()).toBe(404);
  await page.getByRole("link", { name: "Denial order against ZTE", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Denial order against ZTE");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
