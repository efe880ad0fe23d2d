import type { Id } from "./claims";
import type { Instant } from "./edtf";
import type { LogSubject } from "./record-log";

/** The things that a person can be told about. */
export const WATCH_KINDS = ["device", "carrier", "manufacturer", "source", "deal"] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** Something that was done since a person looked, at what they watch or at a source under it. */
export type WatchNews = {
  readonly seq: number;
  readonly at: Instant;
  readonly action: string;
  readonly by: string;
  /** The deal that changed, or the source that was edited or taken back. */
  readonly subject: LogSubject | null;
  /** Of a source's: how many of the deals under this watch rest on it. */
  readonly deals: number;
};

export type Watched = {
  readonly id: Id;
  /** null: it was merged or is gone. */
  readonly subject: LogSubject | null;
  readonly lookedAt: Instant;
  /** All that happened since; `news` are the latest of it. */
  readonly count: number;
  readonly news: readonly WatchNews[];
};

/** So many things a person may watch. */
export const MOST_WATCHED = 100;
