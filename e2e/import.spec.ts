import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs } from "./people";

/** Files come into the record as a person brings them: mapped once, looked at, answered, taken; and again for nothing. */

/** A maker and a head of this run's own: what a head means is remembered, and the record may be an older run's. */
const RUN = randomUUID().slice(0, 8);
const MAKER = `Importwerk ${RUN}`;
const HEAD = `Hersteller;Modellname;Art;Modellnummer;Bemerkung ${RUN}\n`;
/** In a Western encoding, with semicolons: "Größe" must arrive whole. */
const list = (...rows: string[]) =>
  Buffer.from(HEAD + rows.map((row) => `${MAKER};${row}\n`).join(""), "latin1");

const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.goto("/edit/import");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
};
const slug = (name: string) =>
  `${MAKER} ${name}`.toLowerCase().replace("ö", "o").replace("ß", "ss").replaceAll(" ", "-");
const get = async (page: Page, file: string) =>
  (await page.request.get(`${page.url().split("?")[0]}/${file}`)).text();
/** Dry runs and imports are done in the background. */
const SOON = { timeout: 45_000 };
const lead = (page: Page) => page.locator("p.lead");

test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000); // dry runs and imports yield to everything else that the machine does
  await signInAs(page, "editor", "Ines Vidal");
});

const ROWS = ["Größe Eins;phone;IW-1;x", "Größe Zwei;tablet;IW-2;y", "Anders;phone;IW-1;z"];

