import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, away, failed } from "./answers";
import { env } from "./env";
import { health } from "./health";
import { log } from "./log";
import { dropForeignHeaders, objectionTo } from "./request-checks";
import { secure } from "./security-headers";

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Set while the database was away at the last look: then pages are not even begun before it answers again. */
let troubled = false;

/**
 * A small server of ours in front of Next's handler: time-outs, limits, the Origin check, security headers and one nonce a
 * request; liveness and readiness without Next; and honest answers when the database is away.
 */
export function createFrontServer(next: Handler, { dev }: { dev: boolean }): Server {
  const server = createServer(
    {
      headersTimeout: 20_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16_384,
    },
    (req, res) => {
      serve(req, res, next, dev).catch((error: unknown) => {
        log.error({ error: String(error) }, "request failed");
        answer(req, res, failed("unknown"));
      });
    },
  );
  server.maxConnections = 2_000;
  return server;
}

async function serve(req: IncomingMessage, res: ServerResponse, next: Handler, dev: boolean): Promise<void> {
  const { BASE_URL, TRUST_PROXY } = env();
  const requestId = randomUUID();
  const started = performance.now();
  dropForeignHeaders(req, TRUST_PROXY);
  const https = TRUST_PROXY
    ? req.headers["x-forwarded-proto"] === "https"
    : (BASE_URL?.startsWith("https:") ?? false);
  secure(req, res, { dev, https });
  res.setHeader("X-Request-Id", requestId);
  req.headers["x-request-id"] = requestId;
  const path = (req.url ?? "").split("?", 1)[0] ?? "";
  res.on("close", () => {
    const ms = Math.round(performance.now() - started);
    if (!path.startsWith("/_next/"))
      log.info({ requestId, method: req.method, path, status: res.statusCode, ms }, "request");
  });

  const objection = objectionTo(req, BASE_URL);
  if (objection) return answer(req, res, objection);
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
  const asset = path.startsWith("/_next/");
  if (troubled && !asset) {
    troubled = !(await health()).ready;
    if (troubled) return answer(req, res, away);
  }
  if (!asset) holdBackFailures(req, res, requestId);
  await next(req, res);
}

/**
 * A page that fails says so in our words: 503 when the database is away, else 500 with the id under which it was logged.
 * What Next would have shown is swallowed, so that no text of an error ever leaves.
 */
function holdBackFailures(req: IncomingMessage, res: ServerResponse, requestId: string): void {
  const writeHead = res.writeHead.bind(res);
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  let held = false;
  const holding = (): boolean => {
    if (!held && !res.headersSent && res.statusCode >= 500) {
      held = true;
      for (const name of [
        "content-type",
        "content-length",
        "transfer-encoding",
        "content-encoding",
        "vary",
        "link",
        "etag",
      ]) {
        res.removeHeader(name);
      }
    }
    return held;
  };
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status;
    return holding() ? res : (writeHead as (...a: unknown[]) => ServerResponse)(status, ...rest);
  }) as typeof res.writeHead;
  res.flushHeaders = () => void holding();
  res.write = ((...args: unknown[]) =>
    holding() ? true : (write as (...a: unknown[]) => boolean)(...args)) as typeof res.write;
  res.end = ((...args: unknown[]) => {
    if (!holding()) return (end as (...a: unknown[]) => ServerResponse)(...args);
    Object.assign(res, { writeHead, write, end });
    health()
      .then(({ ready }) => {
        troubled = !ready;
        answer(req, res, ready ? failed(requestId) : away);
      })
      .catch(() => answer(req, res, failed(requestId)));
    return res;
  }) as typeof res.end;
}
