import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { ownLedger } from "./ledger";
import { signInAs } from "./people";

/** Deals are ticked where they are seen, and one change is recorded for all of them. */

const bar = (page: Page) => page.getByRole("form", { name: "Deals that are chosen" });
const go = (page: Page) => bar(page).getByRole("button", { name: /^Change status of/ });

/** A phone that two carriers sell and a tablet that one of them sells. */
async function shelf(kind: string) {
  const ledger = await ownLedger(kind);
  await ledger.publish("2019-05-01");
  const tablet = `${ledger.device}-b`;
  const sold = (device: string, place: "one" | "two") => ({
    kind: "record-status",
    device,
    carrier: ledger.carrier(place),
    version: 0,
    ...ledger.said("carried", "2019-05", "2019-05-01"),
  });
  await ledger.run(
    {
      kind: "create-device",
      slug: tablet,
      manufacturer: ledger.slug,
      name: `${ledger.name} Tablet`,
      deviceKind: "tablet",
      announced: null,
      aliases: [],
    },
    sold(ledger.device, "one"),
    sold(ledger.device, "two"),
    sold(tablet, "one"),
  );
  const { name } = ledger;
  /** The box of a deal, on any page. */
  const box = (page: Page, device: "Phone" | "Tablet", place: "one" | "two") =>
    page.getByRole("checkbox", { name: new RegExp(`^${name} ${device} at ${name} ${place}(:|$)`) });
  return { ...ledger, box };
}

/** On the bulk page: which deals came along. */
async function came(page: Page): Promise<readonly (string | undefined)[]> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One change for many deals");
  return page
    .getByRole("checkbox", { name: / at / })
    .evaluateAll((boxes) => boxes.map((box) => box.parentElement?.innerText.trim()));
}

