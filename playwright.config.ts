import { chromium, defineConfig, devices } from "@playwright/test";
import { findChromium, NO_CHROMIUM } from "@/cli/testing/chromium.mjs";

/**
 * Journeys in a real Chromium against the production build on the dossier, in a data folder and on a port of their own.
 * `npm test` sets both; `npx playwright test` alone uses the ones below.
 */

const executablePath = findChromium(() => chromium.executablePath());
if (!executablePath) throw new Error(NO_CHROMIUM);

const port = process.env.E2E_PORT ?? "3190";
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One record: a journey that writes must not move under another's feet.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      // The sandbox refuses to run as root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "chromium", testMatch: "**/*.spec.ts", testIgnore: ["**/*.nojs.spec.ts", "**/*.after.spec.ts"] },
    { name: "nojs", testMatch: "**/*.nojs.spec.ts", use: { javaScriptEnabled: false } },
    // What these journeys record changes what the others count.
    { name: "after", testMatch: "**/*.after.spec.ts" },
  ],
  webServer: {
    command: "node cli/start.mjs",
    // Ready means that the record is loaded and served.
    url: `${baseURL}/readyz`,
    env: {
      PORT: port,
      RANGEBOOK_DATA: process.env.E2E_DATA ?? ".data/e2e",
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
    },
    reuseExistingServer: true,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
