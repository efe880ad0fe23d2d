import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { begunPlace, type Drawing, firstPlace } from "@/formats/drawing-place";
import { log } from "./log";

/** As components/ui/lent-markup.ts has it. */
type Lender = { lend(id: string, draw: Drawing): void };

/** On `globalThis`: components/ui/lent-markup.ts looks for it there. */
const kept = globalThis as { rangebookLenders?: AsyncLocalStorage<Lender> };
kept.rangebookLenders ??= new AsyncLocalStorage<Lender>();
const lenders = kept.rangebookLenders;

/** A page as HTML is asked for, not the data that the router or a server action's script takes. */
export const asksForDocument = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers.rsc === undefined && headers["next-action"] === undefined;

/** Answers a request; large markup of a document is put into its HTML on the way (components/ui/once.tsx). */
export function sendingOnce<T>(req: IncomingMessage, res: ServerResponse, answer: () => T): T {
  if (!asksForDocument(req)) return lenders.exit(answer);
  const drawings = new Map<string, Drawing>();
  const lend = (id: string, draw: Drawing): void => {
    // Only now: what compresses the answer has wrapped `write` by this time, and takes what is put in as well.
    if (drawings.size === 0) putIn(res, drawings);
    drawings.set(id, draw);
  };
  return lenders.run({ lend }, answer);
}

const NO_BYTES = Buffer.alloc(0);
/** For so long it draws before all else has its turn: the bytes before it, too, leave in between. */
const AT_ONCE_MS = 4;

type Out = Pick<ServerResponse, "write" | "end" | "destroy" | "destroyed"> & { flush?(): void };

/**
 * From now on `write` puts each drawing into its place. What stands before one leaves first; the drawing follows piece by
 * piece; what comes meanwhile waits, at most the rest of the page.
 */
export function putIn(res: Out, drawings: ReadonlyMap<string, Drawing>): void {
  const write = res.write.bind(res) as (bytes: Buffer) => boolean;
  const end = res.end.bind(res) as () => unknown;
  let held: Buffer = NO_BYTES;
  let work: Promise<void> | null = null;

  const send = (bytes: Buffer): void => {
    if (bytes.length > 0 && !res.destroyed) write(bytes);
  };
  const take = async (chunk: Buffer): Promise<void> => {
    let bytes: Buffer = Buffer.concat([held, chunk]);
    for (let place = firstPlace(bytes); place; place = firstPlace(bytes)) {
      send(bytes.subarray(0, place.start));
      res.flush?.();
      await turn();
      let since = performance.now();
      for (const { text } of drawings.get(place.id)?.() ?? []) {
        if (res.destroyed) return;
        send(Buffer.from(text));
        if (performance.now() - since < AT_ONCE_MS) continue;
        await turn();
        since = performance.now();
      }
      bytes = bytes.subarray(place.end);
    }
    const sure = bytes.length - begunPlace(bytes);
    send(bytes.subarray(0, sure));
    held = bytes.subarray(sure);
  };
  const after = (next: () => Promise<void> | void): void => {
    const mine = (work ?? Promise.resolve())
      .then(next)
      .catch((error: unknown) => {
        log.error({ error: String(error) }, "drawing failed");
        res.destroy();
      })
      .finally(() => {
        if (work === mine) work = null;
      });
    work = mine;
  };

  res.write = ((chunk: string | Uint8Array) => {
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!work && held.length === 0 && begunPlace(bytes) === 0) return write(bytes);
    after(() => take(bytes));
    return true;
  }) as Out["write"];
  res.end = ((chunk?: string | Uint8Array) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) res.write(chunk);
    after(() => {
      send(held);
      held = NO_BYTES;
      if (!res.destroyed) end();
    });
    return res;
  }) as Out["end"];
}
