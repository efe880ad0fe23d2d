import { expect, type Page, test } from "@playwright/test";
import { readCsv } from "@/formats/csv";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { ownLedger } from "./ledger";

/** The weekly report: what changed between two days, told apart, narrowed, taken away and found again. */

const parts = (page: Page) => page.locator("main section");
const lines = (page: Page) => page.locator("main table.changes tbody tr");
const number = (text: string | null): number => Number(text?.replace(/\D/g, ""));

test("two days of the dossier, narrowed and grouped by the form; every number counts its lines", async ({
  page,
}) => {
  await page.goto("/changes");
  await page.getByLabel("From", { exact: true }).fill("2018-01-01");
  await page.getByLabel("to", { exact: true }).fill("2018-02-15");
  await page.getByRole("button", { name: "Compare two days" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed, 1 Jan to 15 Feb 2018");
  for (const title of ["The world changed", "We corrected", "Only the evidence changed"]) {
    const part = parts(page).filter({ has: page.getByRole("heading", { name: title }) });
    const said = await part.getByRole("heading", { level: 2 }).locator(".count").innerText();
    await expect(part.locator("tbody tr")).toHaveCount(Number(said));
  }
  const whole = await lines(page).count();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Carrier", exact: true }).selectOption({ label: "Verizon (US)" });
  await page.getByRole("combobox", { name: "Grouped by" }).selectOption("reason");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("heading", { level: 3, name: /^political pressure/ })).toBeVisible();
  await expect(page.getByRole("list", { name: "Filters in force" })).toHaveText(/at Verizon/);
  const narrowed = await lines(page).count();
  expect(narrowed).toBeGreaterThan(0);
  expect(narrowed).toBeLessThan(whole);
  for (const row of await lines(page).all()) await expect(row).toContainText("Verizon");

  const drop = lines(page).filter({ hasText: "Verizon drops the phone" });
  await expect(drop).toContainText("planned");
  await expect(drop).toContainText("withdrawn");
  await expect(drop).toContainText("rumoured");
  await drop.getByRole("link", { name: "Huawei Mate 10 Pro" }).click();
  await expect(page.getByRole("complementary")).toContainText("5 articles, 1 origin");
});

test("the three kinds are told apart, and a cited report stays as it was", async ({ page }) => {
  const own = await ownLedger("Kea Works");
  for (const day of ["2015-03-01", "2015-03-02", "2015-04-01", "2015-04-10", "2015-04-20"])
    await own.publish(day);
  const at = (place: "one" | "two") => ({ device: own.device, carrier: own.carrier(place) });
  const [first] = await own.run({
    kind: "record-status",
    ...at("one"),
    version: 0,
    ...own.said("planned", "2015-03", "2015-03-01"),
  });
  const [second] = await own.run({
    kind: "record-status",
    ...at("two"),
    version: 0,
    ...own.said("planned", "2015-03-02", "2015-03-02"),
  });
  const why = "A later report names the day.";
  const [better] = await own.run({
    kind: "correct-status",
    corrects: first,
    version: 1,
    why,
    ...own.said("planned", "2015-03-01", "2015-04-01"),
  });
  await own.run({ kind: "add-evidence", claim: second, version: 1, evidence: own.witness("2015-04-10") });
  await own.run({
    kind: "record-status",
    ...at("two"),
    version: 2,
    ...own.said("carried", "2015-04-20", "2015-04-20"),
  });

  const address = `/changes?from=2015-03-15&to=2015-05-01&manufacturer=${own.slug}`;
  await page.goto(address);
  const kind = (title: string) =>
    parts(page)
      .filter({ has: page.getByRole("heading", { name: title }) })
      .locator("tbody tr");
  await expect(kind("The world changed")).toHaveCount(1);
  await expect(kind("The world changed")).toContainText(`${own.name} two began to sell it.`);
  await expect(kind("We corrected")).toHaveCount(1);
  await expect(kind("We corrected").locator("del")).toHaveText("Mar 2015");
  await expect(kind("We corrected")).toContainText(why);
  await expect(kind("Only the evidence changed")).toHaveCount(1);
  await expect(kind("Only the evidence changed")).toContainText("2 articles, 2 origins");
  await expect(page.getByText("The correction is no news.")).toBeVisible();

  await page.locator("summary", { hasText: "Cite" }).click();
  const cited = (await page.getByRole("link", { name: "Permanent link" }).getAttribute("href")) ?? "";
  expect(cited).toContain("record=");
  await page.goto(cited);
  const shown = await page.locator("main .wrap").last().innerText();

  await own.run({
    kind: "correct-status",
    corrects: better,
    version: 2,
    why: "Our slip.",
    ...own.said("declined", "2015-03-05", "2015-04-01", { note: "Never planned, after all." }),
  });
  await page.goto(address);
  await expect(kind("We corrected")).toContainText("declined");
  await page.goto(cited);
  await expect(kind("We corrected")).not.toContainText("declined");
  expect(await page.locator("main .wrap").last().innerText()).toBe(shown);
});

test("the report is taken away as CSV and JSON, and both say what the page says", async ({ page }) => {
  await page.goto("/changes?from=2018-01-01&to=2018-06-01&all=yes");
  const rows = await lines(page).allInnerTexts();
  await page.locator("summary", { hasText: "Download" }).click();
  const file = async (name: string) => {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await page.request.get(href ?? "");
    expect(answer.status()).toBe(200);
    return answer;
  };
  const csv = await file("CSV");
  expect(csv.headers()["content-disposition"]).toMatch(/^attachment; filename="rangebook-changes-.*\.csv"$/);
  const read = readCsv(await csv.text());
  if (!read.ok) throw new Error(read.message);
  const [head = [], ...records] = read.rows;
  expect(head[0]).toBe("claim");
  expect(records).toHaveLength(rows.length);
  const cell = (record: readonly string[], column: string) => record[head.indexOf(column)] ?? "";
  for (const [i, record] of records.entries()) {
    for (const column of ["device_name", "carrier_name", "effective_words", "certainty"])
      expect(rows[i]).toContain(cell(record, column));
    expect(cell(record, "effective_earliest") <= cell(record, "effective_latest")).toBe(true);
  }
  const json = await (await file("JSON")).json();
  expect(json.left).toBe(0);
  expect(json.address).toContain("record=");
  expect(json.rows.map((r: Record<string, unknown>) => r.claim)).toEqual(
    records.map((r) => cell(r, "claim")),
  );

  await page.locator("summary", { hasText: "Cite" }).click();
  const bibtex = await (await file("BibTeX")).text();
  expect(bibtex).toContain("title = {{What changed, 1 Jan to 1 Jun 2018}}");
  const csl = await (await file("CSL-JSON")).json();
  expect(csl[0].URL).toContain("record=");
});

const LONG = "/changes?from=2015-01-01&to=2020-01-01";
const worldIn = (page: Page) => page.getByRole("link", { name: /^The world changed [\d,]+ times$/ });

test("a long report shows the first lines of a kind, and a group's number opens so many lines", async ({
  page,
}) => {
  await page.goto(`${LONG}&group=manufacturer`);
  const total = number(await worldIn(page).innerText());
  const world = parts(page).filter({ has: page.getByRole("heading", { name: "The world changed" }) });
  expect(number(await world.locator(".count").innerText())).toBe(total);
  await expect(world.locator("tbody tr")).toHaveCount(25);
  await expect(world).toContainText(`The first 25 of ${total.toLocaleString("en-GB")} lines.`);
  await expectAccessible(page);

  // A number of a group opens as many lines as it says.
  const group = page.getByRole("region", { name: "By manufacturer" }).locator("tbody tr").nth(1);
  const maker = await group.getByRole("rowheader").innerText();
  const ofMaker = group.getByRole("link", { name: `${maker}: The world changed` });
  const said = number(await ofMaker.innerText());
  await ofMaker.click();
  await expect(page.getByRole("list", { name: "Filters in force" })).toHaveText(
    new RegExp(`devices of ${maker}`),
  );
  expect(number(await parts(page).locator(".count").innerText())).toBe(said);
});

test("a long report leads to every line of it: page by page, on one page, in its file", async ({ page }) => {
  await page.goto(LONG);
  const total = number(await worldIn(page).innerText());
  await worldIn(page).click();
  const seen: string[] = [];
  for (let n = 1; ; n++) {
    await expect(page.getByText(`Page ${n} of`)).toBeVisible();
    seen.push(...(await lines(page).allInnerTexts()));
    const next = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen).toHaveLength(total);
  await page.getByRole("link", { name: "The whole report" }).click();
  await page.getByRole("link", { name: "the report on one page, to print" }).first().click();
  await expect(page).toHaveURL(/all=yes/);
  const all = await lines(page).allInnerTexts();
  expect(all.slice(0, total)).toEqual(seen);

  // A visitor's file is cut, and says so in itself.
  await page.locator("summary", { hasText: "Download" }).click();
  const href = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const read = readCsv(await (await page.request.get(href ?? "")).text());
  if (!read.ok) throw new Error(read.message);
  const [, ...records] = read.rows;
  const held = records.filter((record) => record.length > 1).length;
  expect(held).toBe(Math.min(all.length, 1_000));
  if (all.length > held)
    expect(records.at(-1)).toEqual([expect.stringContaining("more rows are not in this file")]);
});

test("days in the wrong order, the same day twice, and stepping from week to week by key", async ({
  page,
}) => {
  await page.goto("/changes?from=2018-02-01&to=2018-01-25");
  await expect(page.getByRole("alert").first()).toHaveText(
    "1 Feb 2018 comes after 25 Jan 2018. Give the earlier day first.",
  );
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2018-02-01");
  await page.getByRole("link", { name: "Compare 25 Jan to 1 Feb 2018" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed, 25 Jan to 1 Feb 2018");

  await gotoHearing(page, page.url());
  await page.keyboard.press("[");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed, 18 to 25 Jan 2018");

  await page.goto("/changes?from=2018-01-30&to=2018-01-30");
  await expect(page.getByText("Both are the same day")).toBeVisible();
  await page.getByRole("link", { name: "compare 29 to 30 Jan 2018" }).click();
  await expect(lines(page).filter({ hasText: "Verizon drops the phone" })).toHaveCount(1);
});

test("the latest changes, on a phone; what cannot be read is said", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/changes?by=recorded&from=2018-13-01");
  await expect(page.getByRole("alert").first()).toHaveText(
    '"2018-13-01" is not a day of the record. Write a day as 2018-01-30.',
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Latest changes");
  await expect(lines(page)).toHaveCount(50);
  await expect(lines(page).first()).toContainText("recorded");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText(/^Page 2 of/)).toBeVisible();
  await expectAccessible(page);
});
