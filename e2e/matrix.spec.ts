import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";

const DAY = "/matrix?on=2019-06-01";
const panel = (page: Page) => page.getByRole("complementary");
const cell = (page: Page, device: string, carrier: string) =>
  page.locator(`.mx a[data-cell="${device}/${carrier}"]`);

test("a cell opens its claim beside the table, by mouse and by keyboard alone", async ({ page }) => {
  await gotoHearing(page, `${DAY}&manufacturer=huawei`);
  await cell(page, "huawei-mate-10-pro", "att").click();
  await expect(panel(page)).toContainText("retail only");
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(cell(page, "huawei-mate-10-pro", "att")).toBeFocused();
  // Arrows go from deal to deal; the claim beside the table follows, and the focus stays.
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, "huawei-mate-10-pro", "t-mobile-us")).toBeFocused();
  await expect(page).toHaveURL(/cell=huawei-mate-10-pro\/t-mobile-us/);
  await expect(panel(page)).toContainText("T-Mobile US");
  await expect(cell(page, "huawei-mate-10-pro", "t-mobile-us")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeFocused();
  await expectAccessible(page);
});

/** Cells of a status on all pages of devices. */
async function cellsOf(page: Page, status: string): Promise<number> {
  const here = await page.locator(`.mx td a[data-cell][aria-label*=': ${status}']`).count();
  const next = page.getByRole("link", { name: "Next devices" });
  if ((await next.count()) === 0) return here;
  await page.goto((await next.getAttribute("href")) ?? "");
  return here + (await cellsOf(page, status));
}

test("an entry of the legend leaves as many deals as it says; the form filters the rest", async ({
  page,
}) => {
  const entry = (status: string) =>
    page.getByRole("list", { name: /What the marks mean/ }).getByRole("link", { name: status });
  for (const status of ["planned", "withdrawn"]) {
    await page.goto(`${DAY}&columns=100`);
    const said = Number((await entry(status).innerText()).match(/(\d+)$/)?.[1]);
    await entry(status).click();
    await expect(page).toHaveURL(new RegExp(`status=${status}`));
    await expect(entry(status)).toHaveAttribute("aria-current", "true");
    await expect(entry(status)).toContainText(`${said}`);
    await expect(page.locator(".lead b")).toHaveText(`${said} deals fit the filter`);
    for (const row of await page.locator(".mx tbody tr").all())
      await expect(row.locator(`a[aria-label*=': ${status}']`).first()).toBeAttached();
    expect(await cellsOf(page, status)).toBe(said);
  }
  await page.getByRole("combobox", { name: "Manufacturer" }).selectOption("huawei");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/manufacturer=huawei/);
  await expect(page).toHaveURL(/status=withdrawn/);
  await expect(page.locator(".mx tbody tr")).not.toHaveCount(0);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).not.toHaveURL(/manufacturer=/);
});

test("every carrier has the same room, under a name without its country; the open cell is in sight", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${DAY}&cell=huawei-p30-pro/ntt-docomo`);
  await expect(panel(page)).toContainText("paused");
  const heads = page.locator(".mx thead tr:last-child th:not(.corner, .ct)");
  const widths = await heads.evaluateAll((all) =>
    all.map((th) => Math.round(th.getBoundingClientRect().width)),
  );
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(52);
  await expect(heads.getByRole("link", { name: "Vodafone", exact: true })).not.toHaveCount(0);
  const open = await cell(page, "huawei-p30-pro", "ntt-docomo").boundingBox();
  const claim = await panel(page).boundingBox();
  expect((open?.x ?? 0) + (open?.width ?? 0)).toBeLessThanOrEqual(claim?.x ?? 0);
});

test("an empty cell and a deal without a status look different", async ({ page }) => {
  await page.goto("/matrix?on=2018-01-01&manufacturer=huawei");
  await expect(cell(page, "huawei-p30-pro", "optus")).toHaveText("·");
  await expect(cell(page, "huawei-p30-pro", "optus")).toHaveAttribute("aria-label", /no status on this day/);
  await cell(page, "huawei-p30-pro", "optus").click();
  await expect(panel(page)).toContainText("nothing on record had begun on 1 Jan 2018");
});

test("a filter without hits says what to do, and so does a page that is not there", async ({ page }) => {
  await page.goto(`${DAY}&manufacturer=huawei&reason=safety-recall`);
  await page.locator(".empty").getByRole("link", { name: "Show all" }).click();
  await expect(page.locator(".mx tbody tr")).toHaveCount(50);
  await page.goto(`${DAY}&page=99`);
  await expect(page.locator(".empty")).toContainText("no such page");
});

test("on a phone it is a list per device, and nothing scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${DAY}&manufacturer=huawei`);
  await expect(page.locator(".mx thead")).toBeHidden();
  await expect(cell(page, "huawei-mate-10-pro", "att")).toBeVisible();
  // The sizes of a phone hold, although the tokens stand outside the layers of the rules.
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("font-size", "20px");
  await expect(page.locator("main .wrap").last()).toHaveCSS("padding-left", "16px");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
