/** One place where something derived does not follow from the claims. */
export type Difference = {
  /** The table and what in it, for people: "deal huawei-mate-10-pro @ verizon". */
  readonly where: string;
  readonly what: string;
  readonly stored: string;
  readonly expected: string;
};

/** A difference with its values as people read them. */
export const difference = (where: string, what: string, stored: unknown, expected: unknown): Difference => ({
  where,
  what,
  stored: show(stored),
  expected: show(expected),
});

const show = (value: unknown): string => (value === null || value === undefined ? "nothing" : String(value));
