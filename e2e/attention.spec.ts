import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { ownLedger } from "./ledger";
import { signInAs } from "./people";

/** An editor goes through what needs attention: mends one thing by the form it leads to, puts another off, takes it back. */

type Ledger = Awaited<ReturnType<typeof ownLedger>>;

/** At carrier one a plan whose target has passed, on anonymous word; the same at carrier two. */
async function plans(ledger: Ledger): Promise<void> {
  await ledger.publish("2018-01-10");
  const evidence = [{ ...ledger.witness("2018-01-10"), attribution: "anonymous" }];
  const plan = ledger.said("planned", "2018-01", "2018-01-10", { target: "2018-03", evidence });
  const at = (place: "one" | "two") => ({
    device: ledger.device,
    carrier: ledger.carrier(place),
    version: 0,
  });
  await ledger.run(
    { kind: "record-status", ...at("one"), ...plan },
    { kind: "record-status", ...at("two"), ...plan },
  );
}

const item = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

for (const javaScriptEnabled of [true, false]) {
  const script = `${javaScriptEnabled ? "with" : "without"} script`;

  test(`what needs attention is found and put off ${script}`, async ({ browser }) => {
    const ledger = await ownLedger(javaScriptEnabled ? "Caring" : "Careful");
    await plans(ledger);
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "editor");
    await page.goto("/edit");
    await page.getByRole("link", { name: /things need a look$/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What needs attention");
    await page.getByRole("combobox", { name: "Manufacturer" }).selectOption(ledger.name);
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(new RegExp(`manufacturer=${ledger.slug}`));
    await expect(page.getByRole("heading", { name: "Plans whose target has passed 2" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Resting on one anonymous origin 2" })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    // Put off, with a reason; taken back.
    await page.getByRole("link", { name: "Plans whose target has passed", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
      "Plans whose target has passed 2",
    );
    const one = item(page, `${ledger.name} one`);
    await one.getByRole("link", { name: /^Put off/ }).click();
    await page.getByRole("button", { name: "Put off" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Say why it can wait");
    await page.getByLabel("Why it can wait").fill("The carrier answers next week.");
    await page.getByLabel("Until").fill("2001-01-01");
    await page.getByRole("button", { name: "Put off" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This day is not ahead.");
    await expect(page.getByLabel("Why it can wait")).toHaveValue("The carrier answers next week.");
    await page.getByLabel("Until").fill(tomorrow());
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("button", { name: "Put off" }).click();
    const waiting = item(page, "The carrier answers next week.").filter({ hasText: ledger.name });
    await expect(waiting).toContainText("Test editor");
    await expect(page.getByRole("heading", { name: "Plans whose target has passed 1" })).toBeVisible();
    await waiting.getByRole("button", { name: /^Take back/ }).click();
    await expect(page.getByRole("heading", { name: "Plans whose target has passed 2" })).toBeVisible();
    await page.context().close();
  });

  test(`it is mended by one click to the form, which says what else could be better, ${script}`, async ({
    browser,
  }) => {
    const ledger = await ownLedger(javaScriptEnabled ? "Mending" : "Mended");
    await plans(ledger);
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "editor");
    await page.goto(`/edit/attention?kind=plan-passed&manufacturer=${ledger.slug}`);
    await expect(page.getByRole("heading", { name: "Plans whose target has passed 2" })).toBeVisible();
    await item(page, `${ledger.name} two`)
      .getByRole("link", { name: /^Record news/ })
      .click();
    await expect(page.getByLabel("Carrier", { exact: true })).toHaveValue(new RegExp(`${ledger.name} two`));
    await page.getByRole("radio", { name: /withdrawn/ }).check();
    await page.getByLabel("When", { exact: true }).fill("2018-02");
    const row = page.getByRole("group", { name: "Evidence 1", exact: true });
    await row.getByLabel("Source", { exact: true }).fill(ledger.witness("2018-01-10").source);
    await row.getByLabel("Attribution", { exact: true }).selectOption("anonymous");
    await page.getByRole("button", { name: "Preview" }).click();
    const panel = page.getByRole("complementary", { name: "What will change" });
    await expect(panel).toContainText("Nothing says why it was withdrawn.");
    await expect(panel).toContainText("Only people who are not named say that it was withdrawn.");
    await page.getByLabel("reason not known").check();
    await page.getByRole("button", { name: "Record this change" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
    await page.goto(`/edit/attention?kind=plan-passed&manufacturer=${ledger.slug}`);
    await expect(item(page, `${ledger.name} one`)).toBeVisible();
    await expect(item(page, `${ledger.name} two`)).toHaveCount(0);
    await page.context().close();
  });
}

test("the form of a thing says what could be better, at its field", async ({ page }) => {
  const ledger = await ownLedger("Heedful");
  await signInAs(page, "editor");
  await page.goto(`/edit/devices/${ledger.device}`);
  await expect(page.locator("#f-announced-warning")).toContainText("Nothing says when it was announced.");
  await page.getByLabel("Announced", { exact: true }).fill("Jan 2018");
  await expect(page.locator("#f-announced-warning")).toHaveCount(0);
  await expect(page.locator("#f-aliases-warning")).toContainText("It has no model number");
  await page.goto("/edit/attention?kind=nonsense&days=never");
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText("is not a list of this page");
});

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
