import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs } from "./people";

/** A second run finds other names taken. */
const NAME = `Huawei in March ${randomUUID().slice(0, 4)}`;

test("an analyst keeps a view, shares it, finds it again; a colleague sees it", async ({ page, browser }) => {
  await signInAs(page, "analyst", "Ana Lyst");
  await page.goto("/matrix?manufacturer=huawei&on=2018-03-01");
  await page.getByRole("link", { name: "Keep this view" }).click();
  await expect(page.getByLabel("Address")).toHaveValue("/matrix?on=2018-03-01&manufacturer=huawei");
  await page.getByLabel("Name").fill(NAME);
  await page.getByLabel("Show it to the team").check();
  await page.getByRole("button", { name: "Keep this view" }).click();
  await expect(page.getByRole("status")).toContainText(`“${NAME}” is kept.`);
  await expectAccessible(page);
  // It stands where the day begins.
  await page.goto("/");
  const kept = (of: Page) => of.locator("section").filter({ has: of.locator("#kept") });
  await kept(page).getByRole("link", { name: NAME }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who carries what");
  await expect(page).toHaveURL(/manufacturer=huawei/);

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, "analyst", "Col League");
  await other.goto("/");
  await expect(kept(other).getByRole("listitem").filter({ hasText: NAME })).toContainText("from Ana Lyst");
  await kept(other)
    .getByRole("link", { name: /^All \d|^Arrange them/ })
    .click();
  await expect(other.getByRole("listitem").filter({ hasText: NAME })).toContainText("from Ana Lyst");
  await expect(other.getByRole("button", { name: /Forget/ })).toHaveCount(0);
  await page.goto("/views");
  await page.getByRole("button", { name: `Forget ${NAME}` }).click();
  await expect(page.getByRole("link", { name: NAME })).toHaveCount(0);
  await other.context().close();
});
