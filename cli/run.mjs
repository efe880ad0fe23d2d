import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { install } from "./launcher/install.mjs";
import { checkNode } from "./launcher/node-version.mjs";
import { dataDir, root } from "./launcher/paths.mjs";
import { explain, Stop } from "./launcher/say.mjs";
import { secretsOf } from "./launcher/secrets.mjs";
import { holderOf } from "./launcher/single.mjs";

/**
 * `node cli/run.mjs NAME …`: runs cli/NAME.ts against the database of this data folder: the running one, or one that is
 * started for it and stopped afterwards. The command gets both accounts' addresses.
 */
async function main() {
  checkNode();
  const [name = "", ...args] = process.argv.slice(2);
  const program = path.join("cli", `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !fs.existsSync(path.join(root, program)))
    throw new Stop(`There is no command "${name}". There are: ${commands().join(", ")}.`);

  fs.mkdirSync(dataDir(), { recursive: true, mode: 0o755 });
  await install();
  const { openDatabase } = await import("./launcher/database.mjs");
  const { generateClient } = await import("./launcher/build.mjs");
  await generateClient();
  const { ownerUrl, appUrl, cluster } = await openDatabase({ dataDir: dataDir() });
  try {
    const env = {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: appUrl,
      AUTH_SECRET: process.env.AUTH_SECRET ?? secretsOf(dataDir()).authSecret,
    };
    process.exitCode = await inForeground(["--import", "tsx", path.join(root, program), ...args], env);
  } finally {
    // A running Rangebook keeps its database, also one that was started meanwhile.
    const inUse = cluster?.adopted || holderOf(path.join(dataDir(), "launcher.pid"), "start.mjs") !== null;
    if (!inUse) await cluster?.stop();
  }
}

/** Runs Node with our terminal. Ctrl-C reaches the command directly; we wait for it to end. */
function inForeground(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

const commands = () =>
  fs
    .readdirSync(path.join(root, "cli"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3));

main().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
