import type { Source } from "./claims";
import type { SourceKind } from "./status";

/** What rests on a source, counted: standing status claims and listings that it supports by any way, and statements. */
export type Carries = { readonly claims: number; readonly listings: number; readonly statements: number };

export type SourceLine = { readonly source: Source; readonly carries: Carries };

/** How many sources of the view are of a kind, read by somebody here, and taken back. */
export type SourceFacet = {
  readonly kind: SourceKind;
  readonly seen: boolean;
  readonly retracted: boolean;
  readonly sources: number;
};

export const SOURCE_SORTS = ["newest", "oldest", "publisher", "claims"] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/** What a reader asks the list of sources for. Empty texts and nulls ask for all. */
export type SourceFilter = {
  readonly text: string;
  readonly publisher: string;
  readonly kind: SourceKind | null;
  readonly seen: boolean | null;
  readonly retracted: boolean | null;
};

/** One page of the list; `page` counts from 1 and is the one that was found. */
export type SourceList = {
  readonly lines: readonly SourceLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly facets: readonly SourceFacet[];
  /** Sorted by what rests on them, when more sources match than can be ordered: how many were. */
  readonly ordered: number | null;
};
