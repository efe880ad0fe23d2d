import { readFileSync } from "node:fs";
import path from "node:path";
import { runCommands } from "@/data/write/door";
import { dossierCommands } from "@/data/write/dossier-commands";
import { DOSSIER_FILES, dossierSchema } from "@/formats/dossier";
import { closeDb, db } from "@/server/db";

/**
 * `npm run load`: the dossier into the record, through the door, as the system's own editor. Each list is one
 * transaction; a load that was cut short goes on where it stopped, and a second load changes nothing.
 */

const LIST = 200;
const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, "..", "prisma", "dossier"));

const dossier = dossierSchema.parse(
  Object.fromEntries(
    Object.entries(DOSSIER_FILES).map(([part, file]) => [
      part,
      JSON.parse(readFileSync(path.join(folder, file), "utf8")),
    ]),
  ),
);
const commands = dossierCommands(dossier);
const started = Date.now();
let recorded = 0;
for (let from = 0; from < commands.length; from += LIST) {
  const outcome = await runCommands(db(), { kind: "system" }, commands.slice(from, from + LIST), {
    timeout: 120_000,
  });
  if (!outcome.ok) {
    const { message, field } = outcome.refusal;
    console.error(
      `The dossier was refused at ${JSON.stringify(commands[from + outcome.index])}: ${message} (${field})`,
    );
    process.exit(1);
  }
  if (!outcome.replayed) recorded += outcome.answers.length;
  const done = Math.min(from + LIST, commands.length);
  console.log(`dossier: ${done} of ${commands.length} commands`);
}
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(recorded === 0 ? "dossier: nothing new" : `dossier: loaded in ${seconds} s`);
await closeDb();
