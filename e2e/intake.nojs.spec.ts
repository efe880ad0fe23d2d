import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./people";

/** The intake by plain forms: read, change, add a passage, save; nothing typed is ever lost. */

test.describe.configure({ mode: "serial" });

const mark = randomUUID().slice(0, 6);
const PUBLISHER = `Plain Reader ${mark}`;
const TEXT = `Koodo adds the LG Velvet

Koodo will sell the LG Velvet in July, the carrier said.

There is talk of a sale at Fido too.`;

/** The last form that was sent, to send it once more. */
let sent: { url: string; headers: Record<string, string>; body: Buffer } | null = null;
let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, "editor");
  page.on("request", (request) => {
    const body = request.method() === "POST" ? request.postDataBuffer() : null;
    if (body) sent = { url: request.url(), headers: request.headers(), body };
  });
});

const field = (name: string) => page.getByLabel(name, { exact: true });
const card = (title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
const alert = () => page.getByRole("alert").first();

test("an article is read, added to and saved without script", async () => {
  await page.goto("/edit/intake");
  await field("Text").fill(TEXT);
  await field("Publisher").fill(PUBLISHER);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(alert()).toContainText("does not say when it was published");
  await expect(field("Text")).toHaveValue(TEXT);
  await expect(field("Publisher")).toHaveValue(PUBLISHER);
  await field("Published").fill("2020-06-15");
  await page.getByRole("button", { name: "Read it" }).click();

  await expect(card("LG Velvet at Koodo Mobile")).toContainText("planned");
  await card("LG Velvet at Koodo Mobile")
    .getByRole("radio", { name: /^(Accept|Add evidence)$/ })
    .check();
  await field("Passage").fill("words that stand nowhere");
  await page.getByRole("button", { name: "Add a claim from this passage" }).click();
  await expect(alert()).toContainText("do not stand in the text");
  await expect(card("LG Velvet at Koodo Mobile").getByRole("radio", { checked: true })).toHaveCount(1);

  await field("Passage").fill("There is talk of a sale at Fido too.");
  await page.getByRole("button", { name: "Add a claim from this passage" }).click();
  const own = card("A passage of your own");
  await own.getByLabel("Device", { exact: true }).fill("LG Velvet");
  await own.getByLabel("Carrier", { exact: true }).fill("nobody at all");
  await own.getByLabel("Status from then on").selectOption("planned");
  await own.getByLabel("When", { exact: true }).fill("June 2020");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(alert()).toContainText("Nothing on record is called “nobody at all”");
  await own.getByLabel("Carrier", { exact: true }).fill("Fido");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/sources/plain-reader-${mark}-20200615-`));
  await expect(page.getByRole("main")).toContainText("Fido");
  await expect(page.getByRole("main")).toContainText("Koodo");
});

test("sent twice it is recorded once, and an analyst has no such page", async ({ browser }) => {
  const { url, headers, body } = sent as NonNullable<typeof sent>;
  const answer = await page.request.post(url, {
    headers: { "content-type": headers["content-type"] ?? "", origin: new URL(url).origin },
    data: body,
  });
  expect(answer.url()).toContain("saved=again");
  await expect(page.getByRole("main")).toContainText("Koodo");

  const analyst = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(analyst, "analyst");
  expect((await analyst.goto("/edit/intake"))?.status()).toBe(403);
});
