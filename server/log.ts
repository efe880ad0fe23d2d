import pino from "pino";

/** JSON lines on standard output; never bodies, cookies, keys or e-mail addresses. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
