import http, { type IncomingMessage, STATUS_CODES } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { echo } from "@/domain/edtf";
import { cleanUrl, urlProblem } from "@/domain/names";
import { type ArticleText, articleOfHtml, NO_ARTICLE } from "./article-text";
import { OUTSIDE, type Outside } from "./outside";
import { decodedAs } from "./page-charset";

/** The article of a page; `url`: where it was found in the end, without tracking. Or why not, with what to do instead. */
export type FetchedPage =
  | { readonly ok: true; readonly article: ArticleText }
  | { readonly ok: false; readonly message: string };

const INSTEAD = "Open it yourself and paste its text.";
const READABLE = new Set(["text/html", "application/xhtml+xml", "text/plain"]);
const UNPACK: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** An expected end of a fetch, as a sentence without what to do instead. */
class Refused extends Error {}

/**
 * Fetches a page of the public web, the one way in which this product goes out for anybody. Each name is looked up here and
 * all of its addresses judged, and the connection goes to what was judged, so that a name cannot mean another machine a moment
 * later; each redirect is judged anew. Sends no cookies and runs nothing. Never throws for what the other side does.
 */
export async function fetchPage(address: string, outside: Outside = OUTSIDE): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(outside.milliseconds);
  const { host } = URL.canParse(address) ? new URL(address) : { host: "" };
  try {
    const { url, response } = await follow(address, outside, signal);
    try {
      const type = contentType(response);
      const bytes = await bodyOf(response, url, outside, signal);
      const text = decodedAs(bytes, type.charset);
      const article =
        type.essence === "text/plain" ? { ...NO_ARTICLE, text: text.trim() } : articleOfHtml(text);
      if (article.text.trim() === "") throw new Refused(`The page at “${url.host}” has no text.`);
      return { ok: true, article: { ...article, url: cleanUrl(url.href) } };
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: `${error.message} ${INSTEAD}` };
    if (signal.aborted) {
      const seconds = outside.milliseconds / 1000;
      return { ok: false, message: `“${echo(host)}” took longer than ${seconds} seconds. ${INSTEAD}` };
    }
    return { ok: false, message: `“${echo(host)}” could not be read${causeOf(error)}. ${INSTEAD}` };
  }
}

/** Goes from redirect to redirect, until something else answers. */
async function follow(address: string, outside: Outside, signal: AbortSignal) {
  let next = address;
  for (let hops = 0; hops <= outside.redirects; hops++) {
    const url = await allowed(next, outside, signal);
    const response = await ask(url.url, url.addresses, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status === 200) return { url: url.url, response };
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
      throw new Refused(
        `“${url.url.host}” answered ${status}${STATUS_CODES[status] ? ` (${STATUS_CODES[status]})` : ""}.`,
      );
    if (!URL.canParse(location, url.url.href))
      throw new Refused(`“${url.url.host}” leads on to “${echo(location)}”, which is no address.`);
    next = new URL(location, url.url.href).href;
  }
  throw new Refused(`“${echo(address)}” leads on more than ${outside.redirects} times.`);
}

/** An address that may be asked, with the addresses of its machine. @throws Refused */
async function allowed(text: string, outside: Outside, signal: AbortSignal) {
  const problem = urlProblem(text);
  if (problem) throw new Refused(problem);
  const url = new URL(text);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (!outside.isPort(port))
    throw new Refused(
      `“${echo(url.host)}” asks for port ${port}; pages are fetched from ports 80 and 443 only.`,
    );
  // The URL class reads every spelling of an IPv4 address: decimal, octal, hexadecimal, short.
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(name) ? [name] : await raced(lookUp(name, outside), signal);
  if (addresses.length === 0 || !addresses.every(outside.isOutside))
    throw new Refused(`“${echo(name)}” is not on the public web, and nothing else is fetched.`);
  return { url, addresses };
}

async function lookUp(name: string, outside: Outside): Promise<readonly string[]> {
  try {
    return await outside.addressesOf(name);
  } catch {
    throw new Refused(`There is no “${echo(name)}” on the web, as far as this machine can tell.`);
  }
}

/** Looking a name up cannot be broken off; its answer can be left alone. */
function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {}); // heard below, or too late
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** One request, on a connection of its own to one of the addresses given. */
function ask(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).get(url, {
      agent: false,
      signal,
      // Asks nobody: the answer was judged already.
      lookup: (_, { all }, answer) => {
        if (all) return answer(null, known);
        const [first] = known;
        answer(null, first?.address ?? "", first?.family ?? 4);
      },
      headers: {
        accept: "text/html, application/xhtml+xml, text/plain;q=0.9",
        "accept-encoding": "gzip, deflate, br",
        "user-agent": "Rangebook (reads a page for an editor who pasted its link)",
      },
    });
    request.once("response", (response) => {
      response.on("error", () => {}); // whoever reads it hears of it there
      resolve(response);
    });
    request.on("error", reject);
  });
}

function contentType({ headers }: IncomingMessage): { essence: string; charset: string | null } {
  const [essence = "", ...parameters] = (headers["content-type"] ?? "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
  if (!READABLE.has(essence))
    throw new Refused(
      `This is ${essence ? `“${echo(essence)}”` : "of no stated kind"}; pages and plain text are read.`,
    );
  const charset = parameters.find((p) => p.startsWith("charset="))?.slice("charset=".length);
  return { essence, charset: charset?.replace(/^["']|["']$/g, "") ?? null };
}

/** The bytes of an answer, unpacked; no more of them is ever held than may be. */
async function bodyOf(
  response: IncomingMessage,
  url: URL,
  outside: Outside,
  signal: AbortSignal,
): Promise<Buffer> {
  const packed = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = UNPACK[packed];
  if (!unpack && packed !== "identity")
    throw new Refused(`“${url.host}” packed its page as “${echo(packed)}”, which is not read.`);
  const parts: Buffer[] = [];
  const kept = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  const [arriving, unpacked] = [upTo(outside.bytes, url.host), upTo(outside.bytes, url.host)];
  if (unpack) await pipeline(response, arriving, unpack(), unpacked, kept, { signal });
  else await pipeline(response, arriving, kept, { signal });
  return Buffer.concat(parts);
}

/** Lets so many bytes through, and fails at the next. */
function upTo(bytes: number, host: string): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size <= bytes) return done(null, chunk);
      const most = bytes / 1024 / 1024;
      done(new Refused(`The page at “${host}” is larger than ${most} MiB, the most that is read.`));
    },
  });
}

/** Why a connection failed, where that helps; never what a machine said of itself. */
function causeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string") return "";
  if (/^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code))
    return ": its certificate is not valid";
  if (code === "ECONNREFUSED") return ": nothing answers there";
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI") || code.startsWith("ERR__"))
    return ": its page is packed wrongly";
  return "";
}
