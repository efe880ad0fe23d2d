import fs from "node:fs";
import path from "node:path";

/**
 * Completes package-lock.json after `npm install`.
 *
 * A registry mirror may lack the packages of other platforms; npm then leaves them out of the lock, and `npm ci` refuses
 * the file. They are added by name and exact version, without a hash. Download addresses are taken out: they name
 * whichever registry made the file, and npm works without them.
 */

const SYSTEMS = "android darwin freebsd linux netbsd openbsd openharmony sunos aix win32 windows".split(" ");
const PROCESSORS = "arm64 arm armv7 x64 ia32 ppc64 ppc64le s390x riscv64 loong64 mips64el wasm32".split(" ");
const EXACT = /^\d+\.\d+\.\d+[\w.-]*$/;

/**
 * @param {{ packages: Record<string, Record<string, unknown>> }} lock
 * @returns {{ lock: object; added: string[]; skipped: string[] }} skipped: wanted by a range, which names no version
 */
export function completeLock(lock) {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([place, { resolved: _, ...entry }]) => [place, entry]),
  );
  const added = [];
  const skipped = [];
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(packages, place, name)) continue;
      if (!EXACT.test(version)) {
        skipped.push(`${name} ${version}`);
        continue;
      }
      packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added, skipped };
}

/** Whether `name`, asked for by the package at `place`, is found by walking up the folders as Node does. */
function resolves(packages, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

/** `@next/swc-darwin-arm64` is for darwin on arm64. */
function platformOf(name) {
  const parts = name.split(/[/.-]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu =
    PROCESSORS.find((processor) => parts.includes(processor)) ?? (name.includes("arm-") ? "arm" : undefined);
  return {
    ...(cpu && { cpu: [cpu === "armv7" ? "arm" : cpu] }),
    ...(os && { os: [os === "windows" ? "win32" : os] }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, "..", "package-lock.json");
  const { lock, added, skipped } = completeLock(JSON.parse(fs.readFileSync(file, "utf8")));
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${added.length} packages of other platforms added`);
  for (const what of skipped) console.log(`not added, since it names no exact version: ${what}`);
}
