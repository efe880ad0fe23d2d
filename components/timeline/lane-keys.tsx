"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Keys of the chart: arrows move along a lane and between lanes, Enter opens (the bars are links), Esc closes and gives the
 * focus back. Without script the bars stay links and Close is one, too.
 */
export function LaneKeys({ claim, closeHref }: { claim: string | null; closeHref: string }) {
  const router = useRouter();
  const shown = useRef(claim);

  useEffect(() => {
    const before = shown.current;
    shown.current = claim;
    if (before === claim) return;
    if (claim === null) {
      if (before) barOf(before)?.focus({ preventScroll: true });
      return;
    }
    const panel = document.getElementById("claim");
    panel?.focus({ preventScroll: true });
    const top = panel?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > window.innerHeight - 120) panel?.scrollIntoView({ block: "start" });
  }, [claim]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target as Element | null;
      if (at?.closest("input, textarea, select")) return;
      if (event.key === "Escape" && claim) {
        router.push(closeHref, { scroll: false });
        return;
      }
      const bar = at?.closest(".sw a.bar");
      const next = bar && neighbourOf(bar, event.key);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    };
    // Bars of a dense chart are plain links: opening a claim keeps the page, as with the others.
    const onClick = (event: MouseEvent) => {
      const bar = (event.target as Element | null)?.closest(".dense a.bar");
      if (!bar || event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { pathname, search, hash } = new URL(bar.getAttribute("href") ?? "", location.href);
      router.push(pathname + search + hash, { scroll: false });
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [claim, closeHref, router]);

  return null;
}

const barOf = (claim: string): SVGAElement | null =>
  document.querySelector<SVGAElement>(`.sw a.bar[href*="claim=${CSS.escape(claim)}"]`);

const middleOf = (bar: Element): number => {
  const { left, right } = bar.getBoundingClientRect();
  return (left + right) / 2;
};

function neighbourOf(bar: Element, key: string): SVGAElement | null {
  const lanes = [...document.querySelectorAll(".sw .lane")]
    .map((lane) => [...lane.querySelectorAll<SVGAElement>("a.bar")])
    .filter((bars) => bars.length > 0);
  const row = lanes.findIndex((bars) => bars.some((other) => other === bar));
  const column = lanes[row]?.indexOf(bar as SVGAElement) ?? -1;
  if (key === "ArrowLeft") return lanes[row]?.[column - 1] ?? null;
  if (key === "ArrowRight") return lanes[row]?.[column + 1] ?? null;
  const target = key === "ArrowUp" ? lanes[row - 1] : key === "ArrowDown" ? lanes[row + 1] : undefined;
  const here = middleOf(bar);
  const nearest = target?.map((other) => ({ other, off: Math.abs(middleOf(other) - here) }));
  return nearest?.sort((a, b) => a.off - b.off)[0]?.other ?? null;
}
