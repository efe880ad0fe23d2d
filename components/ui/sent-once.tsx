"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { placeFor } from "@/formats/drawing-place";

/** In the browser React leaves the content alone; one object, since React writes it anew when the object is another. */
const UNTOUCHED = { __html: "" };

/** What documents brought along and the router may come back to, the latest last. A page with charts has some twenty of them. */
const KEPT = new Map<string, string>();
const MOST_KEPT = 40;

function keep(id: string, markup: string): void {
  KEPT.delete(id);
  KEPT.set(id, markup);
  for (const oldest of [...KEPT.keys()].slice(0, -MOST_KEPT)) KEPT.delete(oldest);
}

/** `markup` null: the document holds it already. See once.tsx. */
export function SentOnce({ id, markup }: { id: string; markup: string | null }) {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const div = place.current;
    if (!div) return;
    if (markup !== null) {
      div.innerHTML = markup;
      return () => div.replaceChildren();
    }
    const kept = KEPT.get(id);
    if (!div.firstChild && kept !== undefined) div.innerHTML = kept;
    else if (!div.firstChild) router.refresh();
    return () => {
      keep(id, div.innerHTML);
      div.replaceChildren();
    };
  }, [id, markup, router]);

  const html = typeof window === "undefined" ? { __html: markup ?? placeFor(id) } : UNTOUCHED;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by `html` or by React
  return <div ref={place} suppressHydrationWarning dangerouslySetInnerHTML={html} />;
}
