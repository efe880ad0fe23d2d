import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { change, command, sourceOf, succeed, support } from "@/data/testing/world";
import { signInAs, withRecord } from "./people";

/** The two-person rule without script: propose, send back, mend, accept in part, undo, comment. */

test.describe.configure({ mode: "serial" });

const mark = randomUUID().slice(0, 4);
const phone = `plain-review-phone-${mark}`;
const carrier = `plain-review-carrier-${mark}`;
const paper = `plain-review-paper-${mark}`;

let editor: Page;
let reviewer: Page;
test.beforeAll(async ({ browser }) => {
  await withRecord((client) =>
    succeed(client, [
      command({
        kind: "create-manufacturer",
        slug: `plain-maker-${mark}`,
        name: `Plain Maker ${mark}`,
        country: "US",
        parent: null,
        aliases: [],
      }),
      command({
        kind: "create-device",
        slug: phone,
        manufacturer: `plain-maker-${mark}`,
        name: phone,
        deviceKind: "phone",
        announced: null,
        aliases: [],
      }),
      command({
        kind: "create-carrier",
        slug: carrier,
        name: carrier,
        country: "US",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases: [],
      }),
      sourceOf(paper, { publisher: paper }),
      change(0, {
        device: phone,
        carrier,
        status: "planned",
        effective: "2018-01-10",
        evidence: [support(paper)],
      }),
    ]),
  );
  const plain = async () => (await browser.newContext({ javaScriptEnabled: false })).newPage();
  [editor, reviewer] = [await plain(), await plain()];
  await signInAs(editor, "editor", `Plain Ines ${mark}`);
  await signInAs(reviewer, "reviewer", `Plain Grace ${mark}`);
});

const saved = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test("with a source that is not on record yet: proposed, sent back, mended, accepted", async () => {
  await editor.goto(`/edit/record?device=${phone}&carrier=${carrier}`);
  await editor.getByRole("radio", { name: /carried/ }).check();
  await field(editor, "When").fill("Feb 2018");
  const evidence = editor.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByText("The source is not on record yet").click();
  await evidence.getByLabel("Publisher", { exact: true }).fill(`New Paper ${mark}`);
  await evidence.getByLabel("Published", { exact: true }).fill("3 Feb 2018");
  await editor.getByRole("button", { name: "Propose instead" }).click();
  await expect(saved(editor, "Proposed.")).toBeVisible();
  const proposal = new URL(editor.url()).pathname;

  await reviewer.goto(proposal);
  await reviewer.getByRole("button", { name: /Send back/ }).click();
  await expect(reviewer.getByRole("alert").first()).toContainText("Say why");
  await field(reviewer, "A word to the author").fill("Which day in February?");
  await reviewer.getByRole("button", { name: /Send back/ }).click();
  await expect(saved(reviewer, "Sent back")).toBeVisible();

  await editor.goto(proposal);
  await editor.getByRole("link", { name: /Mend/ }).last().click();
  await field(editor, "When").fill("2 Feb 2018");
  await editor.getByRole("button", { name: "Propose it so" }).click();
  await expect(saved(editor, "Mended.")).toBeVisible();

  await reviewer.goto(proposal);
  await expect(reviewer.getByRole("heading", { level: 1 })).toContainText(phone);
  await reviewer.getByText("Comments").click();
  await field(reviewer, "Comment on this proposal").fill("Now it is right.");
  await reviewer.getByRole("button", { name: "Comment" }).click();
  await expect(saved(reviewer, "Your comment is kept.")).toBeVisible();
  await reviewer.getByRole("button", { name: /^Accept/ }).click();
  await expect(saved(reviewer, "Accepted and recorded.")).toBeVisible();
  await reviewer.goto(`/deals/${phone}/${carrier}`);
  await expect(reviewer.locator("main .claim").filter({ hasText: "2 Feb 2018" })).toHaveCount(1);
});

test("what was accepted is undone, and withdrawn stays unrecorded", async () => {
  await editor.goto(`/deals/${phone}/${carrier}`);
  await editor.getByRole("link", { name: /^Undo: recorded carried/ }).click();
  await field(editor, "Why").fill(`A mistake of ${mark}.`);
  await editor.getByRole("button", { name: "Undo this change" }).click();
  await expect(saved(editor, "Undone.")).toBeVisible();
  await editor.getByRole("link", { name: "Batches" }).first().click();
  await expect(editor.getByRole("row").filter({ hasText: `A mistake of ${mark}.` })).toHaveCount(1);

  await editor.goto(`/edit/record?device=${phone}&carrier=${carrier}`);
  await editor.getByRole("radio", { name: /paused/ }).check();
  await field(editor, "When").fill("Mar 2018");
  await editor
    .getByRole("group", { name: "Evidence 1", exact: true })
    .getByLabel("Source", { exact: true })
    .fill(paper);
  await editor.getByRole("button", { name: "Propose instead" }).click();
  await editor.getByRole("button", { name: /Withdraw/ }).click();
  await expect(saved(editor, "Withdrawn.")).toBeVisible();
  await editor.goto(`/deals/${phone}/${carrier}`);
  await expect(editor.locator("main .claim")).toHaveCount(1);
});
