import fs from "node:fs";
import path from "node:path";
import { readOr } from "./hashes.mjs";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { Stop, step } from "./say.mjs";

/** Installs what the lock file says, unless that is what is installed. No dependency's install script is needed. */
export async function install() {
  const locked = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const kept = readOr(path.join(root, "node_modules", ".package-lock.json"));
  if (kept && isInstalled(locked.packages, JSON.parse(kept).packages)) return;
  await step("Installing packages (about a minute the first time)", async () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status } = await run(npm, args, {
      cwd: root,
      // NODE_ENV=production would leave out what builds and tests the application.
      env: { ...process.env, NODE_ENV: "development" },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Stop("npm could not install the packages; its own words are above.");
  });
}

/**
 * Whether every package of the lock is installed at its version. npm writes its list of what is installed last, so an
 * installation that was cut short has none. Optional packages are those of other platforms: not asked for.
 * @param {Record<string, { version?: string; optional?: boolean }>} locked by place, as in package-lock.json
 * @param {Record<string, { version?: string }>} installed
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(
    ([place, { version, optional }]) => place === "" || optional || installed[place]?.version === version,
  );
}
