import { withClient } from "./database.mjs";
import { TSX } from "./dossier.mjs";
import { root } from "./paths.mjs";
import { runNode } from "./processes.mjs";
import { Stop } from "./say.mjs";

/**
 * A new one-time link for the first admin, or null once there is one.
 * @param {{ ownerUrl: string; appUrl: string; authSecret: string; address: string }} options
 * @returns {Promise<string | null>} the whole address
 */
export async function setupLink({ ownerUrl, appUrl, authSecret, address }) {
  if (await hasAdmin(ownerUrl)) return null;
  const { status, stdout, stderr } = await runNode([...TSX, "cli/setup-link.ts"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: appUrl,
      AUTH_SECRET: authSecret,
      BASE_URL: address,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Stop(`The set-up link could not be made:\n${stderr}${stdout}`);
  const link = stdout.trim();
  return link && new URL(link, address).toString();
}

const hasAdmin = (url) =>
  withClient(
    url,
    async (client) => (await client.query(`SELECT FROM "user" WHERE role = 'admin' LIMIT 1`)).rowCount > 0,
  );
