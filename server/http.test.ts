import { createHash } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import net from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFrontServer, type Handler } from "./http";

/** The server in front of Next, with a handler of the test behind it (docs/promises.md, A8, S5, S10, Bad input). */

// vitest sets a BASE_URL of its own; nothing listens at this database's address.
process.env.BASE_URL = "https://rangebook.example";
process.env.DATABASE_APP_URL = "postgresql://nobody:none@127.0.0.1:1/none";

let server: Server;
let at: string;
let asked: IncomingMessage[];
let answerWith: Handler;

beforeEach(async () => {
  asked = [];
  answerWith = async (req, res) => {
    const body = await text(req);
    res.setHeader("Cache-Control", "public, max-age=60").end(`read ${body.length}`);
  };
  const handler = (req: IncomingMessage, res: ServerResponse) => {
    asked.push(req);
    return answerWith(req, res);
  };
  const times = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
  server = createFrontServer(handler, { dev: false, times });
  at = await listening(server);
});

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return `127.0.0.1:${address.port}`;
}
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends raw bytes and reads until the server closes. */
async function raw(...pieces: string[]): Promise<string> {
  const socket = net.connect(Number(at.split(":")[1]), "127.0.0.1");
  socket.on("error", () => undefined); // a cut connection is one of the answers
  let heard = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    heard += piece;
  });
  await once(socket, "connect");
  for (const piece of pieces) socket.write(piece);
  await once(socket, "close");
  return heard;
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://${at}${path}`, { headers, redirect: "manual" });
const FORM = "multipart/form-data; boundary=x";
const post = (headers: Record<string, string>, body = "a=1") =>
  fetch(`http://${at}/edit`, { method: "POST", headers: { "content-type": FORM, ...headers }, body });

describe("what is turned away", () => {
  it.each(["OPTIONS", "PUT", "DELETE", "PATCH"])(
    "%s is refused, and the answer says what is allowed",
    async (method) => {
      const response = await fetch(`http://${at}/`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    },
  );

  it.each([
    "/%00",
    "/search?q=a%00b",
    "/search?q=%ED%A0%80",
    "/%zz",
    "/a%",
    "//elsewhere.example/",
    "/\\elsewhere",
  ])("the address %s is malformed", async (path) => {
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${at}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400/,
    );
    expect(asked).toHaveLength(0);
  });

  it.each([
    ["absent", {}],
    ["null", { origin: "null" }],
    ["foreign", { origin: "https://elsewhere.example" }],
    ["like ours", { origin: "https://rangebook.example.elsewhere.example" }],
    ["ours, with the wrong scheme", { origin: "http://rangebook.example" }],
  ])("a form whose Origin is %s is from another site", async (_, headers) => {
    const response = await post(headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "other-site" } });
    expect(asked).toHaveLength(0);
  });

  it("a name that somebody points at this machine is another site", async () => {
    const head = "POST / HTTP/1.1\r\nHost: rebound.example\r\nOrigin: http://rebound.example\r\n";
    expect(await raw(`${head}Content-Length: 0\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 403/);
  });

  it.each(["https://rangebook.example", "own"])("a form from %s is taken", async (origin) => {
    const response = await post({ origin: origin === "own" ? `http://${at}` : origin });
    expect(await response.text()).toBe("read 3");
  });

  it.each([
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/mixed; boundary=x",
    "multipart/form-data",
    "",
  ])("a body of type %j is refused", async (type) => {
    const response = await post({ origin: `http://${at}`, "content-type": type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { code: "wrong-type" } });
    expect(asked).toHaveLength(0);
  });

  it("a script's call of a server action is taken as plain text", async () => {
    const call = { origin: `http://${at}`, "content-type": "text/plain;charset=UTF-8", "next-action": "x" };
    expect(await (await post(call)).text()).toBe("read 3");
  });

  it.each([
    ["POST", "GET, HEAD"],
    ["GET", "POST"],
  ])("a route that does not know %s says what it does know", async (method, allow) => {
    answerWith = (_, res) => void res.writeHead(405).end();
    const response = method === "GET" ? await get("/sign-out") : await post({ origin: `http://${at}` });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
  });

  it("a body that says it is too large is refused before it is sent", async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${at}\r\nOrigin: http://${at}\r\nContent-Type: ${FORM}\r\n`;
    expect(await raw(`${head}Content-Length: 1048577\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/);
    expect(asked).toHaveLength(0);
  });

  it("whoever sends all of a body that is too large can read why it was refused", async () => {
    const size = 8 * 1024 * 1024;
    const head = `POST / HTTP/1.1\r\nHost: ${at}\r\nOrigin: http://${at}\r\nContent-Type: ${FORM}\r\n`;
    const said = await raw(`${head}Content-Length: ${size}\r\n\r\n`, "x".repeat(size));
    expect(said).toMatch(/^HTTP\/1.1 413/);
    expect(said).toContain("larger than 1 MiB");
    expect(asked).toHaveLength(0);
  });

  it("a body of unknown length is cut at the limit, and one at the limit is taken", async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${at}\r\nOrigin: http://${at}\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n`;
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    expect(await raw(`${head}Connection: close\r\n\r\n`, chunk.repeat(16), "0\r\n\r\n")).toContain(
      "read 1048576",
    );
    expect(await raw(`${head}\r\n`, chunk.repeat(17))).toMatch(/^HTTP\/1.1 413/);
  });
});

