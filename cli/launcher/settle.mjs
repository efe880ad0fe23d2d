import { withClient } from "./database.mjs";
import { TSX } from "./dossier.mjs";
import { root } from "./paths.mjs";
import { runNode } from "./processes.mjs";
import { Stop, step } from "./say.mjs";

/**
 * Derives anew what an older Rangebook did not store: the folded histories of deals with the rules that they break, keys of
 * publishers.
 * @param {{ ownerUrl: string; appUrl: string }} options
 */
export async function settleDeals({ ownerUrl, appUrl }) {
  if (!(await isUnsettled(ownerUrl))) return;
  await step("Folding the histories of all deals", async () => {
    const { status, stdout, stderr } = await runNode([...TSX, "cli/settle.ts"], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (status !== 0) throw new Stop(`The histories could not be folded:\n${stderr}${stdout}`);
  });
}

const UNSETTLED = `SELECT FROM deal d
  WHERE d.claim_count > 0 AND NOT EXISTS (SELECT FROM deal_span s WHERE s.deal_id = d.id)
  UNION ALL SELECT FROM deal_span s WHERE s.broken IS NULL LIMIT 1`;

const isUnsettled = (url) => withClient(url, async (client) => (await client.query(UNSETTLED)).rowCount > 0);
