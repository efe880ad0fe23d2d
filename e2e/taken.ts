import { type APIResponse, expect, type Locator, type Page } from "@playwright/test";
import { readCsv } from "@/formats/csv";

/** What is taken away of a page, opened and compared with the page that it was taken from. */

/** A table of a file: a line's cell by the name of its column. */
export type Taken = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly cell: (row: readonly string[], column: string) => string;
};

export async function csvOf(answer: APIResponse): Promise<Taken> {
  const read = readCsv(await answer.text());
  if (!read.ok) throw new Error(read.message);
  const [head = [], ...rows] = read.rows;
  return { head, rows, cell: (row, column) => row[head.indexOf(column)] ?? "" };
}

const plain = (value: unknown) =>
  value === null ? "" : typeof value === "boolean" ? (value ? "yes" : "no") : String(value);

/** The file that a link of the page leads to. */
async function fileOf(page: Page, link: Locator): Promise<APIResponse> {
  const href = (await link.getAttribute("href")) ?? "";
  expect(href).toContain("record=");
  const answer = await page.request.get(href);
  expect([href, answer.status()]).toEqual([href, 200]);
  return answer;
}

/** A file of the page as a whole, from its last section or from the menu of its head. */
export async function wholeOf(page: Page, name: string): Promise<APIResponse> {
  const section = page.locator("section").filter({ has: page.locator("#cite") });
  const from = (await section.count()) > 0 ? section : page.locator(".page-head, main").first();
  return fileOf(
    page,
    from
      .locator(".files a, .pop a")
      .filter({ hasText: new RegExp(`^${name}$`) })
      .first(),
  );
}

/** The file as CSV, which holds the same as JSON; and that says the view. */
export async function wholeTaken(page: Page, shows: string): Promise<Taken> {
  const csv = await csvOf(await wholeOf(page, "CSV"));
  await expectSameJson(csv, await wholeOf(page, "JSON"), { title: "", shows });
  return csv;
}

type Said = { readonly title: string; readonly shows: string };
async function expectSameJson(
  { head, rows }: Taken,
  answer: APIResponse,
  { title, shows }: Said,
): Promise<void> {
  const json = await answer.json();
  expect(json.rows.map((r: Record<string, unknown>) => head.map((column) => plain(r[column])))).toEqual(rows);
  expect(json.title).toContain(title);
  expect(json.shows).toContain(shows);
  expect(json.cite).toContain("record of");
  expect(json.address).toContain("record=");
}

export const chart = (page: Page, title: string) =>
  page.locator("section.chart").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

export const openIn = (page: Page, title: string, menu: string) =>
  chart(page, title).locator("summary", { hasText: menu }).click();

export const fileOfChart = (page: Page, title: string, name: string) =>
  fileOf(page, chart(page, title).getByRole("link", { name, exact: true }));

/** The file of a chart is the table of the page, or each year of it; and JSON says the same as CSV. */
export async function chartTaken(page: Page, title: string, shows: string): Promise<Taken> {
  await openIn(page, title, "Download");
  const csv = await csvOf(await fileOfChart(page, title, "CSV"));
  await expectSameJson(csv, await fileOfChart(page, title, "JSON"), { title, shows });
  await openIn(page, title, "Table");
  const cells = await chart(page, title)
    .getByRole("table")
    .locator("tbody tr")
    .evaluateAll((trs) =>
      trs.map((tr) =>
        [...tr.querySelectorAll("td.num")].map((td) => td.textContent?.replaceAll(",", "") ?? ""),
      ),
    );
  const numbers = csv.rows.map((row) => row.filter((cell, i) => i > 0 && /^-?\d+(\.\d+)?$/.test(cell)));
  for (const row of cells) expect([title, numbers]).toEqual([title, expect.arrayContaining([row])]);
  expect(cells.length).toBeGreaterThan(0);
  return csv;
}

/** Each line of a device's file is the line of its list, and the other way round. */
export async function expectDeviceTaken(page: Page, { rows, cell }: Taken): Promise<void> {
  const list = page.locator("section").filter({ has: page.locator("#list") });
  const said = await list.locator("tbody tr").allInnerTexts();
  expect(rows).toHaveLength(said.length);
  for (const [i, row] of rows.entries()) {
    for (const column of ["carrier_name", "effective_words", "certainty"])
      expect(said[i]).toContain(cell(row, column));
    expect(said[i]?.replace("retail only", "retail-only")).toContain(cell(row, "status"));
    expect(cell(row, "sources")).not.toBe("");
  }
}

/** Each deal in sight has a line in the matrix's file, with the status that its cell says. */
export async function expectMatrixTaken(page: Page, { rows, cell }: Taken): Promise<void> {
  const status = new Map(
    rows.map((row) => [`${cell(row, "device")}/${cell(row, "carrier")}`, cell(row, "status")]),
  );
  const cells = await page
    .locator(".mx a[data-cell]")
    .evaluateAll((all) =>
      all.map((a) => [a.getAttribute("data-cell") ?? "", a.getAttribute("aria-label") ?? ""] as const),
    );
  expect(rows).toHaveLength(cells.length);
  for (const [place, words] of cells) {
    const said = status.get(place)?.replace("retail-only", "retail only") || "no status";
    expect([place, words]).toEqual([place, expect.stringContaining(said)]);
  }
}

/** Each line of a report's file is the line of the report, kind by kind. */
export async function expectChangesTaken(page: Page, { rows, cell }: Taken): Promise<void> {
  const said = await page.locator("main table.changes tbody tr").allInnerTexts();
  expect(rows).toHaveLength(said.length);
  for (const [i, row] of rows.entries()) {
    for (const column of ["device_name", "carrier_name", "effective_words", "certainty"])
      expect(said[i]).toContain(cell(row, column));
    expect(cell(row, "effective_earliest") <= cell(row, "effective_latest")).toBe(true);
  }
}
