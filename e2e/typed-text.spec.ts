import { randomUUID } from "node:crypto";
import { expect, type Request, test } from "@playwright/test";
import { callAction, programOf } from "./calls";
import { signInAs, withRecord } from "./people";

/** What somebody typed is neither lost nor recorded twice (docs/promises.md, D3). */

test("a form that gets no answer, or 503, keeps what was typed; sent again it takes effect once", async ({
  page,
}) => {
  await signInAs(page, "editor");
  const name = `Typed ${randomUUID().slice(0, 8)}`;
  await page.goto("/edit/carriers/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Country").fill("US");
  await page.getByLabel("Kind").selectOption("MVNO");
  await page.getByLabel("Host carrier").fill("T-Mobile US");
  const save = page.getByRole("button", { name: "Create this carrier" });
  const answers = [
    () => null,
    () => ({ status: 503, headers: { "retry-after": "5" }, body: "The record cannot be reached." }),
  ];
  // The form also asks by itself what there is already, at the same address. A save carries the button that was pressed.
  const isSave = (request: Request) =>
    request.method() === "POST" && !!request.postData()?.includes('_intent"');
  for (const answer of answers) {
    let answered = 0;
    await page.route("**/edit/carriers/new", async (route) => {
      if (!isSave(route.request())) return route.fallback();
      const given = answer();
      await (given ? route.fulfill(given) : route.abort());
      answered += 1;
    });
    await save.click();
    // The words about the failure before still stand there: this one has come when its request was answered.
    await expect.poll(() => answered).toBe(1);
    await expect(save).toBeEnabled();
    await expect(page.getByRole("alert").first()).toContainText("What you typed is still here");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
    await expect(page.getByLabel("Kind")).toHaveValue("MVNO");
    await expect(page.getByLabel("Host carrier")).toHaveValue("T-Mobile US");
    await page.unrouteAll({ behavior: "wait" });
  }
  // This time it arrives, and only the answer is lost on the way back.
  let lost = 0;
  await page.route("**/edit/carriers/new", async (route) => {
    if (!isSave(route.request())) return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
    lost += 1;
  });
  await save.click();
  await expect.poll(() => lost).toBe(1);
  await expect(save).toBeEnabled();
  await expect(page.getByRole("alert").first()).toContainText("What you typed is still here");
  await page.unrouteAll({ behavior: "wait" });
  await save.click();
  await page.waitForURL(/\/carriers\/typed-.*saved=again/);
  expect(await withRecord((db) => db.carrier.count({ where: { name } }))).toBe(1);
});

test("a form that is sent five times at once is recorded once", async ({ baseURL }) => {
  const editor = await programOf("editor", baseURL);
  const command = randomUUID();
  const fields = {
    form: "retailer",
    command,
    intent: "save",
    version: "0",
    name: `Shop ${command}`,
    country: "US",
  };
  const call = { name: "app/edit/actions.ts#editAction", page: "/edit/retailers/new" };
  const sent = { ...fields, retailerKind: "shop" };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => callAction(editor, baseURL, { ...call, fields: sent })),
  );
  const to = answers.map((answer) => answer.headers()["x-action-redirect"] ?? "");
  expect(to.filter((path) => path.includes("saved=created"))).toHaveLength(1);
  expect(to.filter((path) => path.includes("saved=again"))).toHaveLength(4);
  expect(await withRecord((db) => db.retailer.count({ where: { name: sent.name } }))).toBe(1);

  const other = await callAction(editor, baseURL, { ...call, fields: { ...sent, name: `Other ${command}` } });
  expect(other.status()).toBe(422);
  expect(await other.text()).toContain("was used for another command");
});
