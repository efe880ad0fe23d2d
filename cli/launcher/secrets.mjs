import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { readOr } from "./hashes.mjs";

const random = () => crypto.randomBytes(24).toString("base64url");

/**
 * The secrets of this data folder, made on the first start and readable by their owner alone.
 * @param {string} dataDir
 * @returns {{ ownerPassword: string; webPassword: string; authSecret: string }}
 */
export function secretsOf(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  const kept = readOr(file);
  if (kept) return JSON.parse(kept);
  const secrets = { ownerPassword: random(), webPassword: random(), authSecret: random() };
  // Written aside and renamed: a kill in between leaves no half file.
  fs.writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return secrets;
}
