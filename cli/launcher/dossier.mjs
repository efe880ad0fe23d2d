import fs from "node:fs";
import path from "node:path";
import { withClient } from "./database.mjs";
import { root } from "./paths.mjs";
import { runNode } from "./processes.mjs";
import { Stop, step } from "./say.mjs";

/** Arguments that let Node run our TypeScript. */
export const TSX = ["--import", "tsx"];

/**
 * Loads the dossier into a record that has taken no command yet. A load that was cut short goes on at the next start:
 * the mark in the data folder outlives it.
 * @param {{ dataDir: string; ownerUrl: string; appUrl: string }} options
 */
export async function loadDossier({ dataDir, ownerUrl, appUrl }) {
  const mark = path.join(dataDir, "loading");
  if (!fs.existsSync(mark) && !(await isUntouched(ownerUrl))) return;
  await step("Loading the dossier", async () => {
    fs.writeFileSync(mark, "");
    const { status, stdout, stderr } = await runNode([...TSX, "cli/load.ts"], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (status !== 0) throw new Stop(`The dossier could not be loaded:\n${stderr}${stdout}`);
    fs.rmSync(mark);
  });
}

const isUntouched = (url) =>
  withClient(
    url,
    async (client) => (await client.query("SELECT FROM command_receipt LIMIT 1")).rowCount === 0,
  );
