import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { command, succeed } from "@/data/testing/world";
import { proposeCommands } from "@/data/write/proposals";
import type { Role } from "@/domain/status";
import { expectAccessible } from "./axe";
import { gotoHearing } from "./heard";
import { signInAs, withRecord } from "./people";

/** What waits for a reviewer: counted in the header, walked by keys, seen as a whole before it is accepted. */

const mark = randomUUID().slice(0, 6);
const maker = `waiting-maker-${mark}`;
const device = (n: number) =>
  command({
    kind: "create-device",
    slug: `waiting-phone-${mark}-${n}`,
    manufacturer: maker,
    name: `Waiting Phone ${mark} ${n}`,
    deviceKind: "phone",
    announced: null,
    aliases: [],
  });

/** What the header says waits for whoever looks. */
async function waiting(page: Page): Promise<number> {
  await page.goto("/devices");
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /waits? for you/ });
  if ((await link.count()) === 0) return 0;
  const words = (await link.innerText()).trim();
  return /one/i.test(words) ? 1 : Number(/\d+/.exec(words)?.[0]);
}

test.describe.configure({ mode: "serial" });

let editor: Page;
let reviewer: Page;
let analyst: Page;
/** What waited for the reviewer before. */
let before: number;
const titles = [`Sixty phones ${mark}`, `One phone ${mark}`] as const;

test.beforeAll(async ({ browser }) => {
  const person = async (role: Role): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, role, `Waiting ${role} ${mark}`);
    return page;
  };
  editor = await person("editor");
  reviewer = await person("reviewer");
  analyst = await person("analyst");
});

test("the header counts what waits for whoever looks, and a key begins with it", async () => {
  before = await waiting(reviewer);
  expect(await waiting(editor)).toBe(0);
  await withRecord(async (client) => {
    await succeed(client, [
      command({
        kind: "create-manufacturer",
        slug: maker,
        name: `Waiting Maker ${mark}`,
        country: "US",
        parent: null,
        aliases: [],
      }),
    ]);
    const author = await client.user.findFirstOrThrow({ where: { name: `Waiting editor ${mark}` } });
    const actor = { kind: "user", id: author.id, name: author.name, role: "editor" } as const;
    const lists = [Array.from({ length: 60 }, (_, n) => device(n + 1)), [device(61)]];
    for (const [at, list] of lists.entries()) {
      const outcome = await proposeCommands(client, actor, list, {
        kind: "bulk-edit",
        title: titles[at] ?? "",
      });
      if (!outcome.ok) throw new Error(outcome.refusal.message);
    }
  });
  expect(await waiting(reviewer)).toBe(before + 2);
  expect(await waiting(editor)).toBe(0); // their own
  expect(await waiting(analyst)).toBe(0);

  await reviewer
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /wait for you/ })
    .click();
  // A key begins with the oldest one that is not their own.
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("Review");
  await gotoHearing(reviewer, "/edit/review");
  await reviewer.keyboard.press("j");
  await expect(reviewer).toHaveURL(/\/edit\/review\/[0-9a-f-]{36}$/);
});

test("all of a long proposal is seen, and the queue walked by keys", async () => {
  await reviewer.goto("/edit/review");
  const long = reviewer.getByRole("link", { name: titles[0], exact: true });
  await gotoHearing(reviewer, (await long.getAttribute("href")) ?? "");
  await expect(reviewer.getByText("Changes 1 to 50 of 60.")).toBeVisible();
  await expect(
    reviewer.getByText("All 60 changes are decided together; they stand on 2 pages."),
  ).toBeVisible();
  await expect(reviewer.locator(".proposed")).toHaveCount(50);
  await expectAccessible(reviewer);
  await reviewer.keyboard.press("]");
  await expect(reviewer.getByText("Changes 51 to 60 of 60.")).toBeVisible();
  await expect(reviewer.locator(".proposed").last()).toContainText(`Waiting Phone ${mark} 60`);
  await expect(reviewer.locator(".proposed .nr").last()).toHaveText("60");

  // On to the next by a key, back, and all sixty are taken; then the next one is shown.
  await reviewer.keyboard.press("j");
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(titles[1]);
  await reviewer.keyboard.press("k");
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(titles[0]);
  await reviewer.keyboard.press("a");
  await expect(reviewer.getByRole("status").filter({ hasText: "Accepted and recorded." })).toBeVisible();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(titles[1]);
  await reviewer.getByLabel("A word to the author", { exact: true }).fill("Not this one.");
  await reviewer.keyboard.press("Escape");
  await reviewer.keyboard.press("b");
  await expect(reviewer.getByRole("status").filter({ hasText: "Sent back to its author." })).toBeVisible();
  expect(await waiting(reviewer)).toBe(before);
  expect(await waiting(editor)).toBe(1); // what came back to them
  await reviewer.goto(`/devices?manufacturer=${maker}`);
  await expect(reviewer.getByRole("main")).toContainText("60 devices");
});
