import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs } from "./people";

test("an analyst keeps a view, shares it, finds it again; a colleague sees it", async ({ page, browser }) => {
  await signInAs(page, "analyst", "Ana Lyst");
  await page.goto("/matrix?manufacturer=huawei&on=2018-03-01");
  await page.getByRole("link", { name: "Keep this view" }).click();
  await expect(page.getByLabel("Address")).toHaveValue("/matrix?on=2018-03-01&manufacturer=huawei");
  await page.getByLabel("Name").fill("Huawei in March");
  await page.getByLabel("Show it to the team").check();
  await page.getByRole("button", { name: "Keep this view" }).click();
  await expect(page.getByRole("status")).toContainText("“Huawei in March” is kept.");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Huawei in March" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who carries what");
  await expect(page).toHaveURL(/manufacturer=huawei/);

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, "analyst", "Col League");
  await other.goto("/views");
  await expect(other.getByRole("listitem").filter({ hasText: "Huawei in March" })).toContainText(
    "from Ana Lyst",
  );
  await expect(other.getByRole("button", { name: /Forget/ })).toHaveCount(0);
  await page.goto("/views");
  await page.getByRole("button", { name: "Forget Huawei in March" }).click();
  await expect(page.getByRole("link", { name: "Huawei in March" })).toHaveCount(0);
  await other.context().close();
});
