import { expect, type Page, test } from "@playwright/test";
import { ownLedger } from "./ledger";
import { signInAs } from "./people";

/**
 * A link that was cited shows the same for ever (docs/promises.md, D6). It is taken from the Cite of each kind of view, and what it
 * shows is written down; then an editor records, corrects, adds and takes back through the forms, and each link is opened again.
 */

test.describe.configure({ mode: "serial" });

/** What a reader of a view gets of it: its words and numbers, what its drawings and cells say, and where its links lead. */
type Shown = {
  readonly words: string;
  readonly labels: readonly string[];
  readonly links: readonly string[];
};
type Cited = { readonly link: string; readonly live: Shown; readonly shown: Shown };

let own: Awaited<ReturnType<typeof ownLedger>>;
let [planned, sold] = ["", ""];
const cited = new Map<string, Cited>();

/** Every kind of view that can be cited, narrowed to what this journey changes, or of the whole record. `MAKER` is its own. */
const VIEWS = [
  "/devices/MAKER-phone",
  "/devices/MAKER-phone?known=2016-05-02&on=2016-05-01",
  "/deals/MAKER-phone/MAKER-one",
  "/",
  "/?manufacturer=MAKER",
  "/?country=NZ&years=2016/2017&on=2017-06-01&known=2017-06-01",
  "/matrix?manufacturer=MAKER",
  "/matrix?country=NZ&columns=100&on=2017-06-01",
  "/changes?from=2016-01-01&to=2018-01-01&manufacturer=MAKER",
  "/changes?from=2016-01-01&to=2018-01-01&by=effective&group=carrier&manufacturer=MAKER",
  "/changes?by=recorded",
  "/carriers/MAKER-one",
  "/carriers/MAKER-two/spells",
  "/manufacturers/MAKER",
  "/deals?manufacturer=MAKER",
  "/sources/MAKER-2016-04-01",
  "/compare?devices=MAKER-phone,huawei-mate-10-pro",
  "/compare?manufacturers=MAKER,huawei",
] as const;
const addressOf = (view: string) => view.replaceAll("MAKER", own.slug);

async function shownOn(page: Page): Promise<Shown> {
  return page.locator("main").evaluate((main) => {
    const all = (selector: string, name: string) =>
      [...main.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? "");
    return {
      words: (main.textContent ?? "").replace(/\s+/g, " "),
      labels: all("[aria-label]", "aria-label"),
      links: all("a[href]", "href"),
    };
  });
}

/** The permanent link that the page offers: in its last section, in its menu, or beside its first chart. */
async function permanentLink(page: Page): Promise<string> {
  const section = page.locator(".permanent a");
  if ((await section.count()) > 0) return (await section.getAttribute("href")) ?? "";
  await page
    .locator("summary", { hasText: /^Cite$/ })
    .first()
    .click();
  return (await page.getByRole("link", { name: "Permanent link" }).first().getAttribute("href")) ?? "";
}

test.beforeAll(async () => {
  own = await ownLedger("Lasting");
  for (const day of ["2016-03-01", "2016-04-01", "2016-05-01"]) await own.publish(day);
  const record = (place: "one" | "two", version: number, claim: object) =>
    own.run({ kind: "record-status", device: own.device, carrier: own.carrier(place), version, ...claim });
  [planned = ""] = await record(
    "one",
    0,
    own.said("planned", "2016-03", "2016-03-01", { target: "2016-09" }),
  );
  await record("one", 1, own.said("carried", "2016-04-20", "2016-05-01"));
  [sold = ""] = await record("two", 0, own.said("carried", "2016-04-01", "2016-04-01"));
  await record("two", 1, own.said("ended", "2017-04", "2016-05-01"));
});

for (const view of VIEWS) {
  test(`${view} offers a link, which shows what it shows`, async ({ page }) => {
    await page.goto(addressOf(view));
    const live = await shownOn(page);
    const rows = await page.locator("main tbody tr").allTextContents();
    const link = await permanentLink(page);
    expect(link).toMatch(/[?&]record=\d{4}-/);
    await page.goto(link);
    await expect(page.getByText("as our record stood on").first()).toBeVisible();
    expect(await page.locator("main tbody tr").allTextContents()).toEqual(rows);
    cited.set(view, { link, live, shown: await shownOn(page) });
  });
}

const saved = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

/** Fills the first evidence of a form with a source that is not on record yet. */
async function newSource(page: Page, publisher: string, published: string): Promise<void> {
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByText("The source is not on record yet").click();
  await evidence.getByLabel("Publisher", { exact: true }).fill(publisher);
  await evidence.getByLabel("Published", { exact: true }).fill(published);
  await evidence.getByLabel("Attribution").selectOption("official");
  await evidence.getByLabel("Speaker").fill("A spokesperson of the carrier");
}

test("an editor records news of old days: a phone that nobody knew of, and a withdrawal", async ({
  page,
}) => {
  await signInAs(page, "editor");
  await page.goto(`/edit/record?carrier=${own.carrier("one")}`);
  await page.getByText("The device is not on record yet").click();
  await page.getByLabel("Name of the device", { exact: true }).fill(`${own.name} Second Phone`);
  await page.getByLabel("Manufacturer", { exact: true }).fill(own.slug);
  await page.getByRole("radio", { name: /carried/ }).check();
  await page.getByLabel("When", { exact: true }).fill("May 2016");
  await newSource(page, `${own.name} Late Paper`, "2 May 2016");
  await page.getByRole("button", { name: "Record this change" }).click();
  await saved(page, "Change recorded.");
  await page.goto(`/edit/record?device=${own.device}&carrier=${own.carrier("one")}`);
  await page.getByRole("radio", { name: /withdrawn/ }).check();
  await page.getByLabel("When", { exact: true }).fill("3 March 2017");
  await newSource(page, `${own.name} Newsroom`, "4 March 2017");
  await page.getByRole("button", { name: "Record this change" }).click();
  await saved(page, "Change recorded.");
});

test("an editor adds evidence, corrects a claim and takes one back", async ({ page }) => {
  await signInAs(page, "editor");
  await page.goto(`/edit/claims/${sold}/evidence`);
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByLabel("Source", { exact: true }).fill(own.source("2016-03-01"));
  await page.getByRole("button", { name: "Add this evidence" }).click();
  await saved(page, "Evidence added.");
  await page.goto(`/edit/claims/${sold}/correct`);
  await page.getByLabel("When", { exact: true }).fill("30 April 2016");
  await page.getByLabel("Why", { exact: true }).fill("The shop opened on that day.");
  await page.getByRole("button", { name: "Record this correction" }).click();
  await saved(page, "Correction recorded.");
  await page.goto(`/edit/claims/${planned}/retract`);
  await page.getByLabel("Why", { exact: true }).fill("It was another phone.");
  await page.getByRole("button", { name: "Retract this claim" }).click();
  await saved(page, "Retracted.");
});

for (const view of VIEWS) {
  test(`the link shows what it showed, and ${view} what is known now`, async ({ page }) => {
    const then = cited.get(view);
    await page.goto(then?.link ?? "");
    expect(await shownOn(page)).toEqual(then?.shown);
    await page.goto(addressOf(view));
    expect((await shownOn(page)).words).not.toBe(then?.live.words);
  });
}
