import type { Instrumentation } from "next";

/**
 * Next tells us of every error that ended a request: it is logged with the request's id, and a body that Next could not
 * read is the sender's fault, not ours.
 */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { note }] = await Promise.all([import("@/server/log"), import("@/server/request-context")]);
  if (isUnreadableBody(error)) note({ outcome: "malformed" });
  else if (error instanceof Error && error.name === "Malformed") return;
  else log.error({ error: error instanceof Error ? error.stack : String(error) }, "request failed");
};

/** Next has no code for it, only the words of the platform's form parser and of its own. */
function isUnreadableBody(error: unknown): boolean {
  return (
    error instanceof Error && /^Failed to parse body as FormData|^Unexpected end of form/.test(error.message)
  );
}
