import type { Instrumentation } from "next";

/**
 * Next tells us of every error that ended a request: it is logged with the request's id. A body that Next could not read
 * into a form or an action's arguments is the sender's fault, not ours; a database that is away or overrun is not a fault
 * of the page, and passes.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ refusalOf }, { log }, { note, requestNotes }] = await Promise.all([
    import("@/data/write/constraints"),
    import("@/server/log"),
    import("@/server/request-context"),
  ]);
  const { formRead, outcome } = requestNotes() ?? {};
  if (request.method === "POST" && routeType !== "route" && !formRead) note({ outcome: "malformed" });
  else if (refusalOf(error)?.code === "unavailable") note({ outcome: "unavailable" });
  else if (outcome !== "malformed")
    log.error({ error: error instanceof Error ? error.stack : String(error) }, "request failed");
};