test.describe("a list, from its first issue on", () => {
  test.describe.configure({ mode: "serial" });

  test("an editor maps it once, answers its question, leaves out its bad row, and takes it", async ({
    page,
  }) => {
    await send(page, "geräte.csv", list(...ROWS, "Kaputt;auto;IW-9;"));
    await expect(page.getByText("CSV, semicolon, Windows-1252")).toBeVisible();
    await expect(page.getByRole("region", { name: "First rows" })).toContainText("Größe Eins");
    await page.getByLabel("What it is about").selectOption("devices");
    await page.getByRole("button", { name: "Show its columns" }).click();
    await expect(page.getByText("Größe Eins · Größe Zwei · Anders")).toBeVisible();
    await expectAccessible(page);
    const is = (column: string, field: string) => page.getByLabel(`What “${column}” is`).selectOption(field);
    await is("Hersteller", "manufacturer");
    await is("Modellname", "name");
    await is("Art", "kind");
    await is("Modellnummer", "models");
    await page.getByLabel("Country of new makers").fill("de");
    await page.getByRole("button", { name: "Make the dry run" }).click();

    await expect(lead(page)).toContainText("it would make 2 devices and 1 manufacturer", SOON);
    await expectAccessible(page);
    // What the page says of the refused row is what the files to take away say.
    await page
      .getByRole("row", { name: /refused/ })
      .getByRole("link")
      .click();
    await expect(page.getByRole("row", { name: /^5 refused/ })).toContainText("Column 3: The kind is one of");
    expect(await get(page, "report.csv")).toContain(
      `5,refused,"The kind is one of: phone, tablet, watch, hotspot, other.",3,${MAKER},Kaputt,auto,IW-9,`,
    );
    expect(await get(page, "refused.csv")).toBe(
      `\uFEFFHersteller,Modellname,Art,Modellnummer,Bemerkung ${RUN}\r\n${MAKER},Kaputt,auto,IW-9,\r\n`,
    );
    await expect(page.getByText("One question is open.")).toBeVisible();
    await page.getByLabel("A device of its own").check();
    await page.getByRole("button", { name: "Use these answers" }).click();

    await expect(lead(page)).toContainText("it would make 3 devices and 1 manufacturer", SOON);
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(page.getByText("One row is refused. Mend it")).toBeVisible();
    await page.getByLabel("Leave out the 1 refused row").check();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(lead(page)).toContainText("It made 3 devices and 1 manufacturer", SOON);
    await expectAccessible(page);
    await page.goto(`/devices/${slug("Größe Eins")}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Größe Eins");
  });

  test("its mended row comes with the others: the head is known, so nothing is asked, and what is known changes nothing", async ({
    page,
  }) => {
    await send(page, "gemendet.csv", list(...ROWS, "Kaputt;phone;IW-9;"));
    await expect(lead(page)).toContainText("it would make 1 device and add", SOON);
    await page.getByRole("button", { name: "Import 4 rows" }).click();
    await expect(lead(page)).toContainText("It made 1 device and added", SOON);
    await send(page, "noch einmal.csv", list(...ROWS, "Kaputt;phone;IW-9;"));
    await expect(lead(page)).toContainText("it would change nothing", SOON);
    await expect(page.getByRole("row", { name: /^4 known They/ })).toBeVisible();
  });

  test("one that would rename one of the two that it covers is held until somebody has looked", async ({
    page,
  }) => {
    const renamed = `manufacturer,name,slug,note ${RUN}\n${MAKER},Zwei Neu,${slug("Größe Zwei")},\n${MAKER},Anders,${slug("Anders")},\n`;
    await send(page, "umbenannt.csv", Buffer.from(renamed));
    await page.getByRole("button", { name: "Make the dry run" }).click();
    await expect(page.getByText("This list would drop or rename more than a tenth")).toBeVisible(SOON);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await expect(page.getByText("Confirm that it is right.")).toBeVisible();
    await page.getByLabel("I looked: the list is right").check();
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await expect(lead(page)).toContainText("It changed 1 device", SOON);
  });
});

test("pasted rows are read another way, and cancelled", async ({ page }) => {
  await page.goto("/edit/import");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("Choose a file or paste text")).toBeVisible();
  await page.getByLabel("Or paste rows").fill(`name\tcountry\tkind ${RUN}\nPastemobil ${RUN}\tDE\tx\n`);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("CSV, tab, UTF-8")).toBeVisible();
  await page.getByRole("button", { name: "Make the dry run" }).click();
  await expect(lead(page)).toContainText("it would make 1 manufacturer", SOON);
  await page.getByRole("link", { name: "Read its columns another way" }).click();
  await page.getByLabel("What it is about").selectOption("carriers");
  await page.getByRole("button", { name: "Show its columns" }).click();
  await page.getByRole("button", { name: "Make the dry run" }).click();
  await expect(lead(page)).toContainText("it would make 1 carrier", SOON);
  // Left to a second person it waits; nobody is one's own second person.
  await page.getByRole("button", { name: "Leave it to a second person" }).click();
  await expect(page.getByText("leaves the word to a reviewer")).toBeVisible();
  await expect(page.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Import 1 row" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel this import" }).click();
  await expect(page.getByText("It was cancelled. Nothing of it stays.")).toBeVisible();
  expect((await page.request.get(`/carriers/pastemobil-${RUN}-de`)).status()).toBe(404);
});

test("what is no table is refused with its line; programs are told in JSON", async ({ page, baseURL }) => {
  await send(page, "page.csv", Buffer.from("<!doctype html><html><body>Not found</body></html>"));
  await expect(page.getByRole("row", { name: /This is a web page, not a table/ })).toBeVisible();

  const program = (name: string, buffer: Buffer, preset = "") =>
    page.request.post("/edit/import/upload", {
      headers: { origin: baseURL ?? "", accept: "application/json" },
      multipart: { preset, file: { name, mimeType: "text/csv", buffer } },
    });
  const refused = await program(
    "list.csv",
    Buffer.from('Retail Branding,Marketing Name,Device,Model\nA,B,C,D\nA,"B,C,D\n'),
  );
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    error: {
      code: "import-refused",
      details: { total: 1, problems: [{ line: 3, message: expect.stringMatching(/never closed/) }] },
    },
  });
  const bad = await program(
    "bad.csv",
    Buffer.from(`Retail Branding,Marketing Name,Device,Model\n${"A,B,C\n".repeat(10_000)}`),
  );
  expect(bad.status()).toBe(422);
  const { error } = await bad.json();
  expect(error.details.total).toBe(10_000);
  expect(error.details.problems).toHaveLength(100);
  expect(error.details.problems[0]).toMatchObject({ line: 2 });
  expect(Buffer.byteLength(JSON.stringify(error))).toBeLessThan(256 * 1024);
  const large = await program("large.csv", Buffer.alloc(66 * 1024 * 1024, "a"));
  expect(large.status()).toBe(413);
});

test("the record can be taken away, by visitors the beginning of it", async ({ page, browser, baseURL }) => {
  await page.goto("/export");
  await expect(page.getByRole("link", { name: "alias.csv" })).toBeVisible();
  await expect(page.getByRole("link", { name: "audit_entry.csv" })).toHaveCount(0);
  await expectAccessible(page);
  const lines = async (request: typeof page.request) =>
    (await (await request.get("/export/rangebook.ndjson")).text()).trimEnd().split("\n");
  const mine = await lines(page.request);
  expect(JSON.parse(mine.at(-1) ?? "")).toMatchObject({ end: true, tables: { device: {} } });
  const visitor = await browser.newContext({ ...(baseURL && { baseURL }) });
  const theirs = await lines(visitor.request);
  expect(JSON.parse(theirs.at(-1) ?? "")).toMatchObject({ end: true, cut: true });
  expect(theirs.length).toBe(1_002);
  expect(mine.length).toBeGreaterThan(theirs.length);
  await visitor.close();
});
