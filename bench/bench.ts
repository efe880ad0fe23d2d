import os from "node:os";
import { explain, say, step } from "@/cli/launcher/say.mjs";
import { seenInChromium } from "./browser";
import { type Cluster, withCluster } from "./database";
import { factsOf } from "./facts";
import { bestMatrixMs } from "./matrix-sql";
import { type Measured, measure, type NotMeasured, type Side } from "./measure";
import { PAGES } from "./pages";
import { firstRows, flagshipRows, type Goal, matrixGoal, pageGoals, pageRows, table } from "./report";
import { serveWorld } from "./server";
import { FLAGSHIP, SIZES, type SizeName } from "./world/size";

/**
 * `npm run bench [-- --rounds 30] [--only device]`: how long each view takes at M beside S when it is asked again and when it is
 * first asked, held to the same goal both times, beside its own queries, in one run; and which goals are missed. Needs both worlds
 * (`npm run bench:world`). Exit code 1 when a goal is missed.
 */

const option = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const rounds = Number(option("rounds") ?? 30);
const only = option("only");

async function sideOf(cluster: Cluster, size: SizeName): Promise<Side> {
  const server = await serveWorld(cluster, size);
  return { server, facts: await factsOf(server.ownerUrl) };
}

async function run(cluster: Cluster): Promise<readonly Goal[]> {
  const sides = { S: await sideOf(cluster, "S"), M: await sideOf(cluster, "M") };
  try {
    const found: (Measured | NotMeasured)[] = [];
    for (const page of PAGES.filter(({ name }) => !only || name.includes(only)))
      found.push(await step(page.name, () => measure(cluster, page, sides, rounds)));
    const machine = `${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}`;
    say(`\n${machine}, ${rounds} rounds, load ${os.loadavg()[0]?.toFixed(1)}\n\n${table(pageRows(found))}`);
    const measured = found.filter((one) => "queries" in one);
    say(`\n${table(firstRows(measured))}`);
    const goals = found.flatMap(pageGoals);
    const { server } = sides.M;
    const matrix = measured.find((m) => m.page.name.startsWith("matrix, 50"));
    if (matrix) goals.push(matrixGoal(matrix, await bestMatrixMs(server.appUrl, rounds)));
    if (!only || "flagship".includes(only)) {
      const url = `${server.address}/devices/${FLAGSHIP.slug}`;
      const seen = await seenInChromium(url, SIZES.M.flagship.deals, Math.min(rounds, 15));
      say(`\n${table(flagshipRows(seen))}`);
      goals.push(
        { what: "flagship's name on screen", is: seen.name, most: 267, unit: "ms" },
        { what: "flagship's lanes on screen", is: seen.lanes, most: 530, unit: "ms" },
      );
    }
    return goals;
  } finally {
    await sides.S.server.stop();
    await sides.M.server.stop();
  }
}

try {
  const goals = await withCluster(run);
  const missed = goals.filter(({ is, most }) => is > most);
  say(
    `\n${goals.length - missed.length} of ${goals.length} goals met${missed.length > 0 ? "; missed:" : "."}`,
  );
  for (const { what, is, most, unit } of missed)
    say(`- ${what}: ${round(is)} ${unit}, at most ${round(most)}`);
  if (missed.length > 0) process.exitCode = 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
