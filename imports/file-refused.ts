/** One thing that is wrong with a file. Lines and columns count from 1; a column of a table is a field of its row. */
export type FileProblem = { readonly line: number; readonly column?: number; readonly message: string };

/** The file as a whole cannot be read; nothing of it is taken. */
export class FileRefused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.message);
  }
}
