"use client";

import { useRouter } from "next/navigation";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { searchPath, withQuery } from "@/formats/paths";
import type { AnswerGroup, AnswerHit } from "@/formats/search-answer";
import { FindKey } from "./find-key";
import { Hidden } from "./hidden";
import { HitList, optionId } from "./hit-list";
import { recentHits, rememberHit } from "./recent-hits";
import { useAnswers } from "./use-answers";

const LABEL = "Search devices, carriers, sources";

/**
 * Search from anywhere; `/` and Ctrl+K lead here. With script a combobox: hits while typing, the first one chosen, arrows
 * choose another, Enter goes there; while it is empty, where one went last. Without script a plain form.
 */
export function SearchBox({ view }: { view: Readonly<Record<string, string>> }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  /** What had the focus before. */
  const cameFrom = useRef<HTMLElement | null>(null);
  const [ready, setReady] = useState(false);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [recent, setRecent] = useState<readonly AnswerHit[]>([]);
  const [active, setActive] = useState(0);
  const asked = text.trim();
  const { answer, text: answeredFor } = useAnswers(asked, view);
  useEffect(() => setReady(true), []);

  const current = answeredFor === asked ? answer : null;
  const groups: readonly AnswerGroup[] =
    asked === ""
      ? recent.length > 0
        ? [{ word: "Where you went last", mixed: true, total: recent.length, hits: recent }]
        : []
      : (current?.groups ?? []);
  const hits = groups.flatMap((group) => group.hits);
  /** One more than hits, where there are all results to go to. */
  const options = hits.length + (asked !== "" && current && hits.length > 0 ? 1 : 0);
  const failed = asked !== "" && answeredFor === asked && answer === null;
  const shown = ready && open && (options > 0 || failed || (current !== null && asked !== ""));

  const go = (option: number) => {
    const hit = hits[option];
    if (hit) rememberHit(hit);
    setOpen(false);
    setText("");
    input.current?.blur();
    router.push(hit ? within(hit.path, view) : searchPath(asked, view));
  };
  const leave = () => {
    setText("");
    if (cameFrom.current?.isConnected) cameFrom.current.focus();
    else input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      // First the list goes, then the search: back to where one was.
      if (shown) setOpen(false);
      else leave();
    } else if (event.key === "Enter" && shown && options > 0) {
      go(active);
    } else if (event.key === "ArrowDown" && !shown) {
      setOpen(true);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown && options > 0) {
      const next = (active + (event.key === "ArrowDown" ? 1 : -1) + options) % options;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  };
  const start = (event: FocusEvent<HTMLInputElement>) => {
    cameFrom.current = event.relatedTarget instanceof HTMLElement ? event.relatedTarget : null;
    setRecent(recentHits());
    setActive(0);
    setOpen(true);
  };

  return (
    <search className="find">
      <form action="/search" method="get">
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M9.5 9.5L13 13" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <input
          ref={input}
          id="find"
          type="search"
          name="q"
          maxLength={200}
          autoComplete="off"
          aria-label={LABEL}
          placeholder={LABEL}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={start}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          {...(ready && {
            role: "combobox",
            "aria-expanded": shown,
            "aria-controls": "find-list",
            "aria-autocomplete": "list",
            "aria-activedescendant": shown && options > 0 ? optionId(active) : undefined,
          })}
        />
        <kbd>/</kbd>
        <Hidden query={view} />
      </form>
      {shown && (
        <HitList
          groups={groups}
          all={asked !== "" && current && hits.length > 0 ? { text: asked, total: current.total } : null}
          meant={current?.meant ?? null}
          empty={
            failed
              ? "Search does not answer. Enter tries a page of its own."
              : "Nothing found. Enter asks for what is near."
          }
          active={active}
          onChoose={go}
          onPoint={setActive}
        />
      )}
      <p className="sr-only" aria-live="polite">
        {shown && asked !== "" && current ? `${current.total} found` : ""}
      </p>
      <FindKey />
    </search>
  );
}

/** A path of the product with the view's parameters, before what it has after "#". */
function within(path: string, view: Readonly<Record<string, string>>): string {
  const { pathname, searchParams, hash } = new URL(path, window.location.origin);
  return withQuery(pathname, searchParams, view) + hash;
}
