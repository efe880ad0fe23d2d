import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The text of a file, or "" when there is none. */
export function readOr(file, otherwise = "") {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return otherwise;
    throw error;
  }
}

/** One hash over names and contents, so that a moved file counts as a change. */
export function hashOf(root, files) {
  const hash = crypto.createHash("sha256");
  for (const file of [...files].sort())
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** Every file below `folder` that `keep` takes, named relative to `root`. */
export function filesBelow(root, folder, keep = () => true) {
  const at = path.join(root, folder);
  if (!fs.existsSync(at)) return [];
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(root, name, keep);
    return keep(name) ? [name] : [];
  });
}
