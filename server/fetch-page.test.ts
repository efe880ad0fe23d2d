import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchPage } from "./fetch-page";
import { isPublicAddress, OUTSIDE, type Outside } from "./outside";

/** Nothing is fetched from inside (docs/promises.md, S7): a server of the test on loopback, which only a policy of the test may reach. */
type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const answers = new Map<string, Answer>();
const asked: IncomingMessage[] = [];
let server: http.Server;
let base: string;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? "");
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://paper.test:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LOOPBACK: Outside = {
  ...OUTSIDE,
  addressesOf: async () => ["127.0.0.1"],
  isOutside: (address) => address === "127.0.0.1",
  isPort: () => true,
};
const at = (path: string, answer: Answer): string => {
  answers.set(path, answer);
  return base + path;
};
const html = (body: string | Buffer, headers: Record<string, string> = {}): Answer => {
  return (response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
};
const refusal = async (address: string, outside: Outside = LOOPBACK): Promise<string> => {
  const page = await fetchPage(address, outside);
  return page.ok ? `fetched: ${page.article.text.slice(0, 80)}` : page.message;
};

const PAGE = `<!doctype html><title>t</title><meta property="og:title" content="Koodo adds a phone">
  <meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2020-06-15">
  <h1>Koodo adds a phone</h1><p>Koodo will sell the LG Velvet in July.</p>`;

describe("a page", () => {
  it("is its article, with where it was found, asked without cookies", async () => {
    const from = asked.length;
    const address = at("/a?utm_source=x&id=1", html(PAGE, { "set-cookie": "a=b" }));
    expect(await fetchPage(address, LOOPBACK)).toEqual({
      ok: true,
      article: {
        text: "t\n\nKoodo adds a phone\n\nKoodo will sell the LG Velvet in July.",
        title: "Koodo adds a phone",
        publisher: "The Paper",
        author: "",
        published: "2020-06-15",
        url: `${base}/a?id=1`,
      },
    });
    await fetchPage(address, LOOPBACK);
    for (const { headers } of asked.slice(from)) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.host).toBe(new URL(base).host);
    }
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("is unpacked: %s", async (name, pack) => {
    const page = await fetchPage(at(`/${name}`, html(pack(PAGE), { "content-encoding": name })), LOOPBACK);
    expect(page).toMatchObject({ ok: true, article: { publisher: "The Paper" } });
  });

  it("is read in its encoding, as plain text too, and found behind a redirect", async () => {
    at("/plain", (response) =>
      response.writeHead(200, { "content-type": "text/plain; charset=ISO-8859-1" }).end("D\xfc", "latin1"),
    );
    const address = at("/moved", (response) => response.writeHead(301, { location: "/plain#top" }).end());
    expect(await fetchPage(address, LOOPBACK)).toMatchObject({
      ok: true,
      article: { text: "Dü", url: `${base}/plain` },
    });
  });
});

describe("what is not fetched", () => {
  it.each([
    ["http://127.0.0.1/", "127.0.0.1"],
    ["http://127.1/", "127.0.0.1"],
    ["http://2130706433/", "127.0.0.1"],
    ["http://0177.0.0.1/", "127.0.0.1"],
    ["http://0x7f.1/", "127.0.0.1"],
    ["http://0/", "0.0.0.0"],
    ["http://10.0.0.8/", "10.0.0.8"],
    ["http://172.16.3.4/", "172.16.3.4"],
    ["http://192.168.1.1/", "192.168.1.1"],
    ["http://100.64.0.1/", "100.64.0.1"],
    ["http://169.254.169.254/latest/meta-data/", "169.254.169.254"],
    ["https://[::1]/", "::1"],
    ["http://[::]/", "::"],
    ["http://[fc00::7]/", "fc00::7"],
    ["http://[fdff::1]/", "fdff::1"],
    ["http://[fe80::1]/", "fe80::1"],
    ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1"],
    ["http://[::ffff:10.0.0.1]/", "::ffff:a00:1"],
    ["http://[::127.0.0.1]/", "::7f00:1"],
    ["http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1"],
    ["http://[2002:7f00:1::]/", "2002:7f00:1::"],
    ["http://localhost/", "localhost"],
  ])("%s: it is inside, by the rules that hold in earnest", async (address, name) => {
    expect(await refusal(address, OUTSIDE)).toBe(
      `“${name}” is not on the public web, and nothing else is fetched. Open it yourself and paste its text.`,
    );
  });

  it.each(["10.1.2.3", "169.254.169.254", "::1", "fc00::1", "::ffff:127.0.0.1", "127.0.0.1"])(
    "a name that leads to %s, or to it beside a public address",
    async (inside) => {
      for (const addresses of [[inside], ["93.184.215.14", inside]]) {
        const outside = { ...OUTSIDE, addressesOf: async () => addresses };
        expect(await refusal("https://rebinding.test/", outside)).toContain("is not on the public web");
      }
    },
  );

  it("a name that changes its mind: it is asked once, and what was judged is connected to", async () => {
    let times = 0;
    const outside: Outside = {
      ...LOOPBACK,
      addressesOf: async () => [++times === 1 ? "127.0.0.1" : "10.0.0.1"],
    };
    expect(await refusal(at("/once", html(PAGE)), outside)).toContain("fetched:");
    expect(times).toBe(1);
  });

  it.each([
    "http://127.0.0.1/",
    "http://169.254.169.254/x",
    "http://[::1]/",
    "//10.0.0.1/",
    "http://inner.test/",
  ])("a redirect to %s", async (location) => {
    const from = asked.length;
    // The first machine may be asked, nothing else: what it leads on to is judged by the rules that hold in earnest.
    const outside: Outside = {
      ...LOOPBACK,
      addressesOf: async (name) => [name === "paper.test" ? "127.0.0.1" : "10.0.0.2"],
      isOutside: (address) => (asked.length === from ? address === "127.0.0.1" : OUTSIDE.isOutside(address)),
    };
    const address = at("/inwards", (response) => response.writeHead(302, { location }).end());
    expect(await refusal(address, outside)).toContain("is not on the public web");
    expect(asked.length).toBe(from + 1);
  });

  it.each([
    ["another scheme", "ftp://paper.test/x", "must begin with https:// or http://"],
    ["a file", "file:///etc/passwd", "must begin with https:// or http://"],
    ["a user name", "http://a:b@paper.test/", "a user name before its host"],
    ["another port", "http://paper.test:8080/", "asks for port 8080"],
    ["no address", "http://", "is not a complete web address"],
  ])("%s", async (_, address, words) => {
    expect(await refusal(address, OUTSIDE)).toContain(words);
  });

  it("what redirects to another scheme or a user name", async () => {
    for (const location of ["file:///etc/passwd", "http://a@paper.test/"])
      expect(await refusal(at("/odd", (response) => response.writeHead(302, { location }).end()))).toMatch(
        /must begin with|user name/,
      );
  });

  it("what leads on for ever, and after three times", async () => {
    const loop = at("/loop", (response) => response.writeHead(302, { location: "/loop" }).end());
    expect(await refusal(loop)).toContain("leads on more than 3 times");
    for (const n of [1, 2, 3, 4])
      at(
        `/r${n}`,
        n === 4 ? html(PAGE) : (response) => response.writeHead(307, { location: `/r${n + 1}` }).end(),
      );
    expect(await refusal(`${base}/r1`)).toContain("fetched:");
  });

  it("what is not a page", async () => {
    expect(await refusal(`${base}/nowhere`)).toContain("answered 404 (Not Found)");
    expect(await refusal(at("/pdf", html("%PDF", { "content-type": "application/pdf" })))).toContain(
      "This is “application/pdf”; pages and plain text are read.",
    );
    expect(await refusal(at("/none", (response) => response.writeHead(200).end("x")))).toContain(
      "of no stated kind",
    );
    expect(await refusal(at("/zip", html("x", { "content-encoding": "zstd" })))).toContain(
      "packed its page as “zstd”",
    );
    expect(await refusal(at("/twice", html("x", { "content-encoding": "gzip, gzip" })))).toContain(
      "gzip, gzip",
    );
    expect(await refusal(at("/broken", html("x", { "content-encoding": "gzip" })))).toContain(
      "packed wrongly",
    );
    expect(await refusal(at("/empty", html("<script>1</script>")))).toContain("has no text");
  });

  it("a name that nobody knows, and a machine where nothing answers", async () => {
    const nobody: Outside = { ...LOOPBACK, addressesOf: () => Promise.reject(new Error("ENOTFOUND")) };
    expect(await refusal("http://nowhere.test/", nobody)).toContain("There is no “nowhere.test”");
    const closed = http.createServer();
    await new Promise<void>((ready) => closed.listen(0, "127.0.0.1", ready));
    const { port } = closed.address() as AddressInfo;
    await new Promise((ready) => closed.close(ready));
    expect(await refusal(`http://paper.test:${port}/`)).toContain("nothing answers there");
  });
});

describe("no more is taken than may be", () => {
  const small: Outside = { ...LOOPBACK, bytes: 64 * 1024 };
  /** What the server could get rid of before it was cut off. */
  const endless: Answer = (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = (): void => {
      if (!response.destroyed) response.write("x".repeat(16_384), more);
    };
    more();
  };

  it("of a page without end", async () => {
    expect(await refusal(at("/endless", endless), small)).toContain("is larger than 0.0625 MiB");
  });

  it("of a page that is small and unpacks to 300 times the most", async () => {
    const bomb = gzipSync(Buffer.alloc(300 * small.bytes));
    expect(bomb.length).toBeLessThan(small.bytes);
    expect(await refusal(at("/bomb", html(bomb, { "content-encoding": "gzip" })), small)).toContain(
      "is larger than",
    );
  });

  const hasty: Outside = { ...LOOPBACK, milliseconds: 200 };
  it.each<[string, Answer]>([
    ["never answers", () => {}],
    [
      "answers and says nothing",
      (response) => response.writeHead(200, { "content-type": "text/html" }).flushHeaders(),
    ],
    [
      "drips",
      (response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
    [
      "leads on slowly",
      (response) => void setTimeout(() => response.writeHead(302, { location: "/slow" }).end(), 90),
    ],
  ])("time, of a machine that %s", async (_, answer) => {
    expect(await refusal(at("/slow", answer), hasty)).toContain("took longer than 0.2 seconds");
  });

  it("time, of a name that is looked up for ever", async () => {
    const outside: Outside = { ...hasty, addressesOf: () => new Promise(() => {}) };
    expect(await refusal("http://slow.test/", outside)).toContain("took longer than");
  });
});

describe("an address of the public web", () => {
  it.each(["8.8.8.8", "93.184.215.14", "2606:4700::1111"])("is %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    "",
    "localhost",
    "127.1",
    "0177.0.0.1",
    "1.2.3.4:80",
    "fe80::1%eth0",
    "::7f00:1",
    "::2",
    "fec0::1",
    "224.0.0.1",
    "255.255.255.255",
  ])("is not “%s”", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
