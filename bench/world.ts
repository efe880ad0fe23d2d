import pg from "pg";
import { explain, say, step } from "@/cli/launcher/say.mjs";
import { deriveEverything } from "@/data/derived/everything";
import { SPAN_TABLES } from "@/data/derived/span-columns";
import { verifyRecord } from "@/data/verify/verify";
import { openClient } from "@/server/db";
import { remakeWorld, sizeOption, withCluster } from "./database";
import { fill } from "./world/fill";
import { withoutIndexes } from "./world/indexes";
import { processorTeller } from "./world/processor";
import { asReplica } from "./world/replica";
import { SIZES } from "./world/size";
import { makeWorld } from "./world/world";

/**
 * `npm run bench:world -- --size S|M [--verify]`: a synthetic record in a database of its own, the same one each time.
 * `--verify` recomputes everything derived from it afterwards, as `npm run verify` does.
 */

type Measured = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/** A function of its own, so that the world is forgotten when it is written. */
async function write(url: string, size: keyof typeof SIZES, measured: Measured): Promise<void> {
  const world = await measured("Making it up", () => makeWorld(SIZES[size]));
  const { deals, claims, commands } = world;
  await measured(
    `Writing ${deals.length} deals, ${claims.length} status changes, ${commands.length} commands`,
    () => fill(url, world),
  );
}

async function make(ownerUrl: string, size: keyof typeof SIZES): Promise<void> {
  const url = asReplica(ownerUrl);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tellProcessor = await processorTeller(client);
  const measured: Measured = async (name, work) => {
    const result = await step(name, work);
    tellProcessor();
    return result;
  };
  const prisma = openClient(url, { patient: true });
  try {
    await write(url, size, measured);
    await withoutIndexes([client], Object.keys(SPAN_TABLES), () =>
      measured("Deriving what follows from the claims", () => deriveEverything(prisma)),
    );
    await measured("Taking statistics", () => client.query("VACUUM (ANALYZE)"));
    if (process.argv.includes("--verify")) {
      const differences = await measured("Verifying", () => verifyRecord(prisma));
      for (const { where, what, stored, expected } of differences.slice(0, 50))
        say(`  ${where}: ${what} is ${stored}, should be ${expected}`);
      say(`  ${differences.length} differences`);
      if (differences.length > 0) process.exitCode = 1;
    }
    say(`  most memory held by this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
  } finally {
    await prisma.$disconnect();
    await client.end();
  }
}

try {
  const size = sizeOption(process.argv.slice(2));
  await step(`A world of size ${size}`, () =>
    withCluster((cluster) => remakeWorld(cluster, size, ({ ownerUrl }) => make(ownerUrl, size))),
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
