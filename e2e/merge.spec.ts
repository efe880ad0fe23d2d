import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { change, command, sourceOf, succeed, support } from "@/data/testing/world";
import { expectAccessible } from "./axe";
import { signInAs, withRecord } from "./people";

/** A reviewer finds two records of one thing, merges them, is led on by the former addresses, and undoes it. */

test.describe.configure({ mode: "serial" });

/** A second run finds other names taken. */
const mark = randomUUID().slice(0, 4);
const slug = (name: string) => `${name}-${mark}`;
const KINDS = [
  ["devices", "device"],
  ["carriers", "carrier"],
  ["manufacturers", "manufacturer"],
  ["retailers", "retailer"],
  ["sources", "source"],
] as const;

const MORE: Readonly<Record<(typeof KINDS)[number][1], (name: string) => Record<string, unknown>>> = {
  manufacturer: (name) => ({ name, country: "US", parent: null, aliases: [] }),
  carrier: (name) => ({ name, country: "US", carrierKind: "MNO", host: null, parent: null, aliases: [] }),
  retailer: (name) => ({ name, country: "US", retailerKind: "shop", aliases: [] }),
  source: (publisher) => sourceOf("", { publisher, title: publisher }),
  device: (name) => ({
    name,
    manufacturer: slug("kept-manufacturer"),
    deviceKind: "phone",
    announced: null,
    aliases: [],
  }),
};
const made = (kind: keyof typeof MORE, name: string) =>
  command({ ...MORE[kind](`${name} ${mark}`), kind: `create-${kind}`, slug: slug(name) });
const at = (device: string, status: string, effective: string) =>
  change(0, {
    device: slug(device),
    carrier: slug("kept-carrier"),
    status,
    effective,
    evidence: [support(slug("kept-source"))],
  });

test.beforeAll(() =>
  withRecord((client) =>
    succeed(client, [
      ...(["manufacturer", "carrier", "retailer", "source", "device"] as const).flatMap((kind) => [
        made(kind, `kept-${kind}`),
        made(kind, `twin-${kind}`),
      ]),
      at("kept-device", "carried", "2018-02"),
      at("twin-device", "planned", "2018-01"),
    ]),
  ),
);

const saved = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

for (const javaScriptEnabled of [true, false]) {
  test(`a device is merged and un-merged ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs(page, "reviewer");
    await page.goto(`/edit/devices/${slug("twin-device")}`);
    await page.getByRole("link", { name: "Merge or un-merge…" }).click();
    const into = page.getByLabel("The one that is kept");
    await into.fill(`twin-device ${mark}`);
    await page.getByRole("button", { name: "Show what would move" }).click();
    await expect(page.locator("#f-into-error")).toContainText("cannot be merged into itself");
    await into.fill(`kept-device ${mark}`);
    await page.getByRole("button", { name: "Show what would move" }).click();
    await expect(page.getByRole("row", { name: "status change 1" })).toBeVisible();
    await expect(page.locator(".warn")).toContainText(`two histories become one: kept-carrier ${mark}`);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("button", { name: `Merge into kept-device ${mark}` }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Write something here." })).toBeVisible();
    await page.getByLabel("Why").first().fill("One phone under two names.");
    await page.getByRole("button", { name: `Merge into kept-device ${mark}` }).click();
    await expect(saved(page, "Merged.")).toBeVisible();

    // Its addresses lead on, with what was asked; its name finds the kept one.
    await page.goto(`/devices/${slug("twin-device")}?on=2018-03-01`);
    await expect(page).toHaveURL(`/devices/${slug("kept-device")}?on=2018-03-01`);
    await page.goto(`/deals/${slug("twin-device")}/${slug("kept-carrier")}?on=2018-01-20`);
    await expect(page).toHaveURL(`/deals/${slug("kept-device")}/${slug("kept-carrier")}?on=2018-01-20`);
    await expect(page.locator("main")).toContainText("planned");
    await page.goto(`/search?q=twin-device+${mark}`);
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: `kept-device ${mark}` })
        .first(),
    ).toBeVisible();
    await page.goto(`/edit/devices/${slug("twin-device")}/merge`);
    await expect(page).toHaveURL(`/edit/devices/${slug("kept-device")}/merge`);
    await page.goto(`${page.url()}?into=huawei-mate-10`); // both forms on one page

    const merged = page.getByRole("listitem").filter({ hasText: "One phone under two names." });
    await merged.getByText(`Un-merge twin-device ${mark}…`).click();
    if (javaScriptEnabled) await expectAccessible(page);
    await merged.getByLabel("Why").fill("They differ after all.");
    await merged.getByRole("button", { name: `Un-merge twin-device ${mark}` }).click();
    await expect(saved(page, "Un-merged.")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/devices/${slug("twin-device")}`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`twin-device ${mark}`);
    await page.context().close();
  });
}

