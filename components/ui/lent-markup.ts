/**
 * Where markup waits, within one request for a document, between the pass in which React's server components are worked out
 * and the pass that writes HTML: the two share no module, only the process. server/once-markup.ts keeps it.
 */
type Lender = { getStore(): Map<string, string> | undefined };

/** The markup of this request by its id; undefined: it is the router that asks, which gets no HTML. */
export const lentMarkup = (): Map<string, string> | undefined =>
  (globalThis as { rangebookMarkup?: Lender }).rangebookMarkup?.getStore();
