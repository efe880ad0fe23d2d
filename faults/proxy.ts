import net from "node:net";

/**
 * What stands between the application and PostgreSQL, and how it behaves:
 * open: hands on · refuses: nobody listens, and open connections break · hangs: accepts, and never answers ·
 * starting: answers as a server that is starting up · slow: hands answers on a moment late.
 */
export type Mode = "open" | "refuses" | "hangs" | "starting" | "slow";

/** PostgreSQL's FATAL 57P03, as its protocol writes it. */
const STARTING_UP = errorResponse({
  S: "FATAL",
  V: "FATAL",
  C: "57P03",
  M: "the database system is starting up",
});
const SLOW_MS = 100;

export class DatabaseProxy {
  #mode: Mode = "open";
  readonly #pairs = new Set<{ near: net.Socket; far: net.Socket }>();
  #server = this.#make();

  constructor(
    readonly port: number,
    readonly target: number,
  ) {}

  async set(mode: Mode): Promise<void> {
    const was = this.#mode;
    this.#mode = mode;
    for (const { near, far } of this.#pairs) {
      // A connection that hung stays dead: no server wakes up in the middle of a protocol.
      if (mode === "hangs") for (const socket of [near, far]) socket.pause();
      else if (mode !== "slow") for (const socket of [near, far]) socket.destroy();
    }
    if (mode === "refuses") await new Promise((done) => this.#server.close(done));
    else if (was === "refuses" || !this.#server.listening) await this.listen();
  }

  async listen(): Promise<void> {
    this.#server = this.#make();
    await new Promise<void>((done) => this.#server.listen(this.port, "127.0.0.1", done));
  }

  async close(): Promise<void> {
    for (const { near, far } of this.#pairs) for (const socket of [near, far]) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #make(): net.Server {
    return net.createServer((near) => {
      if (this.#mode === "starting") return void near.once("data", () => near.end(STARTING_UP));
      const far = net.connect(this.target, "127.0.0.1");
      if (this.#mode === "hangs") for (const socket of [near, far]) socket.pause();
      const pair = { near, far };
      this.#pairs.add(pair);
      near.on("data", (piece) => far.write(piece));
      far.on("data", (piece) => {
        if (this.#mode === "slow") setTimeout(() => near.write(piece), SLOW_MS);
        else near.write(piece);
      });
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const)
        one
          .on("error", () => undefined)
          .once("close", () => {
            other.destroy();
            this.#pairs.delete(pair);
          });
    });
  }
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const text = `${Object.entries(fields)
    .map(([code, value]) => `${code}${value}\0`)
    .join("")}\0`;
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, Buffer.from(text)]);
}