describe("time", () => {
  it("headers that do not end are cut", async () => {
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${at}\r\n`)).toMatch(/^HTTP\/1.1 408/);
  });

  it("a body that does not end is cut", async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${at}\r\nOrigin: http://${at}\r\nContent-Type: ${FORM}\r\nContent-Length: 10\r\n\r\n`;
    expect(await raw(head, "abc")).toMatch(/^(?:HTTP\/1.1 408|HTTP\/1.1 500|$)/);
  });
});

describe("headers", () => {
  it("every answer tells browsers what is allowed, with a nonce that is used once", async () => {
    const nonces = new Set<string>();
    for (const path of ["/", "/", "/healthz", "/%00"]) {
      const response = await get(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain("unsafe");
      for (const name of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(name);
      nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("referrer-policy")).toBe("same-origin");
      expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(response.headers.get("strict-transport-security")).toContain("max-age"); // BASE_URL is https
    }
    expect(nonces.size).toBe(4);
  });

  it("a page of the server's own has its looks with it, and lets nothing else act", async () => {
    const response = await get("/%00", { accept: "text/html" });
    const style = /<style>([^<]+)<\/style>/.exec(await response.text())?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(response.headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
    );
  });

  it("Next hears our policy and request id, and nothing that only its own parts may say", async () => {
    await get("/", {
      "x-middleware-subrequest": "middleware:middleware",
      "x-forwarded-for": "10.0.0.1",
      "x-forwarded-host": "elsewhere.example",
      "x-request-id": "chosen",
      "content-security-policy": "script-src 'nonce-chosen'",
      "next-router-state-tree": "{{{",
    });
    const { headers } = asked[0] as IncomingMessage;
    for (const name of [
      "x-middleware-subrequest",
      "x-forwarded-for",
      "x-forwarded-host",
      "next-router-state-tree",
    ])
      expect(headers).not.toHaveProperty(name);
    expect(headers["x-request-id"]).not.toBe("chosen");
    expect(headers["content-security-policy"]).not.toContain("chosen");
  });

  it.each([true, false])(
    "Next hears the ids of its own debugging streams in development alone: %s",
    async (dev) => {
      server.close();
      server = createFrontServer(
        (req, res) => {
          asked.push(req);
          res.end();
        },
        { dev },
      );
      at = await listening(server);
      await get("/", { "x-nextjs-request-id": "1f", "x-nextjs-html-request-id": "2f", "x-nextjs-data": "1" });
      const { headers } = asked[0] as IncomingMessage;
      expect(headers["x-nextjs-request-id"]).toBe(dev ? "1f" : undefined);
      expect(headers["x-nextjs-html-request-id"]).toBe(dev ? "2f" : undefined);
      expect(headers).not.toHaveProperty("x-nextjs-data");
    },
  );

  it("what a session sees is kept by no cache", async () => {
    expect((await get("/")).headers.get("cache-control")).toBe("public, max-age=60");
    const own = await get("/", { cookie: "rangebook.session_token=x" });
    expect(own.headers.get("cache-control")).toBe("private, no-store");
  });
});

describe("failures", () => {
  it("a page that fails while the database is away says so, and asks to try again", async () => {
    answerWith = (_, res) =>
      void res.writeHead(500, { "content-type": "text/html" }).end("Error: at secret.ts:1");
    const response = await get("/", { accept: "text/html" });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.text()).not.toContain("secret");
    expect((await get("/")).status).toBe(503); // without asking Next again
    expect(asked).toHaveLength(1);
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(503);
  });
});
