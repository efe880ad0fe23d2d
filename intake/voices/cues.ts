import type { Attribution } from "@/domain/status";
import type { Cited } from "./publications";
import type { Saying } from "./speakers";
import type { Spoken } from "./statements";

/** What the sentences say about sources and speakers, sentence by sentence. */
export type Cues = {
  /** Per sentence: what its words say about sources. */
  readonly sourcing: readonly (readonly Attribution[])[];
  readonly sayings: readonly (readonly Saying[])[];
  readonly cited: readonly (readonly Cited[])[];
  readonly spoken: readonly Spoken[];
  /** The text is a party's own release. */
  readonly release: boolean;
};
