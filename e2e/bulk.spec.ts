import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { ownLedger } from "./ledger";
import { signInAs } from "./people";

/** "EE pauses all Huawei 5G phones": one change for the deals of a list, previewed, one left out, saved as one batch. */

/** A phone and a tablet that are sold, the phone at two carriers. */
async function soldBy(kind: string) {
  const ledger = await ownLedger(kind);
  await ledger.publish("2019-05-01");
  const sold = ledger.said("carried", "2019-05", "2019-05-01");
  const at = (device: string, place: "one" | "two") => ({
    kind: "record-status",
    device,
    carrier: ledger.carrier(place),
    version: 0,
    ...sold,
  });
  const other = `${ledger.device}-b`;
  await ledger.run(
    {
      kind: "create-device",
      slug: other,
      manufacturer: ledger.slug,
      name: `${ledger.name} Tablet`,
      deviceKind: "tablet",
      announced: null,
      aliases: [],
    },
    at(ledger.device, "one"),
    at(other, "one"),
    at(ledger.device, "two"),
  );
  return ledger;
}

const boxes = (page: Page, name: string) => ({
  phone: page.getByRole("checkbox", { name: `${name} Phone at ${name} one` }),
  tablet: page.getByRole("checkbox", { name: `${name} Tablet at ${name} one` }),
});
const evidence = (page: Page) => page.getByRole("group", { name: "Evidence 1", exact: true });

for (const javaScriptEnabled of [true, false]) {
  const script = `${javaScriptEnabled ? "with" : "without"} script`;

  test(`many deals come from the matrix and from their list, are previewed and proposed, ${script}`, async ({
    browser,
  }) => {
    const ledger = await soldBy(javaScriptEnabled ? "Bulky" : "Bulk");
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "editor");

    // From the matrix, and from the list of deals.
    await page.goto(`/matrix?manufacturer=${ledger.slug}`);
    await page.getByRole("link", { name: "One change for all of these" }).click();
    await expect(page.getByRole("checkbox", { name: / at / })).toHaveCount(3);
    await expect(page.getByRole("main")).toContainText(`devices of ${ledger.name}`);
    await page.goto(`/deals?carrier=${ledger.carrier("one")}&status=carried`);
    await page.getByRole("link", { name: "One change for all of these" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One change for many deals");
    const { phone, tablet } = boxes(page, ledger.name);
    await expect(page.getByRole("checkbox", { name: / at / })).toHaveCount(2);

    await page.getByRole("radio", { name: /paused/ }).check();
    await page.getByLabel("When", { exact: true }).fill("20 May 2019");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "A claim needs at least one source",
    );
    const row = evidence(page);
    await row.getByText("The source is not on record yet").click();
    await row.getByLabel("Publisher", { exact: true }).fill(`${ledger.name} Times`);
    await row.getByLabel("Published", { exact: true }).fill("22 May 2019");
    await row.getByLabel("Attribution", { exact: true }).selectOption("official");
    await page.getByRole("button", { name: "Preview" }).click();
    const became = page.getByRole("row", { name: new RegExp(`${ledger.name} Phone`) });
    await expect(became).toContainText(/today paused\s*confirmed/);
    await expect(became).toContainText("Nothing says why it was paused.");
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByLabel("supply", { exact: true }).check();
    await tablet.uncheck();
    await expect(phone).toBeChecked();
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("row", { name: new RegExp(`${ledger.name} Tablet`) })).toContainText(
      "left out",
    );
    await page.getByLabel("For the second person").fill("Is it all of them?");
    await page.getByRole("button", { name: "Propose" }).click();
    await expect(page).toHaveURL(/\/edit\/review\/[0-9a-f-]+$/);
    await expect(page.getByRole("main")).toContainText("Is it all of them?");
    await page.context().close();
  });

  test(`many deals change at once, one of them left out, ${script}`, async ({ browser }) => {
    const ledger = await soldBy(javaScriptEnabled ? "Heavy" : "Heft");
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "editor");

    await page.goto(`/deals?carrier=${ledger.carrier("one")}&status=carried`);
    await page.getByRole("link", { name: "One change for all of these" }).click();
    const { tablet } = boxes(page, ledger.name);
    await page.getByRole("radio", { name: /paused/ }).check();
    await page.getByLabel("When", { exact: true }).fill("20 May 2019");
    await evidence(page).getByLabel("Source", { exact: true }).fill(ledger.witness("2019-05-01").source);
    await tablet.uncheck();
    await page.getByRole("button", { name: "Record for all ticked" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
    await page.goto(`/deals?manufacturer=${ledger.slug}&status=paused`);
    await expect(page.getByRole("main")).toContainText("1 deal matches.");
    await page.goto(`/log/deals/${ledger.device}/${ledger.carrier("one")}`);
    await expect(page.getByRole("row", { name: /paused/ })).toContainText("Test editor");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.context().close();
  });
}
