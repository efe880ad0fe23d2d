import { CERTAINTIES, type Certainty, STATUSES, type Status } from "./status";

/** How many deals share a status and all its marks on a day. */
export type MarkCount = {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly stale: boolean;
  readonly certain: boolean;
  readonly several: boolean;
  readonly deals: number;
};

/** The marks that a list of deals can be narrowed by; null: not asked for. */
export type MarkFilter = {
  readonly status: Status | "none" | null;
  readonly certainty: Certainty | null;
  readonly disputed: true | null;
  readonly stale: true | null;
  readonly uncertain: true | null;
  readonly origins: "one" | "several" | null;
};
type Mark = keyof MarkFilter;

/** What each further click would leave. Each number is counted with all other marks of the filter in force. */
export type Facets = {
  readonly total: number;
  readonly status: Readonly<Record<Status | "none", number>>;
  readonly certainty: Readonly<Record<Certainty, number>>;
  readonly disputed: number;
  readonly stale: number;
  /** Of those on sale, how many are stale. */
  readonly staleCarried: number;
  readonly uncertain: number;
  readonly origins: Readonly<Record<"one" | "several", number>>;
};

/** One origin, and nobody official: the weak spots of the record. */
export const isOneOrigin = (certainty: Certainty): boolean =>
  certainty === "reported" || certainty === "rumoured";

const PASSES: { readonly [M in Mark]: (count: MarkCount, wanted: NonNullable<MarkFilter[M]>) => boolean } = {
  status: (count, wanted) => count.status === wanted,
  certainty: (count, wanted) => count.certainty === wanted,
  disputed: (count) => count.disputed,
  stale: (count) => count.stale,
  uncertain: (count) => !count.certain,
  origins: (count, wanted) => (wanted === "one" ? isOneOrigin(count.certainty) : count.several),
};

const passes = <M extends Mark>(mark: M, count: MarkCount, filter: MarkFilter): boolean => {
  const wanted = filter[mark];
  return wanted === null || PASSES[mark](count, wanted as NonNullable<MarkFilter[M]>);
};

/** `without`: deals that have no status on the day; no mark but `status` can be asked of them. */
export function facetsOf(counts: readonly MarkCount[], without: number, filter: MarkFilter): Facets {
  const marks = Object.keys(PASSES) as Mark[];
  const sum = (wanted: Partial<MarkFilter>): number => {
    const all = { ...filter, ...wanted };
    if (all.status === "none") return marks.some((m) => m !== "status" && all[m] !== null) ? 0 : without;
    return counts.reduce((n, c) => (marks.every((m) => passes(m, c, all)) ? n + c.deals : n), 0);
  };
  const each = <V extends string>(values: readonly V[], of: (value: V) => Partial<MarkFilter>) =>
    Object.fromEntries(values.map((value) => [value, sum(of(value))])) as Record<V, number>;
  return {
    total: sum({}),
    status: each([...STATUSES, "none"], (status) => ({ status })),
    certainty: each(CERTAINTIES, (certainty) => ({ certainty })),
    disputed: sum({ disputed: true }),
    stale: sum({ stale: true }),
    staleCarried: sum({ status: "carried", stale: true }),
    uncertain: sum({ uncertain: true }),
    origins: each(["one", "several"], (origins) => ({ origins })),
  };
}
