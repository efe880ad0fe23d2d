import net from "node:net";
import { Stop, say } from "./say.mjs";

const TRIES = 50;

/**
 * A port that nobody uses just now, below those that systems give to outgoing connections: one of these could take it
 * before it is listened on.
 */
export async function freePort(host = "127.0.0.1") {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port, host)) return port;
  }
  throw new Stop("No free port was found on this machine.");
}

/** Whether one could listen there; an error other than "taken" is the person's to know. */
function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(new Stop(`This account may not use port ${port}; set another PORT.`));
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * The port to serve on: `wanted`, or the next free one when that is taken. Says so.
 * @param {string | undefined} wanted the environment's PORT
 * @param {string} host
 */
export async function choosePort(wanted, host) {
  const first = wanted === undefined || wanted === "" ? 3000 : Number(wanted);
  if (!Number.isInteger(first) || first < 1 || first > 65535)
    throw new Stop(`PORT is "${wanted}"; it must be a whole number from 1 to 65535.`);
  for (let port = first; port < first + TRIES && port <= 65535; port++) {
    if (!(await isFree(port, host))) continue;
    if (port !== first) say(`- Port ${first} is taken; Rangebook takes ${port}.`);
    return port;
  }
  throw new Stop(`Ports ${first} to ${first + TRIES - 1} are all taken; set PORT to a free one.`);
}