test("every kind of page leads from a merged slug to the kept one; an editor may not merge", async ({
  page,
  browser,
}) => {
  test.slow();
  await signInAs(page, "reviewer");
  for (const [folder, kind] of KINDS) {
    const [twin, kept] = [slug(`twin-${kind}`), slug(`kept-${kind}`)];
    await page.goto(`/edit/${folder}/${twin}/merge?into=${kept}`);
    await page.getByLabel("Why").first().fill("One thing.");
    await page.getByRole("button", { name: /^Merge into/ }).click();
    await expect(saved(page, "Merged.")).toBeVisible();
    const answer = await page.request.get(`/${folder}/${twin}?known=2018-05-01&record=2099`, {
      maxRedirects: 0,
    });
    expect(answer.status(), kind).toBe(307);
    expect(answer.headers().location).toBe(`/${folder}/${kept}?known=2018-05-01&record=2099`);
  }
  const both = await page.request.get(`/deals/${slug("twin-device")}/${slug("twin-carrier")}`);
  expect(new URL(both.url()).pathname).toBe(`/deals/${slug("kept-device")}/${slug("kept-carrier")}`);

  // Filters and comparisons that name what was merged lead on to the kept one, and so do files.
  const [phone, maker, network] = [slug("kept-device"), slug("kept-manufacturer"), slug("kept-carrier")];
  for (const [asked, found] of [
    [`/?manufacturer=${slug("twin-manufacturer")}`, `/?manufacturer=${maker}`],
    [`/deals?carrier=${slug("twin-carrier")}`, `/deals?carrier=${network}`],
    [`/devices?manufacturer=${slug("twin-manufacturer")}`, `/devices?manufacturer=${maker}`],
    [`/matrix?manufacturer=${slug("twin-manufacturer")}`, `/matrix?manufacturer=${maker}`],
    [`/changes?carrier=${slug("twin-carrier")}&by=recorded`, `/changes?carrier=${network}&by=recorded`],
    [`/compare?devices=${slug("twin-device")},huawei-p10`, `/compare?devices=${phone},huawei-p10`],
    [`/download/device.csv?slug=${slug("twin-device")}`, `/download/device.csv?slug=${phone}`],
  ] as const) {
    const { status, location } = await page.request
      .get(asked, { maxRedirects: 0 })
      .then((answer) => ({ status: answer.status(), location: answer.headers().location }));
    expect([asked, status, location?.replaceAll("%2C", ",")]).toEqual([asked, 307, found]);
  }

  const editor = await (await browser.newContext()).newPage();
  await signInAs(editor, "editor");
  expect((await editor.goto(`/edit/devices/${slug("kept-device")}/merge`))?.status()).toBe(403);
  await editor.goto(`/edit/devices/${slug("kept-device")}`);
  await expect(editor.getByRole("link", { name: "Merge or un-merge…" })).toHaveCount(0);
  await editor.context().close();
});
