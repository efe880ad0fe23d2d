import type { Id } from "./claims";
import type { Day, Edtf } from "./edtf";
import type { Certainty, Status } from "./status";

/** Rows of lists of deals: what a page shows of one without its claims. */

export type Named = { readonly slug: string; readonly name: string };

/** The status of a deal on the day looked at, with its marks. */
export type DealNow = {
  readonly claim: Id;
  readonly status: Status;
  /** It had surely begun, and the next had surely not. */
  readonly certain: boolean;
  readonly since: Edtf;
  /** A plan's only. */
  readonly target: Edtf | null;
  readonly exclusive: boolean;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly origins: number;
  readonly articles: number;
  readonly stale: boolean;
  /** The last publication about the deal. */
  readonly heard: Day;
};

export type DealRow = {
  readonly deal: Id;
  readonly device: Named;
  readonly maker: Named;
  readonly carrier: Named & { readonly country: string };
  /** null: no status on that day. */
  readonly now: DealNow | null;
};

/** A page of a list; `page` never lies past `pages`. */
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Rows a page of every list. */
export const PAGE_SIZE = 50;

/** The page that is there, when `asked` may lie past the end. */
export function pageOf(total: number, asked: number, size = PAGE_SIZE): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(Math.max(1, asked), pages), pages };
}
