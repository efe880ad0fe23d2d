import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { change, command, sourceOf, succeed, support } from "@/data/testing/world";
import { expectAccessible } from "./axe";
import { signInAs, withRecord } from "./people";

/** Two tabs on one thing: who is slower sees both versions. And a pair typed by hand, whose history the preview shows. */

const mark = randomUUID().slice(0, 6);
const named = { country: "US", parent: null, aliases: [] };
const [maker, phone, carrier, paper, order] = ["maker", "phone", "wireless", "paper", "order"].map(
  (word) => `tabs-${word}-${mark}`,
) as [string, string, string, string, string];

test.beforeAll(() =>
  withRecord((client) =>
    succeed(client, [
      command({ kind: "create-manufacturer", slug: maker, name: `Tabs Maker ${mark}`, ...named }),
      command({
        kind: "create-device",
        slug: phone,
        manufacturer: maker,
        name: `Tabs Phone ${mark}`,
        deviceKind: "phone",
        announced: null,
        aliases: [],
      }),
      command({
        kind: "create-carrier",
        slug: carrier,
        name: `Tabs Wireless ${mark}`,
        carrierKind: "MNO",
        host: null,
        ...named,
      }),
      sourceOf(paper, { publisher: `Tabs Paper ${mark}` }),
      change(0, {
        device: phone,
        carrier,
        status: "planned",
        effective: "2018-01-10",
        evidence: [support(paper)],
      }),
      command({
        kind: "create-policy-action",
        slug: order,
        title: `Order ${mark}`,
        issuer: "The Ministry",
        date: "2018-05-02",
        summary: "It forbids the sale.",
        affects: [maker],
        sources: [paper],
      }),
    ]),
  ),
);

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test("two tabs correct one policy action: the slower one sees both versions and overwrites nothing unseen", async ({
  page,
}) => {
  await signInAs(page, "editor");
  const slower = await page.context().newPage();
  for (const tab of [page, slower]) await tab.goto(`/edit/policy/${order}`);
  await field(page, "Issuer").fill("The Ministry of Trade");
  await field(page, "Date").fill("2018-05-03");
  await page.getByRole("button", { name: "Record this edit" }).click();
  await expect(page.getByRole("status").filter({ hasText: /edited|Edit/ })).toBeVisible();

  await field(slower, "Issuer").fill("Ministry of Commerce");
  await slower.getByRole("button", { name: "Record this edit" }).click();
  const alert = slower.getByRole("alert").first();
  await expect(alert).toContainText("Somebody was faster. Nothing was overwritten.");
  const rows = alert.getByRole("row");
  await expect(rows.filter({ hasText: "Issuer" })).toContainText("The Ministry of TradeMinistry of Commerce");
  await expect(rows.filter({ hasText: "Date" })).toContainText("2018-05-032018-05-02");
  await expect(rows).toHaveCount(3); // with their head: what is the same is not shown
  await expect(field(slower, "Issuer")).toHaveValue("Ministry of Commerce");
  await expectAccessible(slower);

  // What was overwritten unseen before is now a choice: their day is taken over, the issuer is not.
  await field(slower, "Date").fill("2018-05-03");
  await slower.getByRole("button", { name: "Record this edit" }).click();
  await expect(slower.getByRole("heading", { level: 1 })).toHaveText(`Order ${mark}`);
  await expect(slower.getByRole("main")).toContainText("Ministry of Commerce");
  await expect(slower.getByRole("main")).toContainText("3 May 2018");
});

test("a pair typed by hand goes on top of the history that the preview showed, and of no later one", async ({
  page,
}) => {
  await signInAs(page, "editor");
  await page.goto("/edit/record");
  await field(page, "Device").fill(phone);
  await field(page, "Carrier").fill(carrier);
  await page.getByRole("radio", { name: /carried/ }).check();
  await field(page, "When").fill("March 2018");
  const evidence = page.getByRole("group", { name: "Evidence 1", exact: true });
  await evidence.getByLabel("Source", { exact: true }).fill(paper);
  await expect(page.getByLabel("What will change")).toContainText("planned since 10 Jan 2018");
  await withRecord((client) =>
    succeed(client, [
      change(1, {
        device: phone,
        carrier,
        status: "planned",
        effective: "2018-02-10",
        evidence: [support(paper)],
      }),
    ]),
  );
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(page.getByRole("alert").first()).toContainText(
    "Somebody was faster. Nothing was overwritten.",
  );
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();

  // Seen, and nobody was faster: the first try is enough.
  await page.goto("/edit/record");
  await field(page, "Device").fill(phone);
  await field(page, "Carrier").fill(carrier);
  await page.getByRole("radio", { name: /ended/ }).check();
  await field(page, "When").fill("March 2019");
  await evidence.getByLabel("Source", { exact: true }).fill(paper);
  await expect(page.getByLabel("What will change")).toContainText("carried since Mar 2018");
  await page.getByRole("button", { name: "Record this change" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Change recorded." })).toBeVisible();
});
