"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { dayWords } from "@/domain/date-words";
import { addDays, type Day, daysBetween } from "@/domain/edtf";

type Props = {
  from: Day;
  to: Day;
  on: Day;
  /** Addresses of the page on a day, with "DAY" in the day's place; on the last day it needs none. */
  href: string;
};

/** Days until a key or a drag counts as done, in milliseconds. */
const REST = 200;

/** A slider over the days of the record, beside the field that it fills; only where there is script. */
export function DaySlider({ from, to, on, href }: Props) {
  const router = useRouter();
  const [day, setDay] = useState<Day | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that has moved ends the drag
  useEffect(() => setDay(null), [on, href]);
  useEffect(() => () => clearTimeout(rest.current), []);
  const shown = day ?? on;
  const move = (next: Day) => {
    setDay(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => router.replace(href.replace("DAY", next), { scroll: false }), REST);
  };
  return (
    <span className={ready ? "slide only-w" : "slide only-w unready"}>
      <input
        type="range"
        aria-label="World on, as a slider"
        aria-valuetext={dayWords(shown)}
        min={0}
        max={Math.max(0, daysBetween(from, to))}
        value={Math.min(Math.max(0, daysBetween(from, shown)), daysBetween(from, to))}
        onChange={(event) => move(addDays(from, Number(event.target.value)))}
      />
      <output>{day === null ? "" : dayWords(day)}</output>
    </span>
  );
}
