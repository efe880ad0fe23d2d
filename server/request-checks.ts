import type { IncomingMessage } from "node:http";
import { IMPORT_LIMITS } from "@/domain/import";
import { importUploadPath } from "@/formats/paths";

const UPLOAD_PATH = importUploadPath();

/** Why a request is turned away before anything reads it; null when nothing is wrong. */
export type Objection = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
};

const MIB = 1024 * 1024;

/** How much may be sent to an address, in bytes: files of imports are larger than forms, and have a form around them. */
export const bodyLimitOf = (path: string): number => (path === UPLOAD_PATH ? IMPORT_LIMITS.bytes + MIB : MIB);

/** The refusal of what is larger than `limit` bytes; it says the most that a file or form may have. */
export const tooLarge = (limit: number): Objection => {
  const most = limit > MIB ? limit - MIB : limit;
  return {
    status: 413,
    code: "too-large",
    message: `This is larger than ${most / MIB} MiB, which is the most that can be sent here.`,
  };
};
const SAFE = ["GET", "HEAD"];
const METHODS = [...SAFE, "POST"];

/**
 * What is wrong with a request before its body is read (docs/promises.md, S5, Limits); null: nothing. `baseUrl`: where
 * readers reach the product, if configured.
 */
export function objectionTo(req: IncomingMessage, baseUrl: string | undefined): Objection | null {
  const method = req.method ?? "";
  if (!METHODS.includes(method)) {
    return {
      status: 405,
      code: "wrong-method",
      message: "This address answers GET, HEAD and POST only.",
      headers: { Allow: METHODS.join(", ") },
    };
  }
  const url = req.url ?? "";
  if (!isReadableUrl(url)) {
    return {
      status: 400,
      code: "malformed",
      message: "This address contains characters that cannot be read.",
    };
  }
  if (SAFE.includes(method)) return null;
  if (!isOwnOrigin(req, baseUrl)) {
    return {
      status: 403,
      code: "other-site",
      message: "This form was sent from another site. Open Rangebook itself and send it from there.",
    };
  }
  if (!isReadableForm(req)) {
    return {
      status: 415,
      code: "wrong-type",
      message: "This address takes forms as multipart/form-data only.",
    };
  }
  const limit = bodyLimitOf(url.split("?", 1)[0] ?? "");
  return Number(req.headers["content-length"] ?? 0) > limit ? tooLarge(limit) : null;
}

/**
 * The kinds of body that something here reads: forms, and the plain text in which a script calls a server action. Routes
 * below /api say themselves what they take.
 */
function isReadableForm({ headers, url = "" }: IncomingMessage): boolean {
  const type = headers["content-type"] ?? "";
  if (/^multipart\/form-data;/i.test(type) || url.startsWith("/api/")) return true;
  return headers["next-action"] !== undefined && /^text\/plain\b/i.test(type);
}

/** No U+0000, no lone surrogate, no broken percent-encoding, no address that could be read as another host. */
function isReadableUrl(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) return false;
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An unsafe request must say that it comes from here: `Origin` is the configured address, or the loopback host that was
 * asked, whichever of its names the person typed. Absent and "null" are no. Another host that merely equals `Host` is
 * no either: a foreign name can be made to point at this machine.
 */
function isOwnOrigin(req: IncomingMessage, baseUrl: string | undefined): boolean {
  const { origin, host } = req.headers;
  if (!origin || !host || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (baseUrl && from.origin === new URL(baseUrl).origin) return true;
  return from.host === host && from.protocol === "http:" && LOOPBACK.test(from.hostname);
}

/** Headers that only Next's own parts may set; from outside they are dropped. */
const INTERNAL =
  /^(?:x-middleware-|x-invoke-|x-nextjs-|x-matched-path$|x-now-|x-vercel-|content-security-policy)/;
/** By these Next's development server tells a page in the browser which of its debugging streams belongs to which answer. */
const IN_DEVELOPMENT = /^x-nextjs-(?:html-)?request-id$/;
const FORWARDED = /^(?:x-forwarded-|forwarded$|x-real-ip$)/;

/** `dev`: the ids that a page waits for are let through; without them it would wait for ever and not follow a redirect. */
export function dropForeignHeaders(
  req: IncomingMessage,
  { trustProxy, dev }: { trustProxy: boolean; dev: boolean },
): void {
  for (const name of Object.keys(req.headers)) {
    if (dev && IN_DEVELOPMENT.test(name)) continue;
    if (INTERNAL.test(name) || (!trustProxy && FORWARDED.test(name))) delete req.headers[name];
  }
  const tree = req.headers["next-router-state-tree"];
  if (tree !== undefined && !isJson(tree)) delete req.headers["next-router-state-tree"];
}

function isJson(text: string | string[]): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(text))));
  } catch {
    return false;
  }
}
