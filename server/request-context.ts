import { AsyncLocalStorage } from "node:async_hooks";

/** What the log line of a request says about it; never e-mail addresses, bodies, cookies or keys. */
export type RequestNotes = {
  requestId: string;
  userId?: string;
  commandId?: string;
  outcome?: string;
  /** A server action has begun: what fails from then on is ours, what failed before is the sender's. */
  formRead?: true;
  /** The HTTP status that a form's answer deserves; a server action cannot set one itself. */
  status?: number;
  retryAfterSeconds?: number;
};

/** On `globalThis`, since Next's route bundles hold module copies of their own. */
const kept = globalThis as { rangebookRequest?: AsyncLocalStorage<RequestNotes> };
kept.rangebookRequest ??= new AsyncLocalStorage<RequestNotes>();
const store = kept.rangebookRequest;

/** Runs one request's work; whatever is logged meanwhile carries its id. */
export const inRequest = <T>(notes: RequestNotes, work: () => T): T => store.run(notes, work);

/** Adds who asked, which command ran and how it ended to this request's log line. Outside a request: nothing. */
export function note(notes: Partial<Omit<RequestNotes, "requestId">>): void {
  Object.assign(store.getStore() ?? {}, notes);
}

/** The notes of the request that is being worked on; outside one: nothing. */
export const requestNotes = (): RequestNotes | undefined => store.getStore();
