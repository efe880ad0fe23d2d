import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

/** What reading costs: script beyond the framework's own, and nothing that moves while it loads. */

const KB = 1000;
const PAGES = [
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

/** Files of every page of any Next application: React, the router, polyfills. */
function frameworkFiles(): Set<string> {
  const build = process.env.NEXT_DIST_DIR ?? ".next-test";
  const manifest = JSON.parse(readFileSync(path.resolve(build, "build-manifest.json"), "utf8"));
  return new Set(
    [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file: string) => `/_next/${file}`),
  );
}

for (const address of PAGES) {
  test(`${address} carries little script and does not move`, async ({ page }) => {
    const framework = frameworkFiles();
    const own = new Map<string, number>();
    page.on("response", async (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js") || framework.has(pathname)) return;
      own.set(pathname, gzipSync(await response.body()).length);
    });
    await page.addInitScript(() => {
      const moved = window as unknown as { moved: number };
      moved.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.moved += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(address, { waitUntil: "networkidle" });
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.001);
    const bytes = [...own.values()].reduce((sum, n) => sum + n, 0);
    expect([...own], `${bytes} bytes of script`).not.toEqual([]);
    expect(bytes).toBeLessThan(60 * KB);
  });
}
