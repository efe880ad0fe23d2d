import { expect, type Page, test } from "@playwright/test";
import { readCsv } from "@/formats/csv";

/** Everything that can be taken away of a page, opened and compared with the page; and found again later. */

const chart = (page: Page, title: string) =>
  page.locator("section.chart").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

async function file(page: Page, title: string, name: string) {
  const link = chart(page, title).getByRole("link", { name, exact: true });
  const href = (await link.getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect([href, answer.status()]).toEqual([href, 200]);
  return answer;
}

const open = (page: Page, title: string, menu: string) =>
  chart(page, title).locator("summary", { hasText: menu }).click();

/** The file of a chart is the table of the page, in each of its forms. */
async function expectTaken(page: Page, title: string): Promise<void> {
  await open(page, title, "Download");
  const csv = await file(page, title, "CSV");
  const read = readCsv(await csv.text());
  if (!read.ok) throw new Error(read.message);
  const [head = [], ...rows] = read.rows;
  const json = await (await file(page, title, "JSON")).json();
  const plain = (value: unknown) => (value === null ? "" : String(value));
  expect(json.rows.map((r: Record<string, unknown>) => head.map((column) => plain(r[column])))).toEqual(rows);
  expect(json.title).toContain(title);
  expect(json.cite).toContain("record of");

  // The table of the page is the file, or each year of it.
  await open(page, title, "Table");
  const cells = await chart(page, title)
    .getByRole("table")
    .locator("tbody tr")
    .evaluateAll((trs) =>
      trs.map((tr) =>
        [...tr.querySelectorAll("td.num")].map((td) => td.textContent?.replaceAll(",", "") ?? ""),
      ),
    );
  const numbers = rows.map((row) => row.filter((cell, i) => i > 0 && /^-?\d+(\.\d+)?$/.test(cell)));
  for (const row of cells) expect(numbers).toContainEqual(row);
  expect(cells.length).toBeGreaterThan(0);

  const svg = await (await file(page, title, "SVG")).text();
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
    const svg = await (await file(page, first, "SVG")).text();
    const png = await (await file(page, first, "PNG")).body();
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)?.[1]));
    await open(page, first, "Cite");
    const csl = await (await file(page, first, "CSL-JSON")).json();
    expect(csl[0].URL).toContain("record=");
    expect(await (await file(page, first, "BibTeX")).text()).toMatch(/^@misc\{rangebook-/);
  });
}

/** What a page as a whole can be taken away as, from its last section. */
async function wholeOf(page: Page, name: string) {
  const links = page.locator("section").filter({ has: page.locator("#cite") });
  const href = (await links.getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
  expect(href).toContain("record=");
  const answer = await page.request.get(href);
  expect([href, answer.status()]).toEqual([href, 200]);
  return answer;
}

test("matrix, comparison, source and deal are taken away as a whole, and cited", async ({ page }) => {
  test.setTimeout(120_000);
  for (const [address, columns, picture] of [
    ["/matrix?manufacturer=huawei", ["device", "carrier", "status"], null],
    ["/compare?devices=huawei-mate-10-pro,huawei-p10", ["claim", "carrier"], "Verizon"],
    ["/compare?manufacturers=huawei,samsung", ["manufacturer", "day"], "Samsung"],
    ["/sources/bloomberg-20180130-verizon", ["claim", "rests"], "Bloomberg"],
    ["/deals/huawei-mate-10-pro/verizon", ["claim", "status"], "Verizon"],
    ["/retailers/best-buy", ["listing", "from_earliest"], null],
  ] as const) {
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}on=2022-12-31`);
    const read = readCsv(await (await wholeOf(page, "CSV")).text());
    if (!read.ok) throw new Error(read.message);
    const [head = [], ...rows] = read.rows;
    for (const column of columns) expect(head).toContain(column);
    expect(rows.length).toBeGreaterThan(0);
    if (address.startsWith("/matrix")) {
      const status = (device: string, carrier: string) =>
        rows.find((r) => r[head.indexOf("device")] === device && r[head.indexOf("carrier")] === carrier)?.[
          head.indexOf("status")
        ];
      const cells = page.locator(".mx a[data-cell]");
      expect(rows).toHaveLength(await cells.count());
      for (const cell of (await cells.all()).slice(0, 12)) {
        const [device = "", carrier = ""] = ((await cell.getAttribute("data-cell")) ?? "").split("/");
        const words = (await cell.getAttribute("aria-label")) ?? "";
        expect(words).toContain(
          status(device, carrier)?.replace("retail-only", "retail only") || "no status",
        );
      }
    }
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
  }
});

test("what a number opens is taken away whole, though the page lists fifty", async ({ page }) => {
  await page.goto("/deals?status=carried&on=2019-06-01");
  const total = Number(/\d+/.exec(await page.locator(".lead b").first().innerText())?.[0]);
  expect(total).toBeGreaterThan(50);
  const shown = await page.locator("table.list tbody tr").allInnerTexts();
  await page.locator("summary", { hasText: "Download" }).click();
  const href = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const read = readCsv(await (await page.request.get(href ?? "")).text());
  if (!read.ok) throw new Error(read.message);
  const [head = [], ...rows] = read.rows;
  expect(rows).toHaveLength(total);
  for (const [i, text] of shown.entries())
    for (const column of ["device_name", "carrier_name", "certainty"])
      expect(text).toContain(rows[i]?.[head.indexOf(column)]);
});

test("a device's history as picture and table says what its page says", async ({ page }) => {
  await page.goto("/devices/huawei-mate-10-pro");
  const take = (name: string) => wholeOf(page, name);
  const read = readCsv(await (await take("CSV")).text());
  if (!read.ok) throw new Error(read.message);
  const [head = [], ...rows] = read.rows;
  const cell = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? "";
  const said = await page
    .locator("section")
    .filter({ has: page.locator("#list") })
    .locator("tbody tr")
    .allInnerTexts();
  expect(rows).toHaveLength(said.length);
  for (const [i, row] of rows.entries()) {
    for (const column of ["carrier_name", "effective_words", "certainty"])
      expect(said[i]).toContain(cell(row, column));
    expect(said[i]?.replace("retail only", "retail-only")).toContain(cell(row, "status"));
    expect(cell(row, "sources")).not.toBe("");
  }
  const svg = await (await take("SVG")).text();
  for (const row of rows) expect(svg).toContain(cell(row, "carrier_name").replace("&", "&amp;"));
  expect(svg).toContain("record of");
  expect(svg).not.toContain("var(--");
  expect((await (await take("PNG")).body()).subarray(1, 4).toString()).toBe("PNG");
  expect((await page.request.get("/download/device.csv?slug=no-such-phone")).status()).toBe(404);
});

test("a chart's reference leads back to it, in three forms", async ({ page }) => {
  await page.goto("/");
  const title = "What became of plans";
  await open(page, title, "Cite");
  const link = chart(page, title).getByRole("link", { name: "Permanent link" });
  const href = (await link.getAttribute("href")) ?? "";
  expect(href).toMatch(/record=.*#outcome-of-plans$/);
  const bibtex = await (await file(page, title, "BibTeX")).text();
  expect(bibtex).toContain("@misc{rangebook-what-became-of-plans");
  const [csl] = await (await file(page, title, "CSL-JSON")).json();
  expect(csl.URL).toContain(href.replace(/#.*/, ""));
  await page.goto(href);
  await expect(chart(page, title)).toBeVisible();
  await expect(page.getByText("as our record stood on")).toBeVisible();
});

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
