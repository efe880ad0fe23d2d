import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { signInAs, withRecord } from "./people";

/**
 * A published list goes bad for an hour, as Google's list of devices did in 2018: its next issue is held until a person has looked.
 * And a long one: the work goes on when its page is closed, and what is cancelled in the middle leaves nothing.
 */

const RUN = randomUUID().slice(0, 8);
const MAKER = `Faultwerk ${RUN}`;
const SOON = { timeout: 90_000 };
const lead = (page: Page) => page.locator("p.lead");
const path = (name: string) => `/devices/${`${MAKER} ${name}`.toLowerCase().replaceAll(" ", "-")}`;

/** An issue of the list: names by their numbers. */
const issue = (names: readonly (readonly [string, number])[]) =>
  Buffer.from(
    `Retail Branding,Marketing Name,Device,Model\n${names
      .map(([name, n]) => `${MAKER},${name},fw${RUN}${n},FW-${RUN}-${n}\n`)
      .join("")}`,
  );
const GOOD = Array.from({ length: 12 }, (_, n) => [`Phone ${n}`, n] as const);
/** Three rows are lost, and one phone is called by its maker's name. */
const FAULTY = GOOD.filter(([, n]) => n > 2).map(
  ([name, n]) => [n === 5 ? `Renamed ${n}` : name, n] as const,
);

const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.goto("/edit/import");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
};

const held = (page: Page) =>
  page.getByText("This list would drop or rename more than a tenth of what it covers");

test.beforeEach(async ({ page }) => {
  test.setTimeout(240_000); // dry runs and imports yield to everything else that the machine does
  await signInAs(page, "editor", "Hanne Holt");
});

