import type { Status } from "./status";

/** What usually follows a status (docs/model.md, Usual transitions). `planned` after `planned` is a slip. */
export const USUAL: Readonly<Record<Status, readonly Status[]>> = {
  planned: ["planned", "carried", "paused", "withdrawn", "retail-only"],
  carried: ["paused", "withdrawn", "ended"],
  paused: ["planned", "carried", "withdrawn"],
  withdrawn: ["planned", "carried", "retail-only"],
  declined: ["planned", "retail-only"],
  "retail-only": ["planned", "carried", "ended"],
  ended: ["carried"],
};

/** Whether `to` may follow `from` without a note that explains it; after nothing (null) anything may come. */
export const isUsual = (from: Status | null, to: Status): boolean =>
  from === null || USUAL[from].includes(to);
