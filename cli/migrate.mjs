import { install } from "./launcher/install.mjs";
import { checkNode } from "./launcher/node-version.mjs";
import { dataDir } from "./launcher/paths.mjs";
import { explain, say } from "./launcher/say.mjs";

/** `npm run migrate`: brings the database and what is derived in it up to date without serving, for a cluster whose start is somebody else's. */
async function main() {
  checkNode();
  await install();
  const [{ openDatabase }, { generateClient }, { settleDeals }] = await Promise.all([
    import("./launcher/database.mjs"),
    import("./launcher/build.mjs"),
    import("./launcher/settle.mjs"),
  ]);
  const { cluster, ...database } = await openDatabase({ dataDir: dataDir() });
  await generateClient();
  await settleDeals(database);
  say("The database is up to date.");
  if (cluster && !cluster.adopted) await cluster.stop();
}

main().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
