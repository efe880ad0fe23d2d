import { lastRecorded } from "@/data/read/last-recorded";
import type { View } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";
import { viewSentence } from "@/domain/words";
import type { Citable } from "@/formats/citation";
import { merged, type Query, withQuery } from "@/formats/paths";
import { narrowedWords } from "@/formats/said-filters";
import { db } from "./db";
import { env } from "./env";

export type Frozen = {
  readonly citable: Citable;
  /** The parameters that show the same for ever; for the page and for its downloads. */
  readonly query: URLSearchParams;
  /** The permanent address on this site. */
  readonly href: string;
};

export type Freezable = {
  path: string;
  title: string;
  view: View;
  now: Instant;
  /** The page's own parameters. */
  own?: Query;
  /** The instant of the last deed, where the page's read brought it along; null: none, or `now` will do. */
  lastRecorded?: Instant | null;
  /** What is shown, where it is not the world on a day. */
  shows?: string;
  /** The page's filters in words; none: it is whole. */
  narrowed?: readonly { readonly words: string }[];
};

/**
 * What a page needs to be cited and taken away: its address with the instant of the record in it. The day looked at is
 * written out too, so that the link does not move on with the calendar.
 */
export async function frozen(page: Freezable): Promise<Frozen> {
  const { path, title, view, own } = page;
  const last = page.lastRecorded === undefined ? await lastRecorded(db()) : page.lastRecorded;
  const record = view.record ?? last ?? page.now;
  const query = merged(own, { on: view.on, known: view.known, record });
  const href = withQuery(path, query);
  const base = (env().BASE_URL ?? "").replace(/\/$/, "");
  const shows =
    page.shows ?? viewSentence({ ...view, record: null }, "") ?? `The world on ${dayWords(view.on)}`;
  const said = narrowedWords(page.narrowed ?? []);
  return { citable: { title, shows: `${shows}${said}`, address: `${base}${href}`, record }, query, href };
}
