import type { Edtf } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import { type Axis, middleOf, xOf } from "./axis";

export type Span = { readonly from: number; readonly to: number };

/** One status of a lane as it is drawn; places in percent. */
export type Segment = {
  readonly entry: HistoryEntry;
  /** Where it certainly holds; may be empty. */
  readonly sure: Span;
  /** A diagonal before it: it may have begun. */
  readonly rise: Span | null;
  /** A diagonal after it: the next may have begun. */
  readonly fall: Span | null;
  /** Its start is "about": a dotted edge in the middle of the date. */
  readonly about: boolean;
  /** No end is known: a ragged edge at the end of the plot. */
  readonly lasts: boolean;
};

/** "about" a day or a month is no span between two days: it is drawn as one dotted edge. */
const isAbout = (date: Edtf): boolean => date.approximate;

const spanOf = (from: number, to: number): Span | null => (to - from > 0.01 ? { from, to } : null);

function riseOf(entry: HistoryEntry, axis: Axis): Span | null {
  if (isAbout(entry.from)) return null;
  return spanOf(xOf(axis, entry.mayBeginFrom ?? axis.first), xOf(axis, entry.certainFrom));
}

/** The statuses of one history, in order, cut to the axis. */
export function segmentsOf(history: readonly HistoryEntry[], axis: Axis): Segment[] {
  const starts = history.map((entry) =>
    xOf(axis, isAbout(entry.from) ? middleOf(entry.from) : entry.certainFrom),
  );
  return history.map((entry, i) => {
    const next = history[i + 1];
    const from = starts[i] ?? 0;
    const rise = riseOf(entry, axis);
    if (!next) {
      return { entry, sure: { from, to: 100 }, rise, fall: null, about: isAbout(entry.from), lasts: true };
    }
    const nextStart = Math.max(from, starts[i + 1] ?? 100);
    const nextRise = riseOf(next, axis);
    const to = nextRise ? Math.min(nextStart, Math.max(from, nextRise.from)) : nextStart;
    return {
      entry,
      sure: { from, to },
      rise,
      fall: nextRise ? spanOf(to, nextStart) : null,
      about: isAbout(entry.from),
      lasts: false,
    };
  });
}

/** The place that belongs to a segment: for the pointer, the focus ring and the words under it. */
export const placeOf = ({ rise, sure }: Segment): Span => ({ from: rise?.from ?? sure.from, to: sure.to });

const TAG = 29;

/** Where the mark and letter of each segment stand at a width: at its start, left of it, or nowhere for want of room. */
export function tagsAt(segments: readonly Segment[], width: number): ("start" | "before" | "none")[] {
  const px = (x: number) => (x / 100) * width;
  let taken = -Infinity;
  return segments.map(({ sure, rise }, i) => {
    const start = px(sure.from);
    const next = segments[i + 1];
    const room = (next ? px(next.sure.from) : width + 20) - start;
    if (px(sure.to) - start >= TAG && start >= taken) {
      taken = start + TAG;
      return "start";
    }
    if (rise && start - TAG >= Math.max(taken, px(rise.from) - 4)) {
      taken = start;
      return "before";
    }
    if (room >= TAG && start >= taken) {
      taken = start + TAG;
      return "start";
    }
    return "none";
  });
}
