import path from "node:path";
import { startCluster } from "@/cli/launcher/cluster.mjs";
import { databaseIn, withClient } from "@/cli/launcher/database.mjs";
import { dataDir } from "@/cli/launcher/paths.mjs";
import { Stop } from "@/cli/launcher/say.mjs";
import { settleDeals } from "@/cli/launcher/settle.mjs";
import { SIZES, type SizeName } from "./world/size";

/** Synthetic worlds live in a cluster of their own: whatever is done here, the user's record is not touched. */

export const benchDir = () => path.join(dataDir(), "bench");

export type Cluster = Awaited<ReturnType<typeof startCluster>>;
export type Addresses = { readonly ownerUrl: string; readonly appUrl: string };

/** Runs work with the cluster, and stops it afterwards unless somebody else uses it. */
export async function withCluster<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir: benchDir() });
  try {
    return await work(cluster);
  } finally {
    if (!cluster.adopted) await cluster.stop();
  }
}

const nameOf = (size: SizeName): string => `rangebook_bench_${size.toLowerCase()}`;

const exists = (cluster: Cluster, name: string): Promise<boolean> =>
  withClient(cluster.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    return rowCount === 1;
  });

/** The database of a world that was made before, with all that is derived in it today. @throws Stop when it was not. */
export async function worldDatabase(cluster: Cluster, size: SizeName): Promise<Addresses> {
  if (!(await exists(cluster, nameOf(size))))
    throw new Stop(`There is no world of size ${size} yet. Make it: npm run bench:world -- --size ${size}`);
  const addresses = await databaseIn(cluster, { dataDir: benchDir(), name: nameOf(size) });
  await settleDeals(addresses);
  return addresses;
}

/** Makes a database anew: `make` fills it aside, and only a whole one takes the place of the one before. */
export async function remakeWorld(
  cluster: Cluster,
  size: SizeName,
  make: (addresses: Addresses) => Promise<void>,
): Promise<void> {
  const name = nameOf(size);
  const aside = `${name}_new`;
  const sql = (text: string) => withClient(cluster.url("postgres"), (client) => client.query(text));
  await sql(`DROP DATABASE IF EXISTS ${aside} WITH (FORCE)`);
  await make(await databaseIn(cluster, { dataDir: benchDir(), name: aside }));
  await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await sql(`ALTER DATABASE ${aside} RENAME TO ${name}`);
}

/** Reads `--size S`. @throws Stop on anything else. */
export function sizeOption(args: readonly string[]): SizeName {
  const size = args[args.indexOf("--size") + 1];
  if (!args.includes("--size") || !size || !Object.keys(SIZES).includes(size))
    throw new Stop(`Say how large: --size ${Object.keys(SIZES).join(" or --size ")}.`);
  return size as SizeName;
}