test("cells of the matrix are ticked, changed as one batch, and the batch is undone", async ({ page }) => {
  const { name, slug, device, carrier, witness, box } = await shelf("Shelf");
  await signInAs(page, "editor");
  await gotoHearing(page, `/matrix?manufacturer=${slug}`);
  await page.getByRole("link", { name: "Choose deals to change" }).click();
  await expect(bar(page)).toContainText("0 deals chosen");
  await expect(go(page)).toBeDisabled();
  const row = page.getByRole("checkbox", { name: `All deals of ${name} Phone in sight` });
  await row.check();
  await expect(box(page, "Phone", "two")).toBeChecked();
  await box(page, "Phone", "one").uncheck();
  await expect(row).toHaveJSProperty("indeterminate", true);
  await expect(row).not.toBeChecked();
  await page.getByRole("checkbox", { name: `All deals at ${name} one in sight` }).check();
  await expect(box(page, "Tablet", "one")).toBeChecked();
  await expect(row).toBeChecked();
  // Nothing is recorded there: it comes along only when it is ticked itself.
  await expect(box(page, "Tablet", "two")).not.toBeChecked();
  await box(page, "Tablet", "two").check();
  await bar(page).getByRole("checkbox", { name: "All 3 on this page" }).uncheck();
  await expect(bar(page)).toContainText("1 deal chosen");
  await bar(page).getByRole("checkbox", { name: "All 3 on this page" }).check();
  await box(page, "Tablet", "one").uncheck();
  await expectAccessible(page);
  await go(page).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One change for many deals");
  await expect(page.getByRole("main")).toContainText("3 deals, as they were ticked.");
  const fresh = page.getByRole("row", { name: new RegExp(`${name} Tablet at ${name} two`) });
  await expect(fresh).toContainText("nothing recorded: this would be its first status");
  await page.getByRole("radio", { name: /paused/ }).check();
  await page.getByLabel("When", { exact: true }).fill("20 May 2019");
  await page.getByLabel("supply", { exact: true }).check();
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByLabel("Source", { exact: true }).fill(witness("2019-05-01").source);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(fresh).toContainText("today paused");
  await page.getByRole("button", { name: "Record for all ticked" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
  await page.goto(`/deals?manufacturer=${slug}&status=paused`);
  await expect(page.getByRole("main")).toContainText("3 deals match.");

  await page.goto("/edit/batches");
  const batch = page.getByRole("row", { name: /paused, 20 May 2019: 3 deals/ }).first();
  await batch.getByRole("link", { name: "Undo…" }).click();
  await page.getByLabel(/^Why/).fill("Another maker was meant.");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Undone." })).toBeVisible();
  await page.goto(`/deals?manufacturer=${slug}&status=carried`);
  await expect(page.getByRole("main")).toContainText("3 deals match.");
  await page.goto(`/deals/${device}/${carrier("one")}`);
  await expect(page.getByRole("main")).toContainText("carried");
});

test("by keyboard alone: arrows move, with Shift they tick, Enter goes on", async ({ page }) => {
  const { slug, box, name } = await shelf("Keyed");
  await signInAs(page, "editor");
  await gotoHearing(page, `/matrix?manufacturer=${slug}&choose=1`);
  await expect(bar(page)).toContainText("0 deals chosen");
  await box(page, "Phone", "one").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(box(page, "Tablet", "one")).toBeFocused();
  await expect(box(page, "Tablet", "one")).not.toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(box(page, "Phone", "two")).toBeFocused();
  await expect(box(page, "Phone", "two")).toBeChecked();
  await expect(bar(page)).toContainText("2 deals chosen");
  // A range by Shift and a click or Space: what is recorded in the rectangle.
  await page.keyboard.press("Space");
  await box(page, "Tablet", "one").focus();
  await page.keyboard.press("Shift+Space");
  await page.keyboard.press("Enter");
  expect(await came(page)).toEqual([
    `${name} Phone at ${name} one`,
    `${name} Phone at ${name} two`,
    `${name} Tablet at ${name} one`,
  ]);
});

test("what was ticked comes along to other pages, and back to be changed", async ({ page }) => {
  const { slug, carrier, box, name } = await shelf("Along");
  await signInAs(page, "editor");
  await gotoHearing(page, `/deals?carrier=${carrier("one")}&choose=1`);
  await box(page, "Tablet", "one").check();
  await page.getByRole("link", { name: /^at .* \(take away/ }).click();
  await expect(page).toHaveURL(/\/deals\?choose=1&chosen=/);
  await page.getByRole("combobox", { name: "Manufacturer", exact: true }).selectOption(slug);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(new RegExp(`manufacturer=${slug}.*chosen=`));
  await expect(box(page, "Tablet", "one")).toBeChecked();
  await box(page, "Phone", "two").check();
  await page.getByRole("combobox", { name: "Carrier", exact: true }).selectOption(carrier("one"));
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(bar(page)).toContainText("2 deals chosen, 1 of them not in sight");
  await go(page).click();
  expect(await came(page)).toEqual([`${name} Phone at ${name} two`, `${name} Tablet at ${name} one`]);
  await page.getByRole("link", { name: "Choose others" }).click();
  await expect(bar(page)).toContainText("2 deals chosen, 1 of them not in sight");
  await page.getByRole("link", { name: "Stop choosing" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});

test("without script the boxes are a plain form, in the matrix, the list and the search, also on a phone", async ({
  browser,
}) => {
  const { slug, carrier, box, name } = await shelf("Plain");
  const page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  ).newPage();
  await signInAs(page, "editor");
  await page.goto(`/matrix?manufacturer=${slug}`);
  await page.getByRole("link", { name: "Choose deals to change" }).click();
  await page.getByRole("checkbox", { name: `All deals of ${name} Phone in sight` }).check();
  await go(page).click();
  expect(await came(page)).toEqual([`${name} Phone at ${name} one`, `${name} Phone at ${name} two`]);

  await page.goto(`/deals?carrier=${carrier("one")}`);
  await page.getByRole("link", { name: "Choose deals to change" }).click();
  await box(page, "Tablet", "one").check();
  await go(page).click();
  expect(await came(page)).toEqual([`${name} Tablet at ${name} one`]);

  await page.goto(`/search?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name: "Choose deals to change" }).click();
  await bar(page).getByRole("checkbox", { name: "All 3 on this page" }).check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await go(page).click();
  expect(await came(page)).toHaveLength(3);
  await page.goto(`/search?q=${encodeURIComponent(name)}&kind=deal&choose=1`);
  await bar(page).getByRole("link", { name: "All 3 that are found" }).click();
  await expect(page.getByRole("main")).toContainText(`3 deals: found by “${name}”.`);
  expect(await came(page)).toHaveLength(3);
  // Nothing ticked: said, with the way back.
  await page.goto(`/deals?carrier=${carrier("one")}&choose=1`);
  await go(page).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No deal was ticked.");
  await page.context().close();
});

test("who may not edit, and who looks at the past, sees nothing of it", async ({ page }) => {
  for (const address of [
    "/matrix?manufacturer=huawei&choose=1",
    "/deals?carrier=verizon&choose=1",
    "/search?q=huawei&kind=deal&choose=1",
  ]) {
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Choose deals to change" })).toHaveCount(0);
  }
  await signInAs(page, "editor");
  await page.goto("/matrix?manufacturer=huawei&choose=1&on=2018-02-01");
  await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
});
