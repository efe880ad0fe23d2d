/** The page of a list that an address asks for, counted from 1; what is no such number reads as the first. */
export const pageNumber = (value: unknown): number =>
  typeof value === "string" && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
