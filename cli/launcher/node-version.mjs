import { Stop } from "./say.mjs";

const LEAST = [20, 19];

/** Refuses a Node that is too old, in words, before something obscure fails. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new Stop(
    `Rangebook needs Node ${LEAST.join(".")} or newer; this is ${version}. See https://nodejs.org.`,
  );
}
