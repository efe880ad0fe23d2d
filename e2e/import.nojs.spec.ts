import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./people";

/** Follows "Look again" until the page says what the work in the background came to. */
const comesTo = (page: Page, words: string) =>
  expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (await again.isVisible()) await again.click();
    await expect(page.locator("p.lead")).toContainText(words, { timeout: 500 });
  }).toPass({ timeout: 45_000 });

test("a file comes in without script", async ({ page }) => {
  test.setTimeout(120_000);
  const run = randomUUID().slice(0, 8);
  await signInAs(page, "editor", "Ines Vidal");
  await page.goto("/edit");
  await page.getByRole("link", { name: "Import a list" }).click();
  const buffer = Buffer.from(`name,country,kind,mcc_mnc,note ${run}\nOhne Skript ${run},DE,MVNO,262-98,\n`);
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "carriers.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("button", { name: "Make the dry run" }).click();
  await comesTo(page, "it would make 1 carrier");
  // A code that an earlier carrier has is asked about.
  const question = page.getByLabel("A carrier of its own");
  if (await question.isVisible()) {
    await question.check();
    await page.getByRole("button", { name: "Use these answers" }).click();
    await comesTo(page, "it would make 1 carrier");
  }
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await comesTo(page, "It made 1 carrier");
  await page.goto(`/carriers/ohne-skript-${run}-de`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Ohne Skript ${run}`);
});
