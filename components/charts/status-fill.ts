import type { Status } from "@/domain/status";

/** Fill and edge of a status in charts: the same as its bar in the swimlane. */
export const STATUS_FILL: Readonly<Record<Status, { readonly fill: string; readonly stroke: string }>> = {
  planned: { fill: "var(--wash-planned)", stroke: "var(--st-planned)" },
  carried: { fill: "var(--st-carried)", stroke: "none" },
  paused: { fill: "url(#p-paused)", stroke: "none" },
  withdrawn: { fill: "url(#p-withdrawn)", stroke: "var(--st-withdrawn)" },
  declined: { fill: "var(--bg)", stroke: "var(--st-declined)" },
  "retail-only": { fill: "url(#p-retail-only)", stroke: "var(--st-retail)" },
  ended: { fill: "var(--st-ended)", stroke: "none" },
};

/** Bottom to top in stacks: what is on sale first. */
export const STACK_ORDER: readonly Status[] = [
  "carried",
  "planned",
  "paused",
  "retail-only",
  "withdrawn",
  "declined",
  "ended",
];
