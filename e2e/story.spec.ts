import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { setupPath } from "./people";

/** The whole story, as people do it: from the set-up link to a record that remembers what it believed. */

test.describe.configure({ mode: "serial" });

const PASSWORD = "a few words to remember";
const DEVICE = "Palm Pre";
const evidence = (page: Page, row: number) =>
  page.getByRole("group", { name: `Evidence ${row}`, exact: true });

let admin: Page;
let editor: Page;
test.beforeAll(async ({ browser }) => {
  admin = await (await browser.newContext()).newPage();
  editor = await (await browser.newContext()).newPage();
});

test("the one-time link makes the first admin, once", async () => {
  const link = await setupPath();
  expect(link).not.toBeNull();
  await admin.goto(link ?? "");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Set up Rangebook");
  await expectAccessible(admin);
  await admin.getByLabel("E-mail").fill("ada@example.test");
  await admin.getByLabel("Name").fill("Ada Admin");
  await admin.getByLabel("Password").fill("short");
  await admin.getByRole("button", { name: "Become the admin" }).click();
  await expect(admin.getByRole("alert").first()).toContainText(
    "A password has 12 to 128 characters; this one has 5.",
  );
  await expect(admin.getByLabel("Name")).toHaveValue("Ada Admin");
  await admin.getByLabel("Password").fill(PASSWORD);
  await admin.getByRole("button", { name: "Become the admin" }).click();
  await expect(admin.getByRole("link", { name: "Ada Admin admin" })).toBeVisible();
  await admin.goto(link ?? "");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("This link leads nowhere");
  expect(await setupPath()).toBeNull();
});

test("the admin invites an editor by a one-time link", async () => {
  await admin.goto("/people");
  await expectAccessible(admin);
  await admin.getByLabel("E-mail").fill("ines@example.test");
  await admin.getByRole("button", { name: "Make a one-time link" }).click();
  const link = await admin.locator("#invite-link").innerText();
  await editor.goto(link);
  await editor.getByLabel("Name").fill("Ines Editor");
  await editor.getByLabel("Password").fill(PASSWORD);
  await editor.getByRole("button", { name: "Join" }).click();
  await expect(editor.getByRole("link", { name: "Ines Editor editor" })).toBeVisible();
});

let device = "";
let claim = "";
const panel = (page: Page) => page.getByRole("complementary");

