import { JUDGED, openLighthouse } from "@/cli/testing/lighthouse.mjs";

/**
 * `npm run bench:lighthouse -- http://localhost:3000`: Lighthouse on a running production build, desktop and mobile; the
 * best of three runs, since other work on the machine only ever makes a page slower. Exit code 1 when a desktop page has
 * less than 95 for performance.
 */

const base = process.argv[2] ?? "http://localhost:3000";
const RUNS = 3;
const GOAL = 95;

const { audit, close } = await openLighthouse();
let missed = 0;
try {
  for (const form of ["desktop", "mobile"] as const) {
    for (const path of JUDGED) {
      const runs = [];
      for (let n = 0; n < RUNS; n++) runs.push(await audit(`${base}${path}`, ["performance"], form));
      const best = runs.sort((a, b) => (b.scores.performance ?? 0) - (a.scores.performance ?? 0))[0];
      const score = best?.scores.performance ?? 0;
      if (form === "desktop" && score < GOAL) missed += 1;
      console.log(`${form} ${path}: ${score} ${JSON.stringify(best?.metrics)}`);
    }
  }
} finally {
  await close();
}
process.exitCode = missed > 0 ? 1 : 0;
