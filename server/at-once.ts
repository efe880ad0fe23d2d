/**
 * Lets at most `most` runs of a kind of work go on at once in this process, so that no flood of it takes every database
 * connection from the pages. Resolves to null, at once, when all places are taken.
 */
export function atOnce(most: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  let taken = 0;
  return async (work) => {
    if (taken >= most) return null;
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
    }
  };
}
