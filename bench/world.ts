import pg from "pg";
import { explain, say, step } from "@/cli/launcher/say.mjs";
import { verifyRecord } from "@/data/verify/verify";
import { openClient } from "@/server/db";
import { remakeWorld, sizeOption, withCluster } from "./database";
import { fill } from "./world/fill";
import { asReplica } from "./world/replica";
import { settleAll } from "./world/settle";
import { SIZES } from "./world/size";
import { makeWorld } from "./world/world";

/**
 * `npm run bench:world -- --size S|M [--verify]`: a synthetic record in a database of its own, the same one each time.
 * `--verify` recomputes everything derived from it afterwards, as `npm run verify` does.
 */

async function make(ownerUrl: string, size: keyof typeof SIZES): Promise<void> {
  const world = await step("Making it up", () => makeWorld(SIZES[size]));
  const { deals, claims, commands } = world;
  const client = new pg.Client({ connectionString: asReplica(ownerUrl) });
  await client.connect();
  await step(
    `Writing ${deals.length} deals, ${claims.length} status changes, ${commands.length} commands`,
    () => fill(client, world),
  );
  const prisma = openClient(asReplica(ownerUrl), { patient: true });
  try {
    await step("Deriving what follows from the claims", () => settleAll(prisma, world));
    await step("Taking statistics", () => client.query("VACUUM (ANALYZE)"));
    if (process.argv.includes("--verify")) {
      const differences = await step("Verifying", () => verifyRecord(prisma));
      for (const { where, what, stored, expected } of differences.slice(0, 50))
        say(`  ${where}: ${what} is ${stored}, should be ${expected}`);
      say(`  ${differences.length} differences`);
      if (differences.length > 0) process.exitCode = 1;
    }
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
