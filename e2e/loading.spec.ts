import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";

/**
 * What loading a page of each kind does: the content policy holds without a single refusal, since nothing of ours needs what
 * it forbids; little script comes beyond the framework's own; nothing moves.
 */

const KB = 1000;
/** Kinds of pages that are read, and those beside them, whose weight nobody waits for. */
const READ = [
  "/",
  "/devices/huawei-mate-10-pro",
  "/deals/huawei-mate-10-pro/verizon",
  "/matrix",
  "/changes",
  "/compare?devices=huawei-mate-10-pro,huawei-p10",
  "/carriers/verizon",
  "/manufacturers/huawei",
  "/search?q=huawei",
];
const OTHER = [
  "/devices",
  "/sources/crn-20180130-verizon-pulls-out",
  "/policy/huawei-entity-list-2019",
  "/sign-in",
  "/nowhere",
];

/** Files of every page of any Next application: React, the router, polyfills. */
function frameworkFiles(): Set<string> {
  const build = process.env.NEXT_DIST_DIR ?? ".next-test";
  const manifest = JSON.parse(readFileSync(path.resolve(build, "build-manifest.json"), "utf8"));
  return new Set(
    [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file: string) => `/_next/${file}`),
  );
}

/** Adds up, from the next page on, how far things move that are drawn already. */
const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    const moves = window as unknown as { moved: number };
    moves.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
const moved = (page: Page) => page.evaluate(() => (window as unknown as { moved: number }).moved);

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

test("type that comes after the page is drawn moves nothing", async ({ page }) => {
  const drawn = deferred();
  let late = 0;
  await page.route("**/*.woff2", async (route) => {
    await drawn.promise;
    late += 1;
    await route.continue();
  });
  await watchMoves(page);
  await page.goto("/matrix", { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  drawn.resolve();
  await page.waitForLoadState("networkidle");
  expect(await moved(page)).toBeLessThan(0.001);
  expect(late).toBeGreaterThan(0);
});

for (const address of [...READ, ...OTHER]) {
  test(`${address} loads without a complaint, carries little script and does not move`, async ({ page }) => {
    const framework = frameworkFiles();
    const own = new Map<string, number>();
    page.on("response", async (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js") || framework.has(pathname)) return;
      own.set(pathname, gzipSync(await response.body()).length);
    });
    const complaints: string[] = [];
    // A page that is not there is reported as such; that is no complaint about it.
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text()))
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await watchMoves(page);
    const response = await page.goto(address, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(address === "/nowhere" ? 404 : 200);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).not.toContain("unsafe");
    expect(await response?.text()).not.toMatch(/<[^>]+\sstyle=/);
    expect(complaints).toEqual([]);
    if (!READ.includes(address)) return;
    expect(await moved(page)).toBeLessThan(0.001);
    const bytes = [...own.values()].reduce((sum, n) => sum + n, 0);
    expect([...own], `${bytes} bytes of script`).not.toEqual([]);
    expect(bytes).toBeLessThan(60 * KB);
  });
}
