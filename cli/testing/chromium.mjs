import fs from "node:fs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What to say, in one line, when there is none. */
export const NO_CHROMIUM =
  "No Chromium found: install one with `apt-get install chromium` or `npx playwright install chromium`, or set CHROMIUM_PATH.";

/**
 * The Chromium to test in: CHROMIUM_PATH, else Playwright's own download, else one of the system.
 * @param {() => string} downloaded where Playwright's own would be
 * @returns {string | null}
 */
export function findChromium(downloaded) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return fs.existsSync(chosen) ? chosen : null;
  return [downloaded(), ...KNOWN].find((file) => file && fs.existsSync(file)) ?? null;
}
