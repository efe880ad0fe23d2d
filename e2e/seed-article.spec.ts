import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";

/**
 * Every claim of the article that the project began with can be found on a page: who decided what, on whose word, who
 * said what about it. The article itself is on record as this source.
 */

const ARTICLE = "crn-20180130-verizon-pulls-out";
const MATE = "/devices/huawei-mate-10-pro";

const panel = (page: Page) => page.getByRole("complementary");
const open = async (page: Page, bar: RegExp) => {
  await page.goto(MATE);
  await page.getByRole("link", { name: bar }).first().click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
};
const statement = (page: Page, text: string | RegExp) =>
  page.locator("#statements").locator("xpath=ancestor::section").getByRole("row").filter({ hasText: text });

test("Verizon backed out of its plan, as Bloomberg reported on people that it does not name", async ({
  page,
}) => {
  await open(page, /^Verizon: withdrawn/);
  await expect(panel(page)).toContainText("30 Jan 2018");
  await expect(panel(page)).toContainText("rumoured");
  await expect(panel(page)).toContainText("5 articles, 1 origin");
  await expect(panel(page)).toContainText(/Bloomberg, 30 Jan 2018/);
  await expect(panel(page)).toContainText(/CRN, .*anonymous.*sources familiar with the matter/);
});

test("political pressure is the reason at Verizon", async ({ page }) => {
  await open(page, /^Verizon: withdrawn/);
  await expect(panel(page)).toContainText(/Reason\s*political pressure/);
});

test("Verizon had a plan before it backed out", async ({ page }) => {
  await open(page, /^Verizon: withdrawn/);
  await expect(panel(page)).toContainText(/Before\s*P?\s*planned/);
});

test("AT&T had backed out earlier that month", async ({ page }) => {
  await open(page, /^AT&T: withdrawn/);
  await expect(panel(page)).toContainText("8 Jan 2018");
  await expect(panel(page)).toContainText("CRN");
  await expect(panel(page)).toContainText("political pressure");
});

test("AT&T, too, had planned to sell it", async ({ page }) => {
  await open(page, /^AT&T: withdrawn/);
  await expect(panel(page)).toContainText(/Before\s*P?\s*planned/);
});

test("Verizon does not comment on speculation", async ({ page }) => {
  await open(page, /^Verizon: withdrawn/);
  await expect(panel(page)).toContainText(/No comment.*CRN.*“does not comment on speculation”/s);
  await expect(statement(page, "“does not comment on speculation”")).toContainText("Verizon spokesperson");
});

for (const retailer of ["Best Buy", "Amazon", "Microsoft Store"]) {
  test(`${retailer} sells it, as Richard Yu announced for Huawei`, async ({ page }) => {
    await open(page, new RegExp(`^${retailer}.*: on sale`));
    await expect(panel(page)).toContainText(/CRN, between 30 and 31 Jan 2018 official\s*Richard Yu/);
  });
}

test("Richard Yu called the failed deal with AT&T a big loss for consumers", async ({ page }) => {
  await page.goto(MATE);
  const row = statement(page, "“a big loss”");
  await expect(row).toContainText("Richard Yu");
  await expect(row).toContainText("criticises");
  await expect(row).toContainText("AT&T");
  await expect(row).toContainText("consumers");
});

test("Huawei denies that the Chinese government controls it", async ({ page }) => {
  await page.goto(MATE);
  const row = statement(page, "controlled by the Chinese government");
  await expect(row).toContainText("denies");
  await expect(row).toContainText("cooperated");
});

test("a Verizon partner says that Huawei's history weighs on the carriers", async ({ page }) => {
  await page.goto(MATE);
  await expect(statement(page, /difficult history in the US/)).toContainText("Verizon");
});

test("the launch through retailers was announced for the Mate 10", async ({ page }) => {
  await page.goto("/devices/huawei-mate-10");
  await expect(statement(page, "Best Buy, Amazon and Microsoft")).toContainText("Richard Yu");
});

type Said = {
  speaker: string;
  summary: string;
  source: string;
  about: { device?: string; manufacturer?: string };
};
const statements: Said[] = JSON.parse(readFileSync("prisma/dossier/statements.json", "utf8"));

for (const { speaker, summary, about } of statements.filter((s) => s.source === ARTICLE)) {
  test(`what the article has of ${speaker} is on a page: ${summary.slice(0, 50)}`, async ({ page }) => {
    if (about.manufacturer !== "huawei") {
      await page.goto(`/manufacturers/${about.manufacturer}`);
      await expect(page.locator("main")).toContainText(summary);
      return;
    }
    await page.goto(about.device ? `/devices/${about.device}` : MATE);
    const row = statement(page, summary);
    await expect(row).toContainText(speaker);
    await expect(row).toContainText("CRN");
  });
}

test("the article itself is among the sources", async ({ page }) => {
  await page.goto(MATE);
  const sources = page.locator("#sources").locator("xpath=ancestor::section");
  const links = await sources.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links).toContain(`/sources/${ARTICLE}`);
});
