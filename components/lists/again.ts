/** The class of a cell that repeats the one above it in a sorted column: there for those who listen, quiet for the eye. */
export const again = (above: string | undefined, here: string, sorted: boolean): string | undefined =>
  sorted && above === here ? "again" : undefined;
