"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { aboutPath } from "@/formats/paths";
import { singleKeysOn } from "./single-keys";

/** `/` and Ctrl+K go to the search field, `?` to what keys do; `[` and `]` follow the links to the previous and next event. */
export function FindKey() {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement | null;
      const typing = at?.closest("input, textarea, select, [contenteditable]");
      const single = !typing && singleKeysOn();
      const find = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && single);
      if (find) {
        event.preventDefault();
        document.getElementById("find")?.focus();
        return;
      }
      if (!single || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") router.push(`${aboutPath()}#keyboard`);
      const step = event.key === "[" ? "prev" : event.key === "]" ? "next" : null;
      if (step) document.querySelector<HTMLAnchorElement>(`.clock a[rel="${step}"]`)?.click();
    };
    document.addEventListener("keydown", onKey);
    // From now on keys are heard, which whoever drives the page by program may wait for.
    document.documentElement.dataset.keys = "heard";
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);
  return null;
}
