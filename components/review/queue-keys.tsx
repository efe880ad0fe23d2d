"use client";

import { type RefObject, useEffect } from "react";
import { singleKeysOn } from "@/components/shell/single-keys";

/**
 * Keys of the review: each does what the link or button does that bears it (`data-key`), while the focus is on no field. What
 * wants a word (`data-why`) leads to the field for it first, and Ctrl+Enter there then does it. A key that is held down
 * counts once: the next proposal has not been seen yet.
 */
export function useQueueKeys(form?: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    let wanted: HTMLElement | null = null;
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement | null;
      if (event.repeat || event.altKey) return;
      const chord = event.ctrlKey || event.metaKey;
      if (at?.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) {
        if (event.key === "Escape") at.blur();
        if (event.key === "Enter" && chord && wanted && form?.current?.contains(at)) wanted.click();
        return;
      }
      if (chord || !singleKeysOn()) return;
      const target = document.querySelector<HTMLElement>(
        `[data-key="${CSS.escape(event.key.toLowerCase())}"]`,
      );
      if (!target) return;
      event.preventDefault();
      const comment = form?.current?.elements.namedItem("comment");
      if (!target.dataset.why || !(comment instanceof HTMLTextAreaElement) || comment.value.trim() !== "")
        return target.click();
      wanted = target;
      comment.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [form]);
}

/** The same on a page without a decision. */
export function QueueKeys() {
  useQueueKeys();
  return null;
}
