import type { PolicyRef } from "@/domain/device-history";
import { type Axis, isWithin, WIDE, xOf } from "./axis";

/** A policy action on the axis. `line`: 0 or 1, staggered. `label`: what of its title fits beside it on a desk. */
export type PolicyFlag = {
  readonly policy: PolicyRef;
  readonly number: number;
  readonly x: number;
  readonly to: number;
  readonly line: 0 | 1;
  readonly label: string | null;
};

const FLAG = 16;
const LETTER = 6;

/** The policy actions within the axis, numbered in time, on two lines so that names have room. */
export function flagsOf(policies: readonly PolicyRef[], axis: Axis): PolicyFlag[] {
  const shown = policies.filter((p) => isWithin(axis, p.date));
  const placed = shown.map((policy, i) => ({
    policy,
    number: i + 1,
    x: xOf(axis, policy.date.earliest),
    to: xOf(axis, policy.date.latest),
    line: (i % 2) as 0 | 1,
  }));
  return placed.map((flag, i) => {
    const next = placed.slice(i + 1).find((other) => other.line === flag.line);
    const room = ((next?.x ?? 103) - flag.x) * (WIDE / 100) - FLAG - (next ? FLAG / 2 : 0);
    return { ...flag, label: shortened(flag.policy.title, Math.floor(room / LETTER)) };
  });
}

/** As many whole words as fit; null when that says nothing. */
export function shortened(title: string, letters: number): string | null {
  if (title.length <= letters) return title;
  const cut = title.slice(0, Math.max(0, letters - 1)).replace(/\s+\S*$/, "");
  return cut.length >= 10 ? `${cut}…` : null;
}
