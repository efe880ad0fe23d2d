import type { IncomingMessage } from "node:http";

/**
 * Counts a body while it arrives, also one whose length was not announced, and reports the first byte over the limit.
 * What comes after that byte is dropped, so a large upload never fills the memory.
 */
export function limitBody(req: IncomingMessage, limit: number, over: () => void): void {
  const push = req.push.bind(req);
  let bytes = 0;
  let reported = false;
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= limit) return push(chunk, encoding);
    if (!reported) {
      reported = true;
      over();
    }
    return false;
  };
}
