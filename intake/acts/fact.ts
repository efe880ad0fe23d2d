import type { Status } from "@/domain/status";
import type { Choice } from "@/intake/names/choose";
import type { Act } from "./act";
import type { Product } from "./groups";
import type { How } from "./place";

/** A date of the text for a fact: EDTF, the words it came from, and where they stand (characters). */
export type DateRead = {
  readonly edtf: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
};

/** What became of a device for whoever sells it: the maker, or nobody by name, put it off or gave it up. */
export type Fate = Pick<
  Fact,
  "status" | "rule" | "late" | "sentence" | "act" | "effective" | "nearby" | "target"
> & {
  readonly products: readonly Product[];
};

/** "The phone ships on 10 September": when its sale is to begin, at whatever seller. */
export type Launch = {
  readonly products: readonly Product[];
  readonly target: DateRead;
  readonly sentence: number;
};

/** One thing that one sentence says of one device at one seller. */
export type Fact = {
  readonly product: Product;
  readonly seller: Choice;
  /** `once-planned`: a plan told as past, of which something else must say what became. */
  readonly status: Status | "refused" | "denied" | "unsold" | "no-use" | "once-planned";
  readonly rule: string;
  readonly late: boolean;
  readonly exclusive: boolean;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly act: Act;
  readonly sellerBy: How;
  readonly productBy: How;
  /** When it took effect, by the words of the sentence; null when they say no date. */
  readonly effective: DateRead | null;
  /** A date that the sentence gives for something beside it; good enough for what is told in passing. */
  readonly nearby: DateRead | null;
  /** When the sale is to begin. */
  readonly target: DateRead | null;
};
