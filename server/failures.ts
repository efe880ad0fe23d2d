import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, away, failed, malformed } from "./answers";
import { health } from "./health";
import { log } from "./log";
import { requestNotes } from "./request-context";

/** After this long without an answer the database is looked at; 503 must leave within ten seconds (docs/promises.md, A1). */
const PATIENCE_MS = 6_000;

export type DatabaseWatch = {
  /** Whether the database is known to be away; looks again each time, so that it heals by itself (docs/promises.md, A2). */
  isAway(): Promise<boolean>;
  /** Looks at the database; true when it is away. */
  look(): Promise<boolean>;
};

/** Remembers whether the database was away at the last look: then pages are not even begun before it answers again. */
export function watchDatabase(): DatabaseWatch {
  let away = false;
  const look = async (): Promise<boolean> => {
    const { ready, why } = await health();
    if (ready === away) log.warn({ ready, why }, "database");
    away = !ready;
    return away;
  };
  return { look, isAway: async () => away && look() };
}

/**
 * Lets Next write its answer unless that is a failure. Then the page is ours: 503 when the database is away, else 500
 * with the id under which it was logged. What Next would have shown is swallowed, so no text of an error ever leaves.
 */
export function holdBackFailures(
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
  database: DatabaseWatch,
): void {
  const { writeHead, write, end, setHeader, flushHeaders } = res;
  let taken = false;

  const takeOver = (): void => {
    taken = true;
    clearTimeout(patience);
    res.writeHead = () => res;
    res.setHeader = () => res;
    res.write = () => true;
    res.end = () => res;
    res.flushHeaders = () => undefined;
  };
  const speak = (what: Parameters<typeof answer>[2]): void => {
    for (const name of res.getHeaderNames()) if (!OURS.test(name)) res.removeHeader(name);
    Object.assign(res, { writeHead, write, end, setHeader, flushHeaders });
    answer(req, res, what);
  };
  const failsNow = (): boolean => {
    if (taken) return true;
    if (!res.headersSent) giveDeservedStatus(req, res);
    // A form that says itself that the record is away keeps what was typed; it is not swallowed.
    if (res.headersSent || res.statusCode < 500 || res.statusCode === requestNotes()?.status) return false;
    takeOver();
    // The error is told to instrumentation.ts a moment after the answer begins: asking the database gives it that moment.
    database
      .look()
      .then((gone) => speak(DESERVED[requestNotes()?.outcome ?? ""] ?? (gone ? away : failed(requestId))))
      .catch(() => speak(failed(requestId)));
    return true;
  };
  const patience = setTimeout(async () => {
    if (taken || res.headersSent) return;
    const gone = await database.look();
    if (!gone || taken || res.headersSent) return;
    takeOver();
    speak(away);
  }, PATIENCE_MS);
  patience.unref();
  res.once("close", () => clearTimeout(patience));

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status;
    return failsNow() ? res : Reflect.apply(writeHead, res, [res.statusCode, ...rest]);
  }) as typeof res.writeHead;
  res.write = ((...args: unknown[]) =>
    failsNow() ? true : Reflect.apply(write, res, args)) as typeof res.write;
  res.end = ((...args: unknown[]) => (failsNow() ? res : Reflect.apply(end, res, args))) as typeof res.end;
  res.flushHeaders = () => {
    if (!failsNow()) Reflect.apply(flushHeaders, res, []);
  };
}

/** What instrumentation.ts found out about the error that ended a request. */
const DESERVED: Readonly<Record<string, typeof away>> = { malformed, unavailable: away };

/** A form that was refused is answered with the refusal's status, though Next renders the page as if all were well. */
function giveDeservedStatus(req: IncomingMessage, res: ServerResponse): void {
  // A route that has no handler for this method has one for the other: pages and routes know no third.
  if (res.statusCode === 405 && !res.hasHeader("Allow"))
    res.setHeader("Allow", req.method === "POST" ? "GET, HEAD" : "POST");
  // An action that this build does not have: as if there were no such page.
  if (res.hasHeader("x-nextjs-action-not-found")) res.statusCode = 404;
  const { status, retryAfterSeconds } = requestNotes() ?? {};
  if (status === undefined || res.statusCode !== 200) return;
  res.statusCode = status;
  if (retryAfterSeconds !== undefined && !res.hasHeader("Retry-After")) {
    res.setHeader("Retry-After", String(retryAfterSeconds));
  }
}

/** The headers that this server sets itself; what Next added belongs to the answer that is not sent. */
const OURS =
  /^(?:content-security-policy|x-content-type-options|referrer-policy|cross-origin-|permissions-policy|strict-transport-security|x-request-id|connection)/;
