import type { Id } from "./claims";
import type { Edtf } from "./edtf";

export type MakerRef = { readonly slug: string; readonly name: string };

/** A policy action as the list shows it. */
export type PolicyListLine = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: Edtf;
  readonly affects: readonly MakerRef[];
  /** Standing status claims that have begun and name it as what is behind them. */
  readonly claims: number;
};

/** One page of the list, the latest first; `page` counts from 1 and is the one that was found. */
export type PolicyList = {
  readonly lines: readonly PolicyListLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Of all that match, not of this page alone. */
  readonly issuers: number;
  readonly named: number;
};
