import path from "node:path";

/** The checkout. Everything else is named from here, so that commands work from any folder. */
export const root = path.resolve(import.meta.dirname, "..", "..");

/** Where the database, the secrets and the run file live: `RANGEBOOK_DATA`, else `.data`. */
export const dataDir = () => path.resolve(root, process.env.RANGEBOOK_DATA ?? ".data");

/** Where the built application lives, relative to the checkout: `NEXT_DIST_DIR`, else `.next`. */
export const distName = () => process.env.NEXT_DIST_DIR ?? ".next";
