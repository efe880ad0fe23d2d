import { CERTAINTIES, type Certainty, STATUSES, type Status } from "./status";

/**
 * Deals of a status and certainty: how many pass the other marks of a filter, and how many would if it asked for one of
 * these instead of what it says of it; `anyOrigins`: if it did not ask for several origins.
 */
export type MarkCount = {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly deals: number;
  readonly disputed: number;
  readonly stale: number;
  readonly uncertain: number;
  readonly several: number;
  readonly anyOrigins: number;
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

type Key = Pick<MarkFilter, "status" | "certainty" | "origins">;
type Counted = Exclude<keyof MarkCount, "status" | "certainty">;

/** `without`: deals that have no status on the day; no mark but `status` can be asked of them. */
export function facetsOf(counts: readonly MarkCount[], without: number, filter: MarkFilter): Facets {
  const sum = (counted: Counted, wanted: Partial<Key> = {}): number => {
    const key = { ...filter, ...wanted };
    const passing = counts.filter(
      (c) =>
        (key.status === null || c.status === key.status) &&
        (key.certainty === null || c.certainty === key.certainty) &&
        (key.origins !== "one" || isOneOrigin(c.certainty)),
    );
    return passing.reduce((n, c) => n + c[counted], 0);
  };
  const { status, certainty, disputed, stale, uncertain, origins } = filter;
  const none = certainty || disputed || stale || uncertain || origins ? 0 : without;
  const each = <V extends string>(values: readonly V[], of: (value: V) => number) =>
    Object.fromEntries(values.map((value) => [value, of(value)])) as Record<V, number>;
  return {
    total: status === "none" ? none : sum("deals"),
    status: { ...each(STATUSES, (of) => sum("deals", { status: of })), none },
    certainty: each(CERTAINTIES, (of) => sum("deals", { certainty: of })),
    disputed: sum("disputed"),
    stale: sum("stale"),
    staleCarried: sum("stale", { status: "carried" }),
    uncertain: sum("uncertain"),
    origins: { one: sum("anyOrigins", { origins: "one" }), several: sum("several", { origins: "several" }) },
  };
}
