import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addresses } from "./calls";
import { signInAs } from "./people";

/** axe on the kinds of pages that the other journeys do not meet. */

test("signing in, its error, and the page about everything", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@example.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toContainText("do not belong together");
  await expectAccessible(page);

  await page.goto("/");
  await page.getByRole("link", { name: "How certainty is computed" }).click();
  await expect(page).toHaveURL(/\/about#certainty$/);
  await expect(page.getByRole("heading", { name: "How certainty is computed" })).toBeInViewport();
  await expect(page.getByRole("row", { name: /^rumoured/ })).toContainText("one origin that names nobody");
  await expect(page.getByRole("link", { name: "Keyboard" })).toHaveAttribute("href", "/about#keyboard");
  await expect(page.getByRole("row", { name: /Ctrl K/ })).toContainText("search");
  await expectAccessible(page);
});

/** Addresses of e2e/routes.ts by their pattern; the last two are refused, and not there. */
const PAGES = [
  "/account",
  "/edit",
  "/edit/listings/new",
  "/edit/[kind]/[slug]",
  "/edit/claims/[id]/[verb]",
  "/edit/evidence/[id]/retract",
  "/people",
  "/edit/nothing/new",
];

test.describe("an editor's desk", () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    await signInAs(page, "editor");
  });

  for (const pattern of PAGES) {
    test(pattern, async () => {
      await page.goto((await addresses()).get(pattern) ?? pattern);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("a form with errors", async () => {
    await page.goto("/edit/statements/new");
    await page.getByRole("button", { name: "Record this statement" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expectAccessible(page);
  });
});