test.describe("a faulty issue of a list", () => {
  test.describe.configure({ mode: "serial" });

  test("follows one that was taken as it came", async ({ page }) => {
    // What an older run of these journeys sent under the list's name is no issue of it.
    await withRecord(
      (client) => client.$executeRaw`UPDATE list_entry SET present = false WHERE list = 'google-play'`,
    );
    await send(page, "devices-january.csv", issue(GOOD));
    await expect(lead(page)).toContainText("it would make 12 devices and 1 manufacturer", SOON);
    await page.getByRole("button", { name: "Import 12 rows" }).click();
    await expect(lead(page)).toContainText("It made 12 devices", SOON);
  });

  test("is held with what it would drop and rename, and refused", async ({ page }) => {
    await send(page, "devices-february.csv", issue(FAULTY));
    // The new name of a known number is a question first.
    await page.getByLabel(/is now called/).check(SOON);
    await page.getByRole("button", { name: "Use these answers" }).click();
    await expect(lead(page)).toContainText("it would change 1 device", SOON);
    await expect(held(page)).toBeVisible();
    await expect(page.locator(".panel .warn")).toContainText(
      /Of the 12 entries that it covers, \d+ are gone and \d+ renamed/,
    );
    await expect(page.getByText(/^Among them: .*Phone [012]/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 9 rows" }).click();
    await expect(page.getByText("Confirm that it is right.")).toBeVisible();
    await page.getByRole("button", { name: "Cancel this import" }).click();
    await expect(lead(page)).toContainText("It was cancelled. Nothing of it stays.", SOON);
    await page.goto(path("Phone 5"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Phone 5");
  });

  test("is taken only by word; what it dropped is not gone from the record", async ({ page }) => {
    await send(page, "devices-february.csv", issue(FAULTY));
    await page.getByLabel(/is now called/).check(SOON);
    await page.getByRole("button", { name: "Use these answers" }).click();
    // What is ticked under the old report says nothing of the new one.
    await expect(lead(page)).toContainText("it would change 1 device", SOON);
    await expect(held(page)).toBeVisible();
    await page.getByLabel("I looked: the list is right").check();
    await page.getByRole("button", { name: "Import 9 rows" }).click();
    await expect(lead(page)).toContainText("It changed 1 device", SOON);
    await page.goto(path("Phone 5"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Renamed 5");
    expect((await page.request.get(path("Phone 0"))).status()).toBe(200);
  });
});

test("a long list is worked on while its page is closed, and cancelled in the middle leaves nothing", async ({
  page,
  context,
}) => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `${MAKER} Long,Long ${n},phone,LG-${RUN}-${n}\n`);
  await send(page, "long.csv", Buffer.from(`manufacturer,name,kind,models ${RUN}\n${rows.join("")}`));
  const address = page.url();
  await page.getByLabel(`What “models ${RUN}” is`).selectOption("models");
  await page.getByRole("button", { name: "Make the dry run" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible(SOON);
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole("progressbar")).toBeVisible();
  await expect(again.getByText("You may close this page; the work goes on.")).toBeVisible();
  await expect(lead(again)).toContainText("it would make 12,000 devices and 1 manufacturer", SOON);
  await again.getByRole("button", { name: "Import 12,000 rows" }).click();
  await expect(again.getByRole("progressbar")).toBeVisible(SOON);
  await expect(again.getByText(/Writing things and names|Matching once more/)).toBeVisible(SOON);
  await again.getByRole("button", { name: "Cancel this import" }).click();
  await expect(lead(again)).toContainText("It was cancelled. Nothing of it stays.", SOON);
  const maker = `${MAKER} Long`.toLowerCase().replaceAll(" ", "-");
  expect((await again.request.get(`/manufacturers/${maker}`)).status()).toBe(404);
  expect((await again.request.get(`/devices/${maker}-long-7`)).status()).toBe(404);
});

test.describe("a long import, taken by mistake", () => {
  test.describe.configure({ mode: "serial" });
  const name = `short ${RUN}.csv`;
  const device = `/devices/${`${MAKER} Short Short 7`.toLowerCase().replaceAll(" ", "-")}`;

  test("is undone as a whole in the background", async ({ page }) => {
    const rows = Array.from({ length: 240 }, (_, n) => `${MAKER} Short,Short ${n},phone,SH-${RUN}-${n}\n`);
    // A head of its own: what that of the long list means is remembered.
    await send(page, name, Buffer.from(`manufacturer,name,kind,numbers ${RUN}\n${rows.join("")}`));
    await page.getByLabel(`What “numbers ${RUN}” is`).selectOption("models");
    await page.getByRole("button", { name: "Make the dry run" }).click();
    await page.getByRole("button", { name: "Import 240 rows" }).click(SOON);
    await expect(lead(page)).toContainText("It made 240 devices and 1 manufacturer", SOON);

    await page.goto("/edit/batches");
    await page.getByRole("link", { name: `Import of ${name}` }).click();
    await expect(page.getByRole("heading", { name: "What would be recorded" })).toBeVisible();
    await page.getByRole("button", { name: "Undo 241 changes" }).click();
    await expect(
      page.getByRole("link", { name: "Say why it is taken back. It stands in the log." }),
    ).toBeVisible();
    await page.getByLabel("Why").fill("The list of another shop.");
    await page.getByRole("button", { name: "Undo 241 changes" }).click();
    await expect(page.getByText("It took back 241 changes in one step.")).toBeVisible(SOON);
    await expectAccessible(page);
  });

  test("its things say so at their addresses, and none comes back before its maker", async ({ page }) => {
    const gone = await page.goto(device);
    expect(gone?.status()).toBe(404);
    await expect(lead(page)).toContainText(
      "This device was entered by mistake and taken out of the record by Hanne Holt",
    );
    await expect(page.getByText("Why: The list of another shop.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Log" }).click();
    await expect(page.getByText("taken out: entered by mistake")).toBeVisible();
    await page.goto(device);
    await page.getByRole("link", { name: "Bring it back…" }).click();
    await page.getByLabel("Why").fill("This one is ours.");
    await page.getByRole("button", { name: "Undo this change" }).click();
    // Its maker is out, too, and comes back first.
    await expect(
      page.getByText("Something that this belongs to was taken out or merged meanwhile"),
    ).toBeVisible();
  });

  test("all of it comes back", async ({ page }) => {
    await page.goto("/edit/batches");
    await page.getByRole("link", { name: `Undo: Import of ${name}` }).click();
    await page.getByLabel("Why").fill("It was ours after all.");
    await page.getByRole("button", { name: "Undo 241 changes" }).click();
    await expect(page.getByText("It took back 241 changes in one step.")).toBeVisible(SOON);
    await page.goto(device);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Short 7");
  });
});
