import type { ReactNode } from "react";
import type { View } from "@/domain/claims";
import { dayWords, instantWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";
import type { Citable } from "@/formats/citation";
import type { Table } from "@/formats/table";

/** A chart as its page, its table and its files know it. Its drawing is a pure function of its width in pixels. */
export type Chart = {
  /** The name of its files, and of its place on the page. */
  readonly id: string;
  readonly title: string;
  /** What is counted, in which unit, along which axis: one sentence. */
  readonly note: string;
  /** The same numbers. Without a row there is nothing to draw, and `none` says so. */
  readonly table: Table;
  readonly none?: string;
  /** Where a number of the table leads; null: it counts no records. */
  readonly href: (row: number, column: number) => string | null;
  /** Which lines the table on the page shows, where the files hold more. */
  readonly brief?: { readonly says: string; readonly shows: (row: number) => boolean };
  /** The widths at which it is drawn: on a desk, and on a phone where that differs. */
  readonly widths: readonly [wide: number, narrow?: number];
  readonly draw: (width: number, linked: boolean) => { readonly height: number; readonly content: ReactNode };
};

/** Widths for a chart across two thirds of a page, a half and a third; a third is as wide as a phone. */
export const WIDE: Chart["widths"] = [880, 380];
export const HALF: Chart["widths"] = [640, 380];
export const THIRD: Chart["widths"] = [440];

/** What stands in every picture of a page: which day and record it shows, and what it rests on. */
export type PictureFoot = { readonly asOf: string; readonly sources: string };

/** `narrowed`: the page's filters as the end of a sentence. */
export const footOf = (
  { on, known }: View,
  record: Instant,
  { sources, narrowed }: { readonly sources: string; readonly narrowed: string },
): PictureFoot => {
  const published = known ? `, as published by ${dayWords(known)}` : "";
  return {
    asOf: `As of ${dayWords(on)}${published}${narrowed}; record of ${instantWords(record)}.`,
    sources,
  };
};

/** What all that can be taken away of one page shares: its charts' own references and files are made from it. */
export type ChartPage = {
  /** The page in the names of its files: "carrier". */
  readonly name: string;
  readonly foot: PictureFoot;
  readonly citable: Citable;
  /** The permanent address as this site serves it. */
  readonly href: string;
  /** What a file's address needs: the parameters of the permanent one, and what the page's path says. */
  readonly query: URLSearchParams;
};

/** One chart of a page as it is cited. */
export const chartCitable = (
  { id, title }: Pick<Chart, "id" | "title">,
  { citable }: ChartPage,
): Citable => ({
  ...citable,
  title: `${title} (${citable.title})`,
  address: `${citable.address}#${id}`,
});

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

/** Room in pixels for a label, mostly of digits, which are wider than letters are on the average. */
export const roomFor = (label: string, size = 11): number => Math.ceil(0.6 * size * label.length);

/** Coordinates travel twice, so they are short. */
export const round = (n: number): number => Math.round(n * 100) / 100;
