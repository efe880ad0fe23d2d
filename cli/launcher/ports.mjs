import net from "node:net";
import { Stop, say } from "./say.mjs";

const TRIES = 50;

/** A port that nobody uses just now. */
export function freePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
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
