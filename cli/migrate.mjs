import { install } from "./launcher/install.mjs";
import { checkNode } from "./launcher/node-version.mjs";
import { dataDir } from "./launcher/paths.mjs";
import { explain, say } from "./launcher/say.mjs";

/** `npm run migrate`: brings the database up to date without serving, for a cluster whose start is somebody else's. */
async function main() {
  checkNode();
  await install();
  const { openDatabase } = await import("./launcher/database.mjs");
  const { cluster } = await openDatabase({ dataDir: dataDir() });
  say("The database is up to date.");
  if (cluster && !cluster.adopted) await cluster.stop();
}

main().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
