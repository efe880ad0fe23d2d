import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs } from "./people";

/**
 * A page is fetched only where the admin says so, and never from inside. (That a page of the public web arrives is shown by
 * server/fetch-page.test.ts: a browser test has no public web.)
 */

test.describe.configure({ mode: "serial" });

const mark = randomUUID().slice(0, 6);
const LINK = `https://paper-${mark}.test/2020/06/15/koodo`;
let editor: Page;
let admin: Page;
test.beforeAll(async ({ browser }) => {
  editor = await (await browser.newContext()).newPage();
  admin = await (await browser.newContext()).newPage();
  await signInAs(editor, "editor");
  await signInAs(admin, "admin");
});
test.afterAll(async () => {
  await admin.goto("/edit/settings");
  const off = admin.getByRole("button", { name: /turn it off$/ });
  if (await off.isVisible()) await off.click();
});

const field = (name: string) => editor.getByLabel(name, { exact: true });
const fetchButton = () => editor.getByRole("button", { name: "Fetch the page" });
const lookUp = async (link: string) => {
  await editor.goto("/edit");
  await editor.getByLabel("Paste the link of an article").fill(link);
  await editor.getByRole("button", { name: "Look it up" }).click();
};

test("off, as it is at first: nothing can be fetched, and a link leads to the form of its source", async () => {
  await lookUp(LINK);
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText("New source");
  await expect(field("Address")).toHaveValue(LINK);
  await editor.goto("/edit/intake");
  await expect(editor.getByRole("button", { name: "Read it" })).toBeVisible();
  await expect(fetchButton()).toHaveCount(0);
  expect((await editor.goto("/edit/settings"))?.status()).toBe(403);
});

test("an admin turns it on; what is inside is refused with a sentence, and what was typed stays", async () => {
  await admin.goto("/edit");
  await admin.getByRole("link", { name: "Settings" }).click();
  await expect(admin.getByText("Off.", { exact: true })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Let editors fetch a linked page: turn it on" }).click();
  await expect(admin.getByText("On.", { exact: true })).toBeVisible();

  await lookUp(LINK);
  await expect(editor).toHaveURL(/\/edit\/intake\?/);
  await expect(field("Address")).toHaveValue(LINK);
  await expect(field("Published")).toHaveValue("2020-06-15");
  await field("Publisher").fill("The Paper");
  for (const [address, words] of [
    ["http://127.0.0.1/", "“127.0.0.1” is not on the public web"],
    ["http://localhost:3000/", "“localhost:3000” asks for port 3000"],
    ["http://[::ffff:a9fe:a9fe]/", "“::ffff:a9fe:a9fe” is not on the public web"],
    ["ftp://paper.test/", "must begin with https:// or http://"],
  ] as const) {
    await field("Address").fill(address);
    await fetchButton().click();
    await expect(editor.locator("#f-url-error")).toContainText(words);
    await expect(field("Address")).toHaveValue(address);
    await expect(field("Publisher")).toHaveValue("The Paper");
  }
  await expectAccessible(editor);
  await field("Address").fill(LINK);
  await field("Text").fill("Koodo will sell the LG Velvet.");
  await fetchButton().click();
  await expect(editor.locator("#f-text-error")).toContainText("Empty the field first");
  await expect(field("Text")).toHaveValue("Koodo will sell the LG Velvet.");
});

test("turned off while a form is open, the form is refused", async () => {
  await field("Text").fill("");
  await field("Address").fill("http://127.0.0.1/");
  await admin.goto("/edit/settings");
  await admin.getByRole("button", { name: /turn it off$/ }).click();
  await expect(admin.getByText("Off.", { exact: true })).toBeVisible();
  await fetchButton().click();
  await expect(editor.locator("#f-url-error")).toContainText("turned off here");
});
