import pino from "pino";
import { requestNotes } from "./request-context";

/** JSON lines on standard output; never bodies, cookies, keys or e-mail addresses. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => ({ ...requestNotes() }),
});
