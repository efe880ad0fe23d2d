import { expect, type Page, test } from "@playwright/test";
import {
  chart,
  chartTaken,
  csvOf,
  expectDeviceTaken,
  expectMatrixTaken,
  fileOfChart,
  openIn,
  wholeOf,
  wholeTaken,
} from "./taken";

/** Everything that can be taken away of a page, opened and compared with the page; and found again later. */

/** The file of a chart is the table of the page, in each of its forms. */
async function expectTaken(page: Page, title: string): Promise<void> {
  await chartTaken(page, title, "The world on 31 Dec 2022");
  const svg = await (await fileOfChart(page, title, "SVG")).text();
  expect(svg).toContain(`<title>${title.replace("&", "&amp;")}</title>`);
  expect(svg).not.toContain("var(--");
  expect(svg).not.toContain('href="/');
  // What refers to something in the file finds it there.
  for (const [, id] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(svg).toContain(`id="${id}"`);
  const words = svg.replace(/<[^>]+>/g, " ");
  expect(words).toContain("As of 31 Dec 2022");
  expect(words).toContain("Rangebook");
}

for (const [address, most] of [
  ["/", 8],
  ["/carriers/verizon", 4],
  ["/manufacturers/huawei", 3],
  ["/policy/huawei-entity-list-2019", 2],
] as const) {
  test(`each chart of ${address} as SVG, PNG, CSV and JSON says what the page says`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`${address}?on=2022-12-31`);
    const titles = await page.locator("section.chart h2").allInnerTexts();
    expect(titles).toHaveLength(most);
    for (const title of titles) await expectTaken(page, title);
    const [first = ""] = titles;
    const svg = await (await fileOfChart(page, first, "SVG")).text();
    const png = await (await fileOfChart(page, first, "PNG")).body();
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)?.[1]));
    await openIn(page, first, "Cite");
    const csl = await (await fileOfChart(page, first, "CSL-JSON")).json();
    expect(csl[0].URL).toContain("record=");
    expect(await (await fileOfChart(page, first, "BibTeX")).text()).toMatch(/^@misc\{rangebook-/);
  });
}

