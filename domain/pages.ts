/** How many lines more than the others a last page may hold: one on which a line or two are left over is poor. */
export const slackOf = (size: number): number => Math.floor(size / 5);

/** On how many pages so many lines stand, `size` on each; what would be left over stands on the last of them. At least one. */
export const pagesOf = (lines: number, size: number): number =>
  Math.max(1, Math.ceil((lines - slackOf(size)) / size));
