import next from "next";
import { closeDb } from "./db";
import { env } from "./env";
import { createFrontServer } from "./http";
import { startImports, stopImports } from "./imports";
import { log } from "./log";

/** The web server's process. `npm start` runs it; a cluster runs several. */

const { NODE_ENV, HOST, PORT } = env();
const dev = NODE_ENV === "development";

// The process outlives every fault of one request or one connection; it is logged and the next one is served.
process.on("unhandledRejection", (error) => log.error({ error: String(error) }, "unhandled rejection"));
process.on("uncaughtException", (error) => log.error({ error: String(error) }, "uncaught exception"));

const app = next({ dev, hostname: HOST, port: PORT });
await app.prepare();
const handle = app.getRequestHandler();
const server = createFrontServer((req, res) => handle(req, res), { dev });
if (dev) server.on("upgrade", app.getUpgradeHandler());

server.on("error", (error: NodeJS.ErrnoException) => {
  log.error({ error: error.message }, "cannot serve");
  process.exit(error.code === "EADDRINUSE" ? 98 : 1); // the launcher then takes the next port
});
server.listen(PORT, HOST, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  log.info({ host: HOST, port }, "serving");
  process.send?.({ serving: port });
  startImports();
});

let stopping = false;
/** No new work, running work ends, exit within ten seconds (docs/promises.md, A6). */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "stopping");
  setTimeout(() => process.exit(0), 8_000).unref();
  const imports = stopImports();
  await new Promise<void>((done) => {
    server.close(() => done());
    // A connection falls idle when its last answer has left; nobody waits for the next request on it.
    setInterval(() => server.closeIdleConnections(), 50).unref();
  });
  await imports;
  await closeDb();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
// The launcher holds the other end of this channel: when it was killed, nobody else would end us.
process.on("disconnect", () => void stop("launcher gone"));
