import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs } from "./people";

const REPORT = "/sources/bloomberg-20180130-verizon";

const section = (page: Page, id: string) => page.locator(`#${id}`).locator("xpath=ancestor::section");
const rows = (page: Page, id: string) => section(page, id).locator("tbody tr");

test("from the list of sources to what rests on one, each number to what it counts", async ({ page }) => {
  await page.goto("/sources");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "166", exact: true }).click();
  await expect(page).toHaveURL(/seen=no/);
  await expect(page.getByRole("heading", { name: "On record 166" })).toBeVisible();

  const form = page.getByRole("form", { name: "Which sources are shown" });
  await form.getByLabel("Read").selectOption("");
  await form.getByLabel("Order").selectOption("claims");
  await form.getByRole("button", { name: "Show these" }).click();
  const first = page.locator("#found").locator("xpath=ancestor::section").locator("tbody tr").first();
  const claims = first.locator('td[data-label="Claims"] a');
  const count = Number(await claims.innerText());
  expect(count).toBeGreaterThan(5);
  await claims.click();
  await expect(page.getByRole("heading", { name: `Claims that rest on it ${count}` })).toBeVisible();
  await expect(rows(page, "claims")).toHaveCount(count);

  for (const tab of ["on it alone", "less certain without it", "as certain without it"]) {
    const link = section(page, "claims").getByRole("link", { name: new RegExp(`^${tab}`) });
    const counted = Number((await link.innerText()).replace(/\D/g, ""));
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect(rows(page, "claims")).toHaveCount(counted);
  }
});

test("an upstream report that nobody has read: who retells it, and what would fall with it", async ({
  page,
}) => {
  await page.goto(REPORT);
  await expect(page.getByRole("main")).toContainText("Nobody here has read it.");
  const panel = page.getByRole("complementary", { name: "What rests on this alone" });
  await expect(panel).toContainText("Huawei Mate 10 Pro at Verizon");
  await expect(panel.getByRole("row", { name: /^Certainty/ })).toHaveText(/rumoured\s*unsupported/);
  await expect(panel.getByRole("row", { name: /^Origins/ })).toHaveText(/1\s*0/);
  await expect(rows(page, "downstream")).toHaveCount(5);
  // The picture says the same as the list.
  const boxes = section(page, "web").getByRole("listitem");
  await expect(boxes).toHaveCount(7);
  for (const publisher of ["Business Insider", "CRN", "Pocketnow", "Talk Android", "Novinite"]) {
    await expect(boxes.filter({ hasText: publisher })).toHaveCount(1);
    await expect(rows(page, "downstream").filter({ hasText: publisher })).toHaveCount(1);
  }
  await expectAccessible(page);
  await rows(page, "downstream")
    .filter({ hasText: "CRN" })
    .locator('[data-label="Claims it passes on"] a')
    .click();
  await expect(page).toHaveURL(/through=crn/);
  await expect(section(page, "claims")).toContainText("Only what comes through CRN.");

  await page.getByLabel("as published by").fill("2018-01-20");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("By 20 Jan 2018 it had not been published.");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(REPORT);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a source of another name is looked for, and an earlier record does not have it yet", async ({
  page,
}) => {
  const answer = await page.goto(`${REPORT}x`);
  expect(answer?.status()).toBe(404);
  await page
    .getByRole("link", { name: "Report that Verizon dropped its plans to sell Huawei phones" })
    .click();
  await expect(page).toHaveURL(REPORT);
  await page.goto(`${REPORT}?record=2020-01-01T00:00Z`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not on record then");
});

test("what a retraction would do is foretold, and then it is so; nothing writes in the past", async ({
  page,
}) => {
  await signInAs(page, "reviewer");
  await page.goto("/edit/sources/new");
  await page.getByLabel("Publisher", { exact: true }).fill("The Daily Hoax");
  await page.getByLabel("Headline").fill("Carrier to sell the Palm Pre 2 again");
  await page.getByLabel("Published", { exact: true }).fill("1 Feb 2012");
  await page
    .locator("form")
    .getByRole("button", { name: /^Create|^Add|^Record/ })
    .click();
  await page.waitForURL(/saved=/);
  await page.goto("/sources?q=Palm+Pre+2+again");
  await page.getByRole("link", { name: "Carrier to sell the Palm Pre 2 again" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing rests on it.");
  const address = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Edit", exact: true }).last().click();
  await page.getByLabel("Headline").fill("Carrier to sell the Palm Pre 2 once more");
  await page.getByRole("button", { name: "Record this edit" }).click();
  await page.waitForURL(/saved=/);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Carrier to sell the Palm Pre 2 once more",
  );
  await expect(rows(page, "history")).toHaveCount(2);
  await expect(rows(page, "history").first()).toContainText(/Headline: .*again.*once more/);
  await expect(rows(page, "history").first()).toContainText("Test reviewer");

  await page.getByRole("link", { name: "Retract" }).click();
  await page.getByLabel("Taken back on", { exact: true }).fill("1 Mar 2012");
  await page.getByLabel("Why", { exact: true }).fill("The paper made it up.");
  await page.getByRole("button", { name: "Mark as retracted" }).click();
  await page.waitForURL(/saved=/);
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText(
    "Its publisher took it back, 1 Mar 2012: The paper made it up.",
  );
  await expect(page.getByRole("link", { name: "Retract" })).toHaveCount(0);

  await page.goto(`${address}?known=2012-02-10`);
  await expect(page.getByRole("main")).not.toContainText("took it back");
  await expect(page.locator("main .head").getByRole("link", { name: /Edit|Retract/ })).toHaveCount(0);
});
