import { useEffect, useState } from "react";
import { withQuery } from "@/formats/paths";
import type { SearchAnswer } from "@/formats/search-answer";

/** One letter says too little to ask the record. */
const LETTERS = 2;
/** Typing pauses this long before the record is asked. */
const PAUSE_MS = 120;

export type Answered = { readonly text: string; readonly answer: SearchAnswer | null };

/** What the record answers to `text` as it is typed; `answer` null: it did not. Late answers to earlier letters are dropped. */
export function useAnswers(text: string, view: Readonly<Record<string, string>>): Answered {
  const [answered, setAnswered] = useState<Answered>({ text: "", answer: null });
  const address = withQuery("/api/search", view, { q: text });
  useEffect(() => {
    if (text.length < LETTERS) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(address, { signal: stop.signal });
        setAnswered({ text, answer: response.ok ? ((await response.json()) as SearchAnswer) : null });
      } catch {
        if (!stop.signal.aborted) setAnswered({ text, answer: null });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, address]);
  return answered;
}
