import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";

const box = (page: Page) => page.getByRole("combobox", { name: /^Search devices/ });
const options = (page: Page) => page.getByRole("search").getByRole("option");

test("by keyboard alone: / opens the box, typing finds, arrows choose, Enter goes there, and it is remembered", async ({
  page,
}) => {
  await gotoHearing(page, "/?on=2018-01-20&known=2018-01-20");
  await expect(box(page)).toBeVisible();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.type("mate10pro verizon");
  const first = options(page).first();
  await expect(first).toContainText("Huawei Mate 10 Pro at Verizon");
  await expect(first).toContainText("planned");
  await expect(first).toContainText("found in");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id")) ?? "");
  await expectAccessible(page);

  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).last()).toContainText("All");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/deals\/huawei-mate-10-pro\/verizon\?.*known=2018-01-20/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Verizon");

  await page.keyboard.press("Control+k");
  await expect(options(page).first()).toContainText("Huawei Mate 10 Pro at Verizon");
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.type("hauwei");
  await expect(page.locator(".pop")).toContainText("Spelled alike: huawei");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/manufacturers\/huawei\?/);
});

test("Escape closes the list, and again leads back to where one was", async ({ page }) => {
  // What was found before stands in the list before anything is typed.
  await gotoHearing(page, "/");
  await page.keyboard.press("/");
  await page.keyboard.type("mate10pro verizon");
  await expect(options(page).first()).toContainText("Huawei Mate 10 Pro at Verizon");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/deals\/huawei-mate-10-pro\/verizon/);
  const matrix = page.getByRole("link", { name: "Matrix", exact: true });
  await matrix.focus();
  await page.keyboard.press("Control+k");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(matrix).toBeFocused();
});

test("the page says what was found and why, and its facets lead to exactly what they count", async ({
  page,
}) => {
  await page.goto("/search?q=huwei&on=2019-06-01");
  await expect(page.locator(".lead")).toContainText(
    "Nothing holds “huwei” as it is written. Spelled alike, huawei",
  );
  await expect(page.getByRole("row", { name: /^Huawei China/ })).toContainText("spelled alike");
  await expectAccessible(page);

  const facets = page.getByRole("complementary");
  const withdrawn = facets.getByRole("listitem").filter({ hasText: "withdrawn" });
  const count = Number(await withdrawn.locator(".num").innerText());
  expect(count).toBeGreaterThan(0);
  await withdrawn.getByRole("link").click();
  await expect(page).toHaveURL(/kind=deal.*status=withdrawn.*on=2019-06-01/);
  await expect(page.getByRole("heading", { level: 2, name: `Deals ${count}` })).toBeVisible();
  const rows = page.locator("table.hits tbody tr");
  await expect(rows).toHaveCount(count);
  await expect(rows.filter({ hasText: "withdrawn" })).toHaveCount(count);

  const anonymous = facets.getByRole("listitem").filter({ hasText: "anonymous" });
  const few = Number(await anonymous.locator(".num").innerText());
  await anonymous.getByRole("link").click();
  await expect(page).toHaveURL(/evidence=anonymous/);
  await expect(rows).toHaveCount(few);
  await expect(rows.filter({ hasText: "rumoured" })).toHaveCount(few);
  await facets.getByRole("listitem").filter({ hasText: "withdrawn" }).getByRole("link").click();
  await expect(page).not.toHaveURL(/status=/);
});

test("on a phone nothing scrolls sideways, also with the list open", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/search?q=vodafone");
  await expect(page.getByRole("heading", { name: /^Carriers 7/ })).toBeVisible();
  await box(page).fill("deutsche telekom");
  await expect(options(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

/** Families of text that make patterns slow (docs/promises.md, Bad input); each is answered before the test gives up. */
const FAMILIES = [
  "a",
  "%",
  "_",
  "\\",
  "(",
  "a ",
  "\u0301",
  "ﷺ",
  "<b>",
  "' OR 1=1 -- ",
  "🙂",
  "\u202e",
  "+",
  "0",
  "バ",
];

test("hostile text is answered in words, on the page and in the list", async ({ request }) => {
  for (const family of FAMILIES) {
    const q = family.repeat(200).slice(0, 200);
    for (const path of ["/search", "/api/search"]) {
      const response = await request.get(path, { params: { q } });
      expect([path, family, [200, 422].includes(response.status())]).toEqual([path, family, true]);
    }
  }
  const long = await request.get("/api/search", { params: { q: "x".repeat(201) } });
  expect(long.status()).toBe(422);
  expect(await long.json()).toEqual({
    error: { code: "invalid", message: expect.stringContaining("At most 200") },
  });
  const page = await request.get("/search", { params: { q: "x".repeat(201) } });
  expect(page.status()).toBe(422);
  expect(await page.text()).toContain("At most 200 are looked for: shorten it.");
});
