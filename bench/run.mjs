import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { install } from "../cli/launcher/install.mjs";
import { checkNode } from "../cli/launcher/node-version.mjs";
import { root } from "../cli/launcher/paths.mjs";
import { explain, Stop } from "../cli/launcher/say.mjs";

/** `node bench/run.mjs NAME …`: runs bench/NAME.ts with everything in place that it imports. */
async function main() {
  checkNode();
  const [name = "", ...args] = process.argv.slice(2);
  const program = path.join(root, "bench", `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !fs.existsSync(program))
    throw new Stop(`There is no bench command "${name}".`);
  await install();
  const { generateClient } = await import("../cli/launcher/build.mjs");
  await generateClient();
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    stdio: "inherit",
    cwd: root,
  });
  process.on("SIGINT", () => {}); // it reaches the command directly; we wait for it to end
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

main().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