test("the editor records a withdrawal on two reports that rest on one anonymous origin", async () => {
  await editor.goto("/devices/palm-pre");
  await editor.getByRole("link", { name: "Record a change" }).click();
  await expect(editor.getByLabel("Device", { exact: true })).toHaveValue(/^Palm Pre/);
  await editor.getByLabel("Carrier", { exact: true }).fill("T-Mobile US");
  await editor.getByRole("radio", { name: /withdrawn/ }).check();
  await editor.getByLabel("When", { exact: true }).fill("between 10 and 30 Jan 2011");
  await expect(editor.locator(".read")).toContainText(
    "earliest Mon 10 Jan 2011 · latest Sun 30 Jan 2011 · stored as 2011-01-10/2011-01-30",
  );
  await editor.getByRole("button", { name: "Add evidence" }).click();
  await expect(evidence(editor, 2)).toBeVisible();
  for (const [row, publisher, day] of [
    [1, "Retelling Weekly", "1 Feb 2011"],
    [2, "Retelling Daily", "2 Feb 2011"],
  ] as const) {
    const group = evidence(editor, row);
    await group.getByText("The source is not on record yet").click();
    await group.getByLabel("Publisher", { exact: true }).fill(publisher);
    await group.getByLabel("Published", { exact: true }).fill(day);
    await group.getByLabel("Headline").fill(`Carrier gives up the Pre, says ${publisher}`);
    await group.getByLabel("Attribution").selectOption("anonymous");
    await group.getByLabel("Speaker").fill("people who were not named");
    await group.getByText("It rests on a report that is not on record").click();
    await group.getByLabel("Publisher of it").fill("Wire Service");
    await group.getByLabel("It was published").fill("31 Jan 2011");
  }
  await editor.getByLabel("Note").fill("The carrier is reported to have given up the phone.");
  const change = editor.getByRole("complementary", { name: "What will change" });
  await expect(change).toContainText("20 days become uncertain");
  await expect(change.getByRole("row", { name: /^Certainty/ })).toContainText("rumoured");
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Record this change" }).click();
  await expect(editor.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText(DEVICE);
  await expect(panel(editor)).toContainText("rumoured");
  await expect(panel(editor)).toContainText("2 articles, 1 origin");
  await expect(panel(editor)).toContainText("Wire Service");
  device = new URL(editor.url()).pathname;
  claim = new URL(editor.url()).searchParams.get("claim") ?? "";
});

let believed = "";

test("an official statement confirms it", async () => {
  await editor.goto(`/edit/claims/${claim}/evidence`);
  const row = evidence(editor, 1);
  await row.getByText("The source is not on record yet").click();
  await row.getByLabel("Publisher", { exact: true }).fill("Carrier Newsroom");
  await row.getByLabel("Published", { exact: true }).fill("20 Feb 2011");
  await row.getByLabel("Attribution").selectOption("official");
  await row.getByLabel("Speaker").fill("A spokesperson of the carrier");
  await editor.getByRole("button", { name: "Add this evidence" }).click();
  await expect(editor.getByRole("status").filter({ hasText: "Evidence added." })).toBeVisible();
  await editor.goto(`${device}?claim=${claim}`);
  await expect(panel(editor)).toContainText("confirmed");
  await expect(panel(editor)).toContainText("3 articles, 2 origins");
  believed = new Date().toISOString();
});

test("a correction of the date takes over and says what it replaced", async () => {
  // The belief of a moment ago must lie in an earlier millisecond than the correction.
  await expect.poll(() => new Date().toISOString() > believed).toBe(true);
  await editor.goto(`${device}?claim=${claim}`);
  await panel(editor)
    .getByRole("link", { name: /^Correct/ })
    .click();
  await expect(editor.getByLabel("When", { exact: true })).toHaveValue("2011-01-10/2011-01-30");
  await editor.getByLabel("When", { exact: true }).fill("25 Jan 2011");
  await editor.getByRole("button", { name: "Record this correction" }).click();
  await expect(editor.getByRole("alert").first()).toContainText("Write something here.");
  await expect(editor.getByLabel("When", { exact: true })).toHaveValue("25 Jan 2011");
  await editor.getByLabel("Why").fill("The carrier named the day.");
  await editor.getByRole("button", { name: "Record this correction" }).click();
  await expect(editor.getByRole("status").filter({ hasText: "Correction recorded." })).toBeVisible();
  await expect(panel(editor)).toContainText("25 Jan 2011");
  await expect(panel(editor)).toContainText("The carrier named the day.");
});

test("record= shows what we believed before, known= what had been published", async ({ page }) => {
  const deal = `/deals/palm-pre/t-mobile-us`;
  await page.goto(deal);
  await expect(page.locator("main")).toContainText("25 Jan 2011");
  await page.goto(`${deal}?record=${believed}`);
  await expect(page.locator("main")).toContainText("between 10 and 30 Jan 2011");
  await expect(page.locator("main")).not.toContainText("25 Jan 2011");
  // Before the first report nothing was known; with the reports it was a rumour; with the newsroom it is confirmed.
  await page.goto(`${deal}?known=2011-01-31`);
  await expect(page.locator("main")).not.toContainText("withdrawn between");
  await page.goto(`${deal}?known=2011-02-10`);
  await expect(page.locator("main")).toContainText("rumoured");
  await page.goto(`${deal}?known=2011-02-25`);
  await expect(page.locator("main")).toContainText("confirmed");
  await expectAccessible(page);
});

test("while a page looks at the past, nothing on it writes", async () => {
  await editor.goto(`${device}?known=2011-02-25`);
  await expect(editor.getByRole("link", { name: /^Record a change|^Correct/ })).toHaveCount(0);
});
