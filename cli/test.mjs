import fs from "node:fs";
import { install } from "./launcher/install.mjs";
import { checkNode } from "./launcher/node-version.mjs";
import { dataDir, root } from "./launcher/paths.mjs";
import { endRunning } from "./launcher/processes.mjs";
import { explain, say } from "./launcher/say.mjs";

/**
 * `npm test`: everything, from a clean clone. Every step runs, also after a failure; the last line counts.
 */

/** What would lead a test to somebody's own server or change how it starts. */
const FOREIGN = ["DATABASE_URL", "DATABASE_APP_URL", "BASE_URL", "PORT", "HOST", "AUTH_SECRET", "NODE_ENV"];

async function main() {
  process.chdir(root);
  for (const name of [...FOREIGN, "PUBLIC_READING", "TRUST_PROXY", "LOG_LEVEL"]) delete process.env[name];
  // A build of its own: one that is being served must not change underneath.
  process.env.NEXT_DIST_DIR ??= ".next-test";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      endRunning();
      process.exitCode = 1;
      setTimeout(() => process.exit(1), 20_000).unref();
    });

  const total = { passed: 0, failed: 0 };
  const failures = [];
  const step = async (name, work) => {
    say(`\n== ${name}`);
    const began = Date.now();
    const count = await work().catch((error) => {
      explain(error);
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) failures.push([name, ...(count.which ?? [])].join("\n  "));
    say(`   ${count.passed} passed, ${count.failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  };

  try {
    checkNode();
    fs.mkdirSync(dataDir(), { recursive: true, mode: 0o755 });
    await install();
    const { generateClient } = await import("./launcher/build.mjs");
    await generateClient();
    const steps = await import("./testing/steps.mjs");
    await step("The lock file installs", steps.lockFile);
    await step("The application builds", steps.production);
    await step("Types", steps.types);
    await step("Lint, import boundaries, cycles", steps.lint);
    await step("Migrations lead to the schema", steps.drift);
    await step("Unit, property and database tests", steps.vitest(dataDir()));
    await step("Browser tests", steps.browser(dataDir()));
  } catch (error) {
    explain(error);
    total.failed += 1;
    failures.push("Set-up");
  }
  // Named at the very end: of a long log often only the end is kept.
  if (failures.length > 0) say(`\nFailed:\n${failures.join("\n")}`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
