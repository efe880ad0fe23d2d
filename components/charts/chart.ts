import type { ReactNode } from "react";
import type { Table } from "@/formats/table";

/** Where the parts of a chart lead: the records that they count. null in a picture that was taken away. */
export type Href = (() => string) | null;

/** A chart as its page, its table and its files know it. Its drawing is a pure function of its width in pixels. */
export type Chart = {
  /** The name of its files, and of its place on the page. */
  readonly id: string;
  readonly title: string;
  /** What is counted, in which unit, along which axis: one sentence. */
  readonly note: string;
  /** The same numbers. */
  readonly table: Table;
  /** Where a number of the table leads; null: it counts no records. */
  readonly href: (row: number, column: number) => string | null;
  /** Which lines the table on the page shows, where the files hold more. */
  readonly brief?: { readonly says: string; readonly shows: (row: number) => boolean };
  /** The widths at which it is drawn: on a desk, and on a phone where that differs. */
  readonly widths: readonly [wide: number, narrow?: number];
  readonly draw: (width: number, linked: boolean) => { readonly height: number; readonly content: ReactNode };
};

/** What stands in every picture of a page: which day and record it shows, and what it rests on. */
export type PictureFoot = { readonly asOf: string; readonly sources: string };

/** The mean width of a character, as a part of the size of its type. */
const CHAR = 0.52;

/** Lines of at most `width` pixels of type of this size; a word is never cut. */
export function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.max(20, Math.floor(width / (CHAR * size)));
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Coordinates travel twice, so they are short. */
export const round = (n: number): number => Math.round(n * 100) / 100;
