import { chromium, type Page } from "@playwright/test";
import { Stop } from "@/cli/launcher/say.mjs";
import { findChromium, NO_CHROMIUM } from "@/cli/testing/chromium.mjs";
import { quantile } from "./statements";

export type Seen = { readonly name: number; readonly lanes: number };

/** Milliseconds from asking for a device's page to the frame that shows its name, and all its lanes: medians. */
export async function seenInChromium(url: string, lanes: number, rounds: number): Promise<Seen> {
  const executablePath = findChromium(() => chromium.executablePath());
  if (!executablePath) throw new Stop(NO_CHROMIUM);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(watch(lanes));
    const page = await context.newPage();
    const seen: Seen[] = [];
    for (let round = -3; round < rounds; round++) {
      await page.goto(url);
      const one = await seenOn(page);
      if (round >= 0) seen.push(one); // the first ones fill the browser's cache
    }
    const median = (of: keyof Seen) =>
      quantile(
        seen.map((s) => s[of]),
        0.5,
      );
    return { name: median("name"), lanes: median("lanes") };
  } finally {
    await browser.close();
  }
}

type Watched = { seen?: { name?: number; lanes?: number } };

const seenOn = async (page: Page): Promise<Seen> => {
  const handle = await page.waitForFunction(() => {
    const { seen } = window as unknown as Watched;
    return seen?.lanes && seen.name ? { name: seen.name, lanes: seen.lanes } : null;
  });
  return (await handle.jsonValue()) as Seen;
};

/**
 * Runs in the page: what is there in one frame has been shown by the next. A text, since a compiled function would bring
 * names along that the page does not have.
 */
const watch = (lanes: number): string => `
  window.seen = {};
  const there = {};
  const look = () => {
    if (there.name) window.seen.name ??= performance.now();
    if (there.lanes) window.seen.lanes ??= performance.now();
    there.name ||= document.querySelector("h1") !== null;
    there.lanes ||= document.querySelectorAll("#chart .lane > .lb + *").length >= ${lanes};
    if (!window.seen.lanes) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;
