import path from "node:path";
import { startCluster } from "./launcher/cluster.mjs";
import { dataDir, root } from "./launcher/paths.mjs";
import { driftBetween } from "./testing/schema-engine.mjs";

/** Fails when prisma/migrations and prisma/schema.prisma do not describe the same database, and says what differs. */
const cluster = await startCluster({ dataDir: path.join(dataDir(), "test"), settings: ["fsync=off"] });
try {
  const drift = await driftBetween({
    url: cluster.url("postgres"),
    schemaFile: path.join(root, "prisma", "schema.prisma"),
    migrationsFolder: path.join(root, "prisma", "migrations"),
  });
  if (drift) {
    console.error(
      `The migrations do not lead to schema.prisma. What a migration would still have to do:\n\n${drift}`,
    );
    process.exitCode = 1;
  }
} finally {
  if (!cluster.adopted) await cluster.stop();
}
process.exit(); // the engine's instance has no end of its own
