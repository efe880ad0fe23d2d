"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Cells are links; with script they open their claim without a new page. Arrows move from deal to deal, and the claim
 * beside the table follows the focus; Enter goes into it, Esc closes it and gives the focus back.
 */
export function MatrixKeys({ open, closeHref }: { open: string | null; closeHref: string }) {
  const router = useRouter();
  /** The cell whose claim is to take the focus once it is there. */
  const entering = useRef<string | null>(null);

  useEffect(() => {
    if (open !== null) bringBeside();
    if (open === null || entering.current !== open) return;
    entering.current = null;
    enter();
  }, [open]);

  useEffect(() => {
    const cellOf = (target: EventTarget | null) =>
      (target as Element | null)?.closest<HTMLAnchorElement>(".mx a[data-cell]") ?? null;
    let follow: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      const cell = cellOf(event.target);
      if (!cell || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      clearTimeout(follow);
      entering.current = cell.dataset.cell ?? null;
      if (entering.current === open) enter();
      router.push(cell.href, { scroll: false });
    };
    const onFocus = (event: FocusEvent) => {
      const cell = cellOf(event.target);
      clearTimeout(follow);
      if (cell?.matches(":focus-visible") && cell.dataset.cell !== open)
        follow = setTimeout(() => router.replace(cell.href, { scroll: false }), 250);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // Keys of the search and of fields are theirs.
      if ((event.target as Element | null)?.closest("input, textarea, select")) return;
      if (event.key === "Escape" && open) {
        clearTimeout(follow);
        router.push(closeHref, { scroll: false });
        document.querySelector<HTMLElement>(`.mx a[data-cell="${CSS.escape(open)}"]`)?.focus();
        return;
      }
      const cell = cellOf(event.target);
      const next = cell && neighbourOf(cell, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("keydown", onKey);
    return () => {
      clearTimeout(follow);
      document.removeEventListener("click", onClick);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("keydown", onKey);
    };
  }, [open, closeHref, router]);

  return null;
}

/** The claim takes room from the table: the open cell is moved sideways into what is left. */
function bringBeside(): void {
  const cell = document.querySelector(".mx td.here");
  const table = cell?.closest(".mxw");
  if (!cell || !table) return;
  const beyond = cell.getBoundingClientRect().right - table.getBoundingClientRect().right;
  if (beyond > 0) table.scrollLeft += beyond + 8;
}

/** Gives the open claim the focus, and brings it into sight where it stands below the table. */
function enter(): void {
  const panel = document.getElementById("claim");
  panel?.focus({ preventScroll: true });
  const top = panel?.getBoundingClientRect().top ?? 0;
  if (top > window.innerHeight - 120) panel?.scrollIntoView({ block: "start" });
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The next deal in that direction, over cells without one; at an edge none. */
function neighbourOf(link: HTMLAnchorElement, key: string): HTMLAnchorElement | null {
  const step = STEPS[key];
  const cell = link.closest("td");
  const row = cell?.closest("tr");
  const body = row?.closest("tbody");
  if (!step || !cell || !row || !body) return null;
  const [down, right] = step;
  for (let r = row.sectionRowIndex + down, c = cell.cellIndex + right; ; r += down, c += right) {
    const at = body.rows[r]?.cells[c];
    if (!at) return null;
    const found = at.querySelector<HTMLAnchorElement>("a[data-cell]");
    if (found) return found;
  }
}
