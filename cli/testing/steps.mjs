import fs from "node:fs";
import path from "node:path";
import { build } from "../launcher/build.mjs";
import { startCluster } from "../launcher/cluster.mjs";
import { withClient } from "../launcher/database.mjs";
import { readOr } from "../launcher/hashes.mjs";
import { root } from "../launcher/paths.mjs";
import { freePort } from "../launcher/ports.mjs";
import { run, runNode } from "../launcher/processes.mjs";
import { findChromium, NO_CHROMIUM } from "./chromium.mjs";

/**
 * The steps of `npm test`. Each runs whatever the others found, and counts.
 * @typedef {{ passed: number; failed: number; which?: readonly string[] }} Count `which`: the tests that failed, by name
 */

const ONE = { passed: 1, failed: 0 };
const NONE = { passed: 0, failed: 1 };
const bin = (name) => path.join(root, "node_modules", name);

/** A program whose exit code is its verdict; its words are shown. */
const program =
  (...args) =>
  async () =>
    (await runNode(args, { cwd: root })).status === 0 ? ONE : NONE;

export const types = program(bin("typescript/bin/tsc"), "--noEmit");
export const lint = program(bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings");
export const drift = program("cli/drift.mjs");

/** `npm ci` must accept the lock file, here and on other platforms. */
export async function lockFile() {
  const args = ["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const tried = await run(npm, args, { cwd: root, shell: process.platform === "win32" });
  if (tried.status === 0) return ONE;
  console.error(`${tried.stderr}\nComplete the lock file with: npm run complete-lock`);
  return NONE;
}

/** The production build that the browser tests run against. */
export async function production() {
  await build();
  return ONE;
}

/** @param {string} dataDir */
export const vitest = (dataDir) => async () => {
  const report = path.join(dataDir, "vitest.json");
  fs.rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = await runNode([bin("vitest/vitest.mjs"), "run", ...reporters], { cwd: root });
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(readOr(report, "{}"));
  // A file that could not even be loaded has no tests, and has failed.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.length,
  );
  // An error outside any test fails the run too.
  const failed = numFailedTests + broken.length || (status === 0 ? 0 : 1);
  return numPassedTests + failed === 0
    ? NONE
    : { passed: numPassedTests, failed, which: failedUnits(testResults) };
};

/** The tests of Vitest's report that failed, and the files that could not be loaded. */
const failedUnits = (files) =>
  files.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.filter((test) => test.status === "failed");
    return tests.length === 0 && status === "failed"
      ? [file]
      : tests.map(({ fullName }) => `${file}: ${fullName}`);
  });

/** The tests of Playwright's report that failed: suites hold suites. */
const failedJourneys = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/${file}:${line} ${title}`),
  ...suites.flatMap(failedJourneys),
];

/** Browser tests on a record that holds the dossier and nothing else. @param {string} dataDir */
export const browser = (dataDir) => async () => {
  const { chromium } = await import("@playwright/test");
  if (!findChromium(() => chromium.executablePath())) {
    console.error(NO_CHROMIUM);
    return NONE;
  }
  const data = path.join(dataDir, "e2e");
  const port = await freePort();
  await forgetRecord(data);
  const report = path.join(dataDir, "playwright.json");
  fs.rmSync(report, { force: true });
  await runNode([bin("@playwright/test/cli.js"), "test", "--reporter=list,json"], {
    cwd: root,
    env: { ...process.env, E2E_DATA: data, E2E_PORT: String(port), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const { stats, errors = [], suites = [] } = JSON.parse(readOr(report, "{}"));
  if (!stats) return NONE;
  const { expected, flaky, unexpected } = stats;
  return {
    passed: expected + flaky,
    failed: unexpected + (expected + flaky + unexpected === 0 || errors.length ? 1 : 0),
    which: failedJourneys({ suites }),
  };
};

/** Drops what an earlier run recorded; the launcher makes and loads it anew. */
async function forgetRecord(dataDir) {
  const cluster = await startCluster({ dataDir });
  await withClient(cluster.url("postgres"), (client) =>
    client.query("DROP DATABASE IF EXISTS rangebook WITH (FORCE)"),
  );
  await cluster.stop();
}
