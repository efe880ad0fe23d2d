import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";

/** On `globalThis`: components/ui/lent-markup.ts looks for it there from both of React's passes. */
const kept = globalThis as { rangebookMarkup?: AsyncLocalStorage<Map<string, string>> };
kept.rangebookMarkup ??= new AsyncLocalStorage<Map<string, string>>();
const store = kept.rangebookMarkup;

/** A page as HTML is asked for, not the data that the router or a server action's script takes. */
export const asksForDocument = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers.rsc === undefined && headers["next-action"] === undefined;

/** Answers a request; markup of a document is sent in its HTML alone (components/ui/once.tsx). */
export const sendingOnce = <T>(req: IncomingMessage, answer: () => T): T =>
  asksForDocument(req) ? store.run(new Map(), answer) : store.exit(answer);
