import type { Drawing } from "@/formats/drawing-place";

/**
 * What puts drawings into the HTML of one request, between the server's two passes and the browser: the pass that works out
 * server components and the one that writes HTML share no module with the server in front of them, only the process.
 * server/once-markup.ts keeps it.
 */
export type Lender = {
  /** The drawing takes the place that `placeFor(id)` marks. */
  lend(id: string, draw: Drawing): void;
};

/** Of this request; undefined: it is the router that asks, which gets no HTML. */
export const lenderOfRequest = (): Lender | undefined =>
  (globalThis as { rangebookLenders?: { getStore(): Lender | undefined } }).rangebookLenders?.getStore();
