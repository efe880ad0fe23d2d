import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";

const MATE = "/devices/huawei-mate-10-pro";
const DEAL = "/deals/huawei-mate-10-pro/verizon";
const PAST = `${MATE}?on=2018-01-15&known=2018-02-01`;

const panel = (page: Page) => page.getByRole("complementary");
const bar = (page: Page, name: RegExp) => page.locator(".sw").getByRole("link", { name });
const VERIZON_OUT = /^Verizon: withdrawn/;

test("the page answers in one sentence with numbers, and says on focus what a status means", async ({
  page,
}) => {
  await page.goto(MATE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huawei Mate 10 Pro");
  await expect(page.locator(".lead").first()).toHaveText(
    "Last known on sale at SoftBank, at no carrier in the United States on record. Of 8 claims at 4 carriers 3 are confirmed, 2 corroborated, 1 reported and 2 rumoured, both about Verizon. 1 is disputed by an official source.",
  );
  const withdrawn = page.getByRole("button", { name: "W withdrawn" });
  await withdrawn.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(withdrawn.getByRole("tooltip")).toContainText(
    "dropped its plan or pulled the device from sale",
  );
});

test("a click on a bar opens its claim beside the chart and marks it in the list", async ({ page }) => {
  await page.goto(MATE);
  await bar(page, VERIZON_OUT).click();
  await expect(page).toHaveURL(/claim=/);
  await expect(panel(page).getByRole("heading", { level: 2 })).toContainText("withdrawn");
  await expect(panel(page)).toContainText("No source disputes it.");
  await expect(page.locator("tr.sel")).toContainText("30 Jan 2018");
  await expectAccessible(page);
  await panel(page)
    .getByRole("link", { name: /^Close/ })
    .click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/claim=/);
});

test("arrows move between bars, Enter opens, Esc closes and gives the focus back", async ({ page }) => {
  await gotoHearing(page, MATE);
  const first = bar(page, /^AT&T: planned/);
  await first.focus();
  await expect(first.locator(".said")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(bar(page, /^AT&T: withdrawn/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(bar(page, /^T-Mobile US:/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(bar(page, VERIZON_OUT)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(bar(page, VERIZON_OUT)).toBeFocused();
});

test("[ and ] step through the events", async ({ page }) => {
  await gotoHearing(page, `${MATE}?on=2018-01-20`);
  await page.keyboard.press("[");
  await expect(page).toHaveURL(/on=2018-01-10/);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/on=2018-01-30/);
});

test("a past view says so, veils what follows, writes nothing and tells what is known since", async ({
  page,
}) => {
  await page.goto(PAST);
  await expect(page.getByRole("status")).toHaveText("The world on 15 Jan 2018, as published by 1 Feb 2018");
  await expect(page.locator(".sw .veil").first()).toBeAttached();
  await expect(page.locator(".sw")).toContainText(
    "1 carrier with no claim published by 1 Feb 2018 is not shown: SoftBank.",
  );
  await bar(page, VERIZON_OUT).click();
  await expect(panel(page)).toContainText("4 articles, 1 origin");
  await expect(panel(page)).toContainText("We know more now");
  await expect(panel(page)).toContainText("1 more article supports it.");
  await expect(page.locator('main a[href*="/edit"]')).toHaveCount(0);
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByRole("status")).toHaveText("The world today, with everything recorded so far");
});

for (const [known, said] of [
  ["2018-01-20", "planned"],
  ["2018-02-01", "withdrawn"],
] as const) {
  test(`by what was published on ${known} Verizon's status is ${said}`, async ({ page }) => {
    await page.goto(`${DEAL}?known=${known}`);
    await expect(page.locator(".lead").first()).toContainText(`The status is ${said}`);
    await expect(page.locator(".sw .stt .st")).toContainText(said);
  });
}

test("the deal's page holds every claim with its evidence, and what was done to the record", async ({
  page,
}) => {
  await page.goto(DEAL);
  await expect(page.locator(".lead").first()).toContainText("Verizon dropped its plan, 30 Jan 2018.");
  await expect(page.locator("section.claim")).toHaveCount(3);
  await expect(page.getByRole("row").filter({ hasText: "recorded" })).toHaveCount(3);
});

test("a pair without a deal is an honest empty page", async ({ page }) => {
  const answer = await page.goto("/deals/huawei-mate-10-pro/telstra");
  expect(answer?.status()).toBe(200);
  await expect(page.locator("main")).toContainText(
    "Nothing is recorded about the Huawei Mate 10 Pro at Telstra.",
  );
});

test("an unknown device is a 404 that offers near names", async ({ page }) => {
  const answer = await page.goto("/devices/huawei-mate-10-prox");
  expect(answer?.status()).toBe(404);
  await page.getByRole("link", { name: "Huawei Mate 10 Pro", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huawei Mate 10 Pro");
});

test("an address that names no claim, or no day, is told so", async ({ page }) => {
  await page.goto(`${MATE}?claim=nothing&on=2018-02-30`);
  await expect(panel(page)).toContainText("No such claim");
  await expect(page.getByRole("alert").first()).toContainText("2018-02-30");
});

test("the citation's address shows the same for ever", async ({ page }) => {
  await page.goto(MATE);
  const address = await page.locator(".permanent a").getAttribute("href");
  expect(address).toMatch(/record=\d{4}-\d\d-\d\dT/);
  const list = await page.getByRole("table").first().innerText();
  await page.goto(address ?? "");
  expect(await page.getByRole("table").first().innerText()).toBe(list);
});

for (const path of [MATE, PAST, "/devices/samsung-galaxy-note-7", "/devices/huawei-mate-10", DEAL]) {
  test(`axe finds nothing in light and dark, and a phone does not scroll sideways: ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
