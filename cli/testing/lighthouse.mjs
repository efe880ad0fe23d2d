import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import desktop from "lighthouse/core/config/desktop-config.js";
import { freePort } from "../launcher/ports.mjs";
import { findChromium, NO_CHROMIUM } from "./chromium.mjs";

/** The pages that the product is judged by. */
export const JUDGED = [
  "/",
  "/devices/huawei-mate-10-pro",
  "/matrix?on=2019-06-01",
  "/changes?from=2018-01-01&to=2018-06-01",
];

/**
 * Opens a browser that Lighthouse can drive; close it with `close()`.
 * @returns {Promise<{ audit: (url: string, categories: string[], form?: "desktop" | "mobile") => Promise<Judgement>,
 *   close: () => Promise<void> }>}
 * @typedef {{ scores: Record<string, number>; failed: string[]; metrics: Record<string, number> }} Judgement
 *   scores 0 to 100 by category; failed: audits of these categories that are not passed; metrics in ms, CLS without unit
 */
export async function openLighthouse() {
  const executablePath = findChromium(() => chromium.executablePath());
  if (!executablePath) throw new Error(NO_CHROMIUM);
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    audit: async (url, categories, form = "desktop") => judge(await run(url, port, categories, form)),
    close: () => browser.close(),
  };
}

async function run(url, port, onlyCategories, form) {
  const flags = { port, onlyCategories, logLevel: "error", output: "json" };
  const result = await lighthouse(url, flags, form === "desktop" ? desktop : undefined);
  if (!result) throw new Error(`Lighthouse gave no answer for ${url}.`);
  return result.lhr;
}

/** The first places that an audit names. */
const where = ({ details }) =>
  (details?.items ?? [])
    .slice(0, 3)
    .map(({ node }) => node?.snippet ?? "")
    .join(" ");

/** @returns {Judgement} */
function judge({ categories, audits, runtimeError }) {
  if (runtimeError) throw new Error(runtimeError.message);
  const scores = {};
  const failed = [];
  for (const [name, { score, auditRefs }] of Object.entries(categories)) {
    scores[name] = Math.round((score ?? 0) * 100);
    if (name === "performance") continue;
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1)
        failed.push(`${id}: ${audit.title} ${where(audit)}`);
    }
  }
  const metrics = {};
  for (const id of [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ])
    if (audits[id]?.numericValue !== undefined)
      metrics[id] = Math.round(audits[id].numericValue * 1000) / 1000;
  return { scores, failed, metrics };
}
