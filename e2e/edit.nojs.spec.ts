import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./people";

/** The editor's desk without script: create, record, correct, add and retract evidence, retract; and when somebody is faster. */

test.describe.configure({ mode: "serial" });

/** A second run finds other names taken. */
const mark = randomUUID().slice(0, 4);
const CARRIER = `Plain Wireless ${mark}`;
const PHONE = `Plain Phone ${mark}`;

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, "editor");
});

const saved = (words: string) => page.getByRole("status").filter({ hasText: words });
const alert = () => page.getByRole("alert").first();
const field = (name: string, on = page) => on.getByLabel(name, { exact: true });

test("an entity is created, after an error that keeps what was typed", async () => {
  await page.goto("/edit/carriers/new");
  await field("Name").fill(CARRIER);
  await field("Country").fill("9");
  await page.getByRole("button", { name: "Create this carrier" }).click();
  await expect(alert()).toContainText("two capital letters");
  await expect(field("Name")).toHaveValue(CARRIER);
  await field("Country").fill("US");
  await field("Also known as").fill(`Plain ${mark}\nmcc-mnc: 999-01`);
  await page.getByRole("button", { name: "Create this carrier" }).click();
  await expect(page).toHaveURL(new RegExp(`/carriers/plain-wireless-${mark}-us\\?saved=created`));
});

test("a change is recorded for a device that is created on the spot, with a new source and a preview", async () => {
  await page.goto(`/edit/record?carrier=plain-wireless-${mark}-us`);
  await expect(field("Carrier")).toHaveValue(`${CARRIER} (plain-wireless-${mark}-us)`);
  await page.getByText("The device is not on record yet").click();
  await field("Name of the device").fill(PHONE);
  await field("Manufacturer").fill("Palm");
  await page.getByRole("radio", { name: /planned/ }).check();
  await field("When").fill("Feb 2011");
  await field("Target of a plan").fill("2011-02-30");
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByText("The source is not on record yet").click();
  await evidence.getByLabel("Publisher", { exact: true }).fill("Plain News");
  await evidence.getByLabel("Published", { exact: true }).fill("3 Feb 2011");
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(alert()).toContainText("There is no 30 February 2011.");
  await expect(field("When")).toHaveValue("Feb 2011");
  await expect(field("Name of the device")).toHaveValue(PHONE);
  await expect(page.getByRole("radio", { name: /planned/ })).toBeChecked();
  await field("Target of a plan").fill("June 2011");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".read").first()).toContainText(
    "earliest Tue 1 Feb 2011 · latest Mon 28 Feb 2011",
  );
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(saved("Change recorded.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/devices/.*plain-phone-${mark}\\?`));
});

let claim = "";

test("a claim is corrected; who was slower sees both versions, loses nothing and overwrites nothing", async () => {
  claim = new URL(page.url()).searchParams.get("claim") ?? "";
  const slower = await page.context().newPage();
  for (const tab of [page, slower]) await tab.goto(`/edit/claims/${claim}/evidence`);
  await page.goto(`/edit/claims/${claim}/evidence`);
  await addEvidence(page, "Faster Paper");
  await expect(saved("Evidence added.")).toBeVisible();
  await addEvidence(slower, "Slower Paper");
  await expect(slower.getByRole("alert").first()).toContainText(
    "Somebody was faster. Nothing was overwritten.",
  );
  await expect(slower.getByRole("alert").first()).toContainText("planned, Feb 2011");
  const row = slower.getByRole("group", { name: "Evidence 1", exact: true });
  await expect(row.getByLabel("Publisher", { exact: true })).toHaveValue("Slower Paper");
  // Sent again, on top of what is recorded now.
  await slower.getByRole("button", { name: "Add this evidence" }).click();
  await expect(slower.getByRole("status").filter({ hasText: "Evidence added." })).toBeVisible();
  await slower.close();

  await page.goto(`/edit/claims/${claim}/correct`);
  await field("When").fill("4 Feb 2011");
  await field("Why").fill("The day was known.");
  await page.getByRole("button", { name: "Record this correction" }).click();
  await expect(saved("Correction recorded.")).toBeVisible();
  await expect(page.getByRole("complementary")).toContainText("4 Feb 2011");
  claim = new URL(page.url()).searchParams.get("claim") ?? "";
});

test("a pair that is typed by hand and on record already: its history is shown first, then the change goes on top", async () => {
  await page.goto("/edit/record");
  await field("Device").fill(PHONE);
  await field("Carrier").fill(CARRIER);
  await page.getByRole("radio", { name: /carried/ }).check();
  await field("When").fill("June 2011");
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByText("The source is not on record yet").click();
  await evidence.getByLabel("Publisher", { exact: true }).fill("Plain News");
  await evidence.getByLabel("Published", { exact: true }).fill("9 June 2011");
  const slower = await page.context().newPage();
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(alert()).toContainText("This deal is on record already. Nothing was saved yet.");
  await expect(alert()).toContainText("planned, 4 Feb 2011");
  await expect(alert()).not.toContainText("Somebody was faster");
  await expect(field("When")).toHaveValue("June 2011");

  // Somebody is faster now, after the history was shown: that is a conflict all the same.
  await slower.goto(`/edit/claims/${claim}/evidence`);
  await addEvidence(slower, "Third Paper");
  await expect(slower.getByRole("status").filter({ hasText: "Evidence added." })).toBeVisible();
  await slower.close();
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(alert()).toContainText("Somebody was faster. Nothing was overwritten.");
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(saved("Change recorded.")).toBeVisible();
  await expect(page.getByRole("complementary")).toContainText("Jun 2011");
});

test("evidence is retracted, then the claim; a closed claim says so", async () => {
  await page.goto(`/edit/claims/${claim}/retract`);
  await page.getByRole("button", { name: "Retract this claim" }).click();
  await expect(alert()).toContainText("Write something here.");
  await field("Why").fill("It was another phone.");
  await page.getByRole("button", { name: "Retract this claim" }).click();
  await expect(saved("Retracted.")).toBeVisible();
  await page.goto(`/edit/claims/${claim}/correct`);
  await expect(page.locator("main")).toContainText("This claim was corrected or retracted already.");
});

test("an address of nothing, and a page that one may not see, are told in words", async () => {
  expect((await page.goto("/edit/claims/none/correct"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is here");
  expect((await page.goto("/people"))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not allowed");
});

async function addEvidence(on: Page, publisher: string): Promise<void> {
  const row = on.getByRole("group", { name: "Evidence 1", exact: true });
  await row.getByText("The source is not on record yet").click();
  await row.getByLabel("Publisher", { exact: true }).fill(publisher);
  await row.getByLabel("Published", { exact: true }).fill("5 Feb 2011");
  await on.getByRole("button", { name: "Add this evidence" }).click();
}