for (const [address, columns, picture] of [
  ["/matrix?manufacturer=huawei", ["device", "carrier", "status"], null],
  ["/compare?devices=huawei-mate-10-pro,huawei-p10", ["claim", "carrier"], "Verizon"],
  ["/compare?manufacturers=huawei,samsung", ["manufacturer", "day"], "Samsung"],
  ["/sources/bloomberg-20180130-verizon", ["claim", "rests"], "Bloomberg"],
  ["/deals/huawei-mate-10-pro/verizon", ["claim", "status"], "Verizon"],
  ["/retailers/best-buy", ["listing", "from_earliest"], null],
] as const) {
  test(`${address} is taken away as a whole, and cited`, async ({ page }) => {
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}on=2022-12-31`);
    const taken = await wholeTaken(page, "The world on 31 Dec 2022");
    for (const column of columns) expect(taken.head).toContain(column);
    expect(taken.rows.length).toBeGreaterThan(0);
    if (address.startsWith("/matrix")) await expectMatrixTaken(page, taken);
    if (picture) {
      const svg = await (await wholeOf(page, "SVG")).text();
      expect(svg).toContain(picture);
      expect(svg).toContain("As of 31 Dec 2022");
      for (const [, id] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(svg).toContain(`id="${id}"`);
    }
    expect(await (await wholeOf(page, "BibTeX")).text()).toMatch(/^@misc\{rangebook-/);
    const [csl] = await (await wholeOf(page, "CSL-JSON")).json();
    expect(csl.URL).toContain("record=");
    // Found again: the permanent address shows the page.
    await page.locator(".permanent a").click();
    await expect(page.getByText("as our record stood on")).toBeVisible();
  });
}

test("what a number opens is taken away whole, though the page lists fifty", async ({ page }) => {
  await page.goto("/deals?status=carried&on=2019-06-01");
  const total = Number(/\d+/.exec(await page.locator(".lead b").first().innerText())?.[0]);
  expect(total).toBeGreaterThan(50);
  const shown = await page.locator("table.list tbody tr").allInnerTexts();
  await page.locator("summary", { hasText: "Download" }).click();
  const href = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const { head, rows } = await csvOf(await page.request.get(href ?? ""));
  expect(rows).toHaveLength(total);
  for (const [i, text] of shown.entries())
    for (const column of ["device_name", "carrier_name", "certainty"])
      expect(text).toContain(rows[i]?.[head.indexOf(column)]);
});

test("a device's history as picture and table says what its page says", async ({ page }) => {
  await page.goto("/devices/huawei-mate-10-pro");
  const take = (name: string) => wholeOf(page, name);
  const taken = await wholeTaken(page, "The world on");
  await expectDeviceTaken(page, taken);
  const svg = await (await take("SVG")).text();
  for (const row of taken.rows) expect(svg).toContain(taken.cell(row, "carrier_name").replace("&", "&amp;"));
  expect(svg).toContain("record of");
  expect(svg).not.toContain("var(--");
  expect((await (await take("PNG")).body()).subarray(1, 4).toString()).toBe("PNG");
  expect((await page.request.get("/download/device.csv?slug=no-such-phone")).status()).toBe(404);
});

test("a chart's reference leads back to it, in three forms", async ({ page }) => {
  await page.goto("/");
  const title = "What became of plans";
  await openIn(page, title, "Cite");
  const link = chart(page, title).getByRole("link", { name: "Permanent link" });
  const href = (await link.getAttribute("href")) ?? "";
  expect(href).toMatch(/record=.*#outcome-of-plans$/);
  const bibtex = await (await fileOfChart(page, title, "BibTeX")).text();
  expect(bibtex).toContain("@misc{rangebook-what-became-of-plans");
  const [csl] = await (await fileOfChart(page, title, "CSL-JSON")).json();
  expect(csl.URL).toContain(href.replace(/#.*/, ""));
  await page.goto(href);
  await expect(chart(page, title)).toBeVisible();
  await expect(page.getByText("as our record stood on")).toBeVisible();
});

for (const [address, narrowed] of [
  ["/changes?from=2018-01-01&to=2018-02-15&carrier=verizon&status=withdrawn", "at Verizon, withdrawn"],
  ["/matrix?manufacturer=huawei&mark=single", "devices of Huawei, rests on one origin"],
  ["/deals?manufacturer=huawei&reason=political-pressure", "reason: political pressure, devices of Huawei"],
  ["/?country=US&years=2016/2018", "carriers in United States, the years 2016 to 2018"],
] as const) {
  test(`the reference of ${address} says its filters, in each form`, async ({ page }) => {
    await page.goto(address);
    const said = `, narrowed to ${narrowed}; record of `;
    await expect(page.locator(".quote, section:has(#cite) p").first()).toContainText(said);
    const title = "Reasons given";
    if (address.startsWith("/?")) await openIn(page, title, "Cite");
    const file = (name: string) =>
      address.startsWith("/?") ? fileOfChart(page, title, name) : wholeOf(page, name);
    expect(await (await file("BibTeX")).text()).toContain(said);
    const [csl] = await (await file("CSL-JSON")).json();
    expect(csl.note).toContain(said);
    expect(csl.title).not.toContain("huawei");
  });
}

test("what is no file says what there is; a bad day is refused, not guessed", async ({ request }) => {
  const unknown = await request.get("/download/overview-nothing.csv");
  expect(unknown.status()).toBe(404);
  expect((await unknown.json()).error.message).toContain("overview-slips");
  const nowhere = await request.get("/download/nothing.csv");
  expect(nowhere.status()).toBe(404);
  expect((await nowhere.json()).error.message).toContain("changes");
  const list = await request.get("/download/changes.png");
  expect(list.status()).toBe(404);
  const day = await request.get("/download/overview-slips.csv?on=2018-02-30");
  expect(day.status()).toBe(422);
  expect((await day.json()).error.message).toContain("2018-02-30");
});
