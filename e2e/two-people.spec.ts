import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { change, command, sourceOf, succeed, support } from "@/data/testing/world";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { signInAs, withRecord } from "./people";

/**
 * Two people and one record: an editor proposes, a reviewer decides by keys, the admin says what needs review, and what went
 * wrong is undone. On entities of its own. (The admin's rule is about one carrier of its own, so that no other journey meets it.)
 */

test.describe.configure({ mode: "serial" });

/** A second run finds other names taken. */
const mark = randomUUID().slice(0, 4);
const [PHONE, CARRIER] = [`Review Phone ${mark}`, `Review Wireless ${mark}`];
const phone = `review-phone-${mark}`;
const carrier = `review-wireless-${mark}`;
const paper = `review-paper-${mark}`;
const deal = `/deals/${phone}/${carrier}`;

let editor: Page;
let reviewer: Page;
let admin: Page;

async function person(browser: Browser, role: "editor" | "reviewer" | "admin", name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, role, `${name} ${mark}`);
  return page;
}

test.beforeAll(async ({ browser }) => {
  const carriers = {
    kind: "create-carrier",
    country: "US",
    carrierKind: "MNO",
    host: null,
    parent: null,
    aliases: [],
  };
  await withRecord((client) =>
    succeed(client, [
      command({
        kind: "create-manufacturer",
        slug: `review-maker-${mark}`,
        name: `Review Maker ${mark}`,
        country: "US",
        parent: null,
        aliases: [],
      }),
      command({
        kind: "create-device",
        slug: phone,
        manufacturer: `review-maker-${mark}`,
        name: PHONE,
        deviceKind: "phone",
        announced: null,
        aliases: [],
      }),
      command({ ...carriers, slug: carrier, name: CARRIER }),
      command({
        kind: "create-device",
        slug: `${phone}-too`,
        manufacturer: `review-maker-${mark}`,
        name: `${PHONE} Too`,
        deviceKind: "phone",
        announced: null,
        aliases: [],
      }),
      sourceOf(paper, { publisher: `Review Paper ${mark}` }),
      change(0, {
        device: phone,
        carrier,
        status: "planned",
        effective: "2018-01-10",
        evidence: [support(paper)],
      }),
    ]),
  );
  editor = await person(browser, "editor", "Ines");
  reviewer = await person(browser, "reviewer", "Grace");
  admin = await person(browser, "admin", "Ada");
});

const saved = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function fillChange(page: Page, status: RegExp, when: string): Promise<void> {
  await page.goto(`/edit/record?device=${phone}&carrier=${carrier}`);
  await page.getByRole("radio", { name: status }).check();
  await field(page, "When").fill(when);
  await page
    .getByRole("group", { name: "Evidence 1", exact: true })
    .getByLabel("Source", { exact: true })
    .fill(paper);
}

