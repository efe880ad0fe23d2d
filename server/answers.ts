import type { IncomingMessage, ServerResponse } from "node:http";

export const RETRY_SECONDS = 5;

type Answer = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
};

/** An answer of the server itself: JSON for programs, one plain page for people. */
export function answer(
  req: IncomingMessage,
  res: ServerResponse,
  { status, code, message, headers = {} }: Answer,
): void {
  if (res.headersSent) return void res.destroy();
  const json = !req.headers.accept?.includes("text/html");
  const said = status < 400 ? { code, message } : { error: { code, message } };
  const body = json ? `${JSON.stringify(said)}\n` : page(message);
  res.writeHead(status, {
    ...headers,
    "Content-Type": json ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    // What was not read of the request is not waited for.
    ...(status === 413 || status === 411 ? { Connection: "close" } : {}),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** The sentences are ours and hold no text from outside. */
const page = (message: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>Rangebook</title></head><body><main><h1>Rangebook</h1><p>${message}</p><p><a href="/">To the overview</a></p></main></body></html>\n`;

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

export const failed = (requestId: string): Answer => ({
  status: 500,
  code: "failed",
  message: `Something went wrong on our side. It has been noted as ${requestId}.`,
});
