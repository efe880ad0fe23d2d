import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, answerOnTheWay, away, failed } from "./answers";
import { limitBody } from "./body-limit";
import { env } from "./env";
import { type DatabaseWatch, holdBackFailures, watchDatabase } from "./failures";
import { health } from "./health";
import { log } from "./log";
import { sendingOnce } from "./once-markup";
import { bodyLimitOf, dropForeignHeaders, objectionTo, tooLarge } from "./request-checks";
import { inRequest, type RequestNotes } from "./request-context";
import { secure } from "./security-headers";

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

type Options = {
  readonly dev: boolean;
  /** Other times than the promised ones, for tests. */
  readonly times?: Partial<typeof TIMES>;
};

/**
 * Unfinished headers are cut at 20 s, bodies at 60 s (docs/promises.md, A8), looked for every 2 s. An idle connection is kept longer than the
 * minute for which proxies keep theirs: else one would be closed just when its next request is on the way.
 */
const TIMES = {
  headersTimeout: 18_000,
  requestTimeout: 58_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

/**
 * A small server of ours in front of Next's handler: time-outs, limits, the Origin check, security headers and one nonce a
 * request; liveness and readiness without Next; and honest answers when the database is away.
 */
export function createFrontServer(next: Handler, { dev, times }: Options): Server {
  const database = watchDatabase();
  const server = createServer(
    {
      ...TIMES,
      ...times,
      maxHeaderSize: 16_384,
    },
    (req, res) => {
      const notes: RequestNotes = { requestId: randomUUID() };
      inRequest(notes, () => serve(req, res, next, { dev, database, notes })).catch((error: unknown) => {
        if (req.destroyed && !req.complete) return; // the client went away, or was cut off
        log.error({ ...notes, error: String(error) }, "request failed");
        answer(req, res, failed(notes.requestId));
      });
    },
  );
  server.maxConnections = 2_000;
  return server;
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  next: Handler,
  { dev, database, notes }: { dev: boolean; database: DatabaseWatch; notes: RequestNotes },
): Promise<void> {
  const { BASE_URL, TRUST_PROXY } = env();
  const { requestId } = notes;
  dropForeignHeaders(req, { trustProxy: TRUST_PROXY, dev });
  const https = TRUST_PROXY
    ? req.headers["x-forwarded-proto"] === "https"
    : (BASE_URL?.startsWith("https:") ?? false);
  secure(req, res, { dev, https });
  res.setHeader("X-Request-Id", requestId);
  req.headers["x-request-id"] = requestId;
  const path = (req.url ?? "").split("?", 1)[0] ?? "";
  const asset = path.startsWith("/_next/");
  if (!asset) logWhenDone(req, res, path, notes);

  const objection = objectionTo(req, BASE_URL);
  if (objection) return (objection.status === 413 ? answerOnTheWay : answer)(req, res, objection);
  if (path === "/healthz") return answer(req, res, { status: 200, code: "alive", message: "alive" });
  if (path === "/readyz") {
    const { ready, why } = await health();
    return answer(req, res, {
      status: ready ? 200 : 503,
      code: ready ? "ready" : "not-ready",
      message: why,
      ...(!ready && { headers: away.headers }),
    });
  }
  if (!asset) {
    if (await database.isAway()) return answer(req, res, away);
    holdBackFailures(req, res, requestId, database);
    keepPrivate(req, res);
  }
  const limit = bodyLimitOf(path);
  limitBody(req, limit, () => answer(req, res, tooLarge(limit)));
  await sendingOnce(req, res, () => next(req, res));
}

function logWhenDone(req: IncomingMessage, res: ServerResponse, path: string, notes: RequestNotes): void {
  const started = performance.now();
  res.once("close", () => {
    const ms = Math.round(performance.now() - started);
    log.info({ ...notes, method: req.method, path, status: res.statusCode, ms }, "request");
  });
}

/** What a signed-in person sees is kept by no cache on the way, whatever the route says. */
function keepPrivate(req: IncomingMessage, res: ServerResponse): void {
  if (!/session/i.test(req.headers.cookie ?? "")) return;
  const { writeHead } = res;
  res.writeHead = ((...args: unknown[]) => {
    res.setHeader("Cache-Control", "private, no-store");
    return Reflect.apply(writeHead, res, args);
  }) as typeof res.writeHead;
}
