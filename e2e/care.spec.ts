import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { ownLedger } from "./ledger";
import { signInAs } from "./people";

/** A pasted link, a source that is taken back, and those who watch what falls with it. */

for (const javaScriptEnabled of [true, false]) {
  test(`a source falls, and its watchers see it ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const ledger = await ownLedger(javaScriptEnabled ? "Fallen" : "Falling");
    await ledger.publish("2018-01-10");
    const plan = ledger.said("planned", "2018-01", "2018-01-10");
    await ledger.run({
      kind: "record-status",
      device: ledger.device,
      carrier: ledger.carrier("one"),
      version: 0,
      ...plan,
    });
    const analyst = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(analyst, "analyst");
    await analyst.goto(`/carriers/${ledger.carrier("one")}`);
    await analyst.getByRole("link", { name: "Watch", exact: true }).click();
    await analyst.getByRole("button", { name: "Watch it" }).click();
    await expect(analyst.getByRole("heading", { name: "Watched 1" })).toBeVisible();
    await expect(analyst.getByRole("main")).toContainText("Nothing changed since you last looked.");

    const reviewer = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(reviewer, "reviewer");
    await reviewer.goto(`/sources/${ledger.witness("2018-01-10").source}`);
    await reviewer.getByRole("link", { name: "Retract", exact: true }).click();
    await expect(reviewer.getByRole("main")).toContainText("1 claim would lose all support");
    if (javaScriptEnabled) await expectAccessible(reviewer);
    await reviewer.getByLabel("Taken back on").fill("3 Feb 2018");
    await reviewer.getByLabel("Why", { exact: true }).fill("The paper withdrew the story.");
    await reviewer.getByRole("button", { name: "Mark as retracted" }).click();
    await expect(reviewer.getByRole("status").filter({ hasText: "Retracted." })).toBeVisible();
    await reviewer.getByRole("link", { name: "Log", exact: true }).click();
    const deed = reviewer.getByRole("row", { name: /taken back by its publisher/ });
    await expect(deed).toContainText("3 Feb 2018");
    await expect(deed).toContainText("Why: The paper withdrew the story.");
    if (javaScriptEnabled) await expectAccessible(reviewer);
    await reviewer.context().close();

    await analyst.goto("/account");
    await analyst.getByRole("link", { name: "What you watch" }).click();
    const watched = analyst
      .getByRole("listitem")
      .filter({ hasText: `${ledger.name} one` })
      .first();
    await expect(watched).toContainText("taken back by its publisher");
    await expect(watched).toContainText("1 deal here rests on it.");
    if (javaScriptEnabled) await expectAccessible(analyst);
    await analyst.getByRole("button", { name: "Mark all as seen" }).click();
    await expect(analyst.getByRole("main")).toContainText("Nothing changed since you last looked.");
    await analyst.getByRole("button", { name: /^Stop watching/ }).click();
    await expect(analyst.getByRole("main")).toContainText("You watch nothing yet.");
    await analyst.context().close();
  });

  test(`a pasted link leads on ${javaScriptEnabled ? "with" : "without"} script`, async ({ browser }) => {
    const ledger = await ownLedger(javaScriptEnabled ? "Linked" : "Linking");
    const host = `${ledger.slug}.example.test`;
    const source = `${ledger.slug}-story`;
    await ledger.run({
      kind: "create-source",
      slug: source,
      publisher: `${ledger.name} Times`,
      title: "A story",
      url: `https://www.${host}/2018/01/30/story`,
      author: null,
      published: "2018-01-30",
      sourceKind: "blog",
      lang: "de",
      seen: true,
      cites: [],
    });
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "editor");
    await page.goto("/edit");
    await page.getByLabel("Paste the link of an article").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Look it up" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("is not a web address");
    if (javaScriptEnabled) await expectAccessible(page);
    await page
      .getByLabel("Paste the link of an article")
      .fill(`http://${host}/2018/01/30/story/?utm_source=mail#top`);
    await page.getByRole("button", { name: "Look it up" }).click();
    await expect(page.getByRole("main")).toContainText("This article is on record.");
    await page.getByRole("link", { name: "Record a change on its word" }).click();
    const row = page.getByRole("group", { name: "Evidence 1", exact: true });
    await expect(row.getByLabel("Source", { exact: true })).toHaveValue(new RegExp(source));
    await page.goto(`/edit/link?url=${encodeURIComponent(`https://${host}/2018/2/9/other?gclid=1`)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("New source");
    await expect(page.getByLabel("Publisher", { exact: true })).toHaveValue(`${ledger.name} Times`);
    await expect(page.getByLabel("Published", { exact: true })).toHaveValue("2018-02-09");
    await expect(page.getByLabel("Address", { exact: true })).toHaveValue(`https://${host}/2018/2/9/other`);
    await expect(page.getByLabel("Kind", { exact: true })).toHaveValue("blog");
    await page.context().close();
  });
}