test("an editor proposes; a reviewer sees what is recorded and what would be, and accepts by keyboard alone", async () => {
  await fillChange(editor, /withdrawn/, "30 Jan 2018");
  await editor.getByText("A word to whoever looks at it").click();
  await field(editor, "A word to the reviewer").fill("Dropped, says the paper.");
  await editor.getByRole("button", { name: "Propose instead" }).click();
  await expect(saved(editor, "Proposed.")).toBeVisible();
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText(
    `${PHONE} at ${CARRIER}: withdrawn, 30 Jan 2018`,
  );
  await expect(editor.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  await expect(editor.getByRole("button", { name: /Withdraw/ })).toBeVisible();
  await editor.goto(deal);
  await expect(editor.locator("main .claim")).toHaveCount(1);

  await reviewer.goto("/edit");
  await reviewer
    .getByRole("main")
    .getByRole("link", { name: /proposals? waits?/i })
    .click();
  await reviewer.getByRole("link", { name: `${PHONE} at ${CARRIER}: withdrawn, 30 Jan 2018` }).click();
  await expect(reviewer.getByText("Dropped, says the paper.")).toBeVisible();
  await expect(reviewer.locator(".standing")).toContainText("planned");
  await expect(reviewer.locator(".rests")).toContainText(`Review Paper ${mark}`);
  await expectAccessible(reviewer);
  await reviewer.keyboard.press("a");
  await expect(saved(reviewer, "Accepted and recorded.")).toBeVisible();
  await reviewer.goto(deal);
  await expect(reviewer.locator("main .claim")).toHaveCount(2);
});

test("nobody accepts their own; it is mended after it was sent back by keys, and accepted with changes", async () => {
  await fillChange(reviewer, /carried/, "1 Mar 2018");
  await reviewer.getByRole("button", { name: "Propose instead" }).click();
  await expect(saved(reviewer, "Proposed.")).toBeVisible();
  await expect(reviewer.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  const own = new URL(reviewer.url()).pathname;

  await gotoHearing(admin, own);
  await admin.keyboard.press("b");
  await expect(field(admin, "A word to the author")).toBeFocused();
  await admin.keyboard.type("Which day?");
  await admin.keyboard.press("Control+Enter");
  await expect(saved(admin, "Sent back to its author.")).toBeVisible();

  await gotoHearing(reviewer, own);
  await expect(reviewer.getByText("Which day?")).toBeVisible();
  await reviewer.keyboard.press("e");
  await expect(field(reviewer, "When")).toHaveValue("2018-03-01");
  await field(reviewer, "When").fill("2 Mar 2018");
  await reviewer.getByRole("button", { name: "Propose it so" }).click();
  await expect(saved(reviewer, "Mended.")).toBeVisible();

  await admin.goto(own);
  await admin.getByRole("link", { name: /^Change E/ }).click();
  await field(admin, "Note").fill("As the admin says it.");
  await admin.getByRole("button", { name: "Accept with this change" }).click();
  await expect(saved(admin, "Accepted and recorded.")).toBeVisible();
  await admin.goto(deal);
  await expect(admin.getByText("As the admin says it.")).toBeVisible();
});

test("a proposal that a newer change made stale says so, shows both, and goes on top", async () => {
  await fillChange(editor, /ended/, "2019");
  await editor.getByRole("button", { name: "Propose instead" }).click();
  await expect(saved(editor, "Proposed.")).toBeVisible();
  const stale = new URL(editor.url()).pathname;
  await fillChange(editor, /paused/, "Jun 2018");
  await editor.getByRole("button", { name: "Record this change" }).click();
  await expect(saved(editor, "Recorded.")).toBeVisible();

  await reviewer.goto(stale);
  await expect(reviewer.getByText("Out of date.")).toBeVisible();
  await expect(reviewer.locator(".standing .fresh")).toContainText("paused");
  await expect(reviewer.locator(".proposed .what")).toContainText("ended");
  await expectAccessible(reviewer);
  await field(reviewer, "A word to the author").fill("Paused phones do not end.");
  await reviewer.getByRole("button", { name: /Reject/ }).click();
  await expect(saved(reviewer, "Rejected.")).toBeVisible();
});

test("a rule of the admin makes Save impossible and says why; nothing typed is lost", async () => {
  await admin.goto("/edit/review/rules");
  await admin.getByRole("radio", { name: "a carrier" }).check();
  await field(admin, "Carrier").fill(CARRIER);
  await admin.getByRole("button", { name: "Set this rule" }).click();
  await expect(admin.getByText("The rule holds from now on.")).toBeVisible();
  await expectAccessible(admin);

  // Only once a carrier is named can anybody know that the rule concerns it.
  await editor.goto(`/edit/record?device=${phone}-too`);
  await editor.getByRole("radio", { name: /carried/ }).check();
  await field(editor, "When").fill("5 May 2019");
  await field(editor, "Carrier").fill(CARRIER);
  await editor
    .getByRole("group", { name: "Evidence 1", exact: true })
    .getByLabel("Source", { exact: true })
    .fill(paper);
  await field(editor, "Note").fill("It came back.");
  await editor.getByRole("button", { name: "Record this change" }).click();
  await expect(editor.getByText(`Changes that concern ${CARRIER} need a second person.`)).toBeVisible();
  await expect(editor.getByRole("button", { name: "Record this change" })).toHaveCount(0);
  await expect(field(editor, "Note")).toHaveValue("It came back.");
  await editor.getByRole("button", { name: "Propose", exact: true }).click();
  await expect(saved(editor, "Proposed.")).toBeVisible();

  await admin.goto("/edit/review/rules");
  await admin.getByRole("button", { name: `End the rule on ${CARRIER}` }).click();
  await expect(admin.getByRole("button", { name: `End the rule on ${CARRIER}` })).toHaveCount(0);
});

test("a change and a batch are undone after a look at what is touched", async () => {
  await editor.goto(deal);
  await editor.getByRole("link", { name: /^Undo: recorded paused/ }).click();
  await expect(editor.locator(".proposed")).toContainText("Retract");
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Undo this change" }).click();
  await expect(editor.getByRole("alert").first()).toContainText("Say why");
  await field(editor, "Why").fill("Another phone was meant.");
  await editor.getByRole("button", { name: "Undo this change" }).click();
  await expect(saved(editor, "Undone.")).toBeVisible();
  await editor.goto(deal);
  await expect(editor.locator("main .claim")).toHaveCount(3);

  await editor.goto("/edit/batches");
  await expectAccessible(editor);
  const accepted = editor.getByRole("row").filter({ hasText: `${PHONE} at ${CARRIER}: withdrawn` });
  await accepted.getByRole("link", { name: "Undo…" }).click();
  await field(editor, "Why").fill("Too early.");
  await editor.getByRole("button", { name: "Undo this change" }).click();
  await expect(accepted.getByText("undone")).toBeVisible();
  await editor.goto(deal);
  await expect(editor.locator("main .claim")).toHaveCount(2);
});

test("a comment with a mention reaches a person's desk and stays with its claim", async () => {
  await editor.goto(deal);
  const claim = editor.locator("main .claim").first();
  await claim.getByText("Comments").click();
  await claim.getByRole("textbox").fill(`@Grace ${mark} is this the right day?`);
  await claim.getByRole("button", { name: "Comment" }).click();
  await expect(editor.locator(".said-word", { hasText: "is this the right day?" })).toBeVisible();
  await expectAccessible(editor);

  await reviewer.goto("/edit");
  await expect(reviewer.getByText(`@Grace ${mark} is this the right day?`)).toBeVisible();
  await reviewer.getByRole("button", { name: /^Seen/ }).click();
  await expect(reviewer.getByText("is this the right day?")).toHaveCount(0);
  await reviewer.goto(deal);
  await expect(reviewer.locator(".said-word", { hasText: "is this the right day?" })).toBeVisible();
});
