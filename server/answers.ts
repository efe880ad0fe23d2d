import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export const RETRY_SECONDS = 5;

type Answer = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
};

/** An answer of the server itself: JSON for programs, one plain page for people. */
export function answer(req: IncomingMessage, res: ServerResponse, what: Answer): void {
  if (res.headersSent) return void res.destroy();
  res.end(begin(req, res, what));
}

/** How much of a body that is too large is still read, in bytes, and how long a pause may be in it, in milliseconds. */
const DROPPED = 256 * 1024 * 1024;
const PAUSE = 1_000;

/**
 * The same while a body is on its way that nobody will read: browsers look for an answer only when all is sent, and show
 * none when they are cut off. So what comes is read and dropped, within bounds.
 */
export function answerOnTheWay(req: IncomingMessage, res: ServerResponse, what: Answer): void {
  res.write(begin(req, res, what));
  let dropped = 0;
  const end = () => {
    clearTimeout(pause);
    res.end();
  };
  const pause = setTimeout(end, PAUSE);
  req.on("data", (bytes: Buffer) => {
    dropped += bytes.length;
    if (dropped > DROPPED) end();
    else pause.refresh();
  });
  req.on("end", end);
  req.on("close", end);
}

/** Writes the head; gives the body. */
function begin(
  req: IncomingMessage,
  res: ServerResponse,
  { status, code, message, headers = {} }: Answer,
): string {
  const json = !req.headers.accept?.includes("text/html");
  const said = status < 400 ? { code, message } : { error: { code, message } };
  const body = json ? `${JSON.stringify(said)}\n` : page(message);
  res.writeHead(status, {
    ...headers,
    ...(json ? {} : { "Content-Security-Policy": PAGE_POLICY }),
    "Content-Type": json ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    // What was not read of the request is not waited for.
    ...(status === 413 || status === 411 ? { Connection: "close" } : {}),
  });
  return req.method === "HEAD" ? "" : body;
}

/** The looks of the pages (app/tokens.css) without their files, which may be what does not answer. */
const STYLE =
  ":root{color-scheme:light dark}" +
  "body{margin:0;padding:24px;background:#fff;color:#16191b;font:15px/24px ui-sans-serif,system-ui,sans-serif}" +
  "main{max-width:1392px;margin:0 auto}h1{margin:0 0 6px;font-size:28px;line-height:36px}p{max-width:72ch;margin:0 0 12px}" +
  "a{color:inherit;text-underline-offset:3px}:focus-visible{outline:2px solid #1b5fd9;outline-offset:2px}" +
  "@media(max-width:700px){body{padding:16px}h1{font-size:20px;line-height:28px}}" +
  "@media(prefers-color-scheme:dark){body{background:#121618;color:#e9ecee}:focus-visible{outline-color:#7fb2ff}}";

/** Nothing but this style may act on such a page. */
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`;

/** The sentences are ours and hold no text from outside. */
const page = (message: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>Rangebook</title><style>${STYLE}</style></head><body><main><h1>Rangebook</h1><p>${message}</p><p><a href="/">To the overview</a></p></main></body></html>\n`;

export const away: Answer = {
  status: 503,
  code: "unavailable",
  message:
    "The record cannot be reached right now. Nothing was lost or saved. Try again in a few seconds; your browser’s Back button keeps what you typed.",
  headers: { "Retry-After": String(RETRY_SECONDS) },
};

export const malformed: Answer = {
  status: 400,
  code: "malformed",
  message: "This form did not arrive whole. Go back, and send it again.",
};

/** What nobody foresaw; the text of the error stays in the log. */
export const failed = (requestId: string): Answer => ({
  status: 500,
  code: "failed",
  message: `Something went wrong on our side. It has been noted as ${requestId}.`,
});
