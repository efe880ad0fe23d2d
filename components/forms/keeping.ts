import { unstable_rethrow } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { EditState } from "@/formats/edit-state";
import { valuesOf } from "@/formats/form-state";

type Action<S extends EditState> = (state: S, form: FormData) => Promise<S>;

const UNANSWERED =
  "No answer came, or one that the record cannot be reached. What you typed is still here; send it again in a few seconds.";

/**
 * The same action, but a request that fails keeps the form as it was typed instead of losing the page. Sent again it takes
 * effect once, whether or not the first try arrived. Without script, and until the page has come to life, it is the bare
 * action, which a plain form can be sent to.
 */
export function useKeeping<S extends EditState>(action: Action<S>): Action<S> {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return useMemo(() => {
    if (!alive) return action;
    return async (state, form) => {
      try {
        return await action(state, form);
      } catch (error) {
        unstable_rethrow(error); // a redirect after success, or "not allowed"
        const checks = Object.fromEntries(
          [...form.keys()].map((name) => [name, form.getAll(name).map(String)]),
        );
        const problems = [{ field: null, message: UNANSWERED }];
        return { ...state, values: valuesOf(form), checks, problems, conflict: null };
      }
    };
  }, [action, alive]);
}
