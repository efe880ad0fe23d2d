import { nextPath } from "./next-path";
import { merged, withQuery } from "./paths";

/**
 * Deals are ticked where they are seen: on the matrix, the list of deals and the search, in a mode that stands in their
 * address (`choose=1`). What was ticked on other pages is kept under an id (`chosen=…`), since hundreds of deals are too long for an
 * address.
 */

/** Deals that are kept at most; more are counted only. */
export const MOST_CHOSEN = 1_000;
/** The form's id, which the boxes name: they stand all over the page. */
export const CHOOSE_FORM = "choose";

/** A deal, or the place of one that is not on record yet. */
export type Place = { readonly device: string; readonly carrier: string };

export const printPlace = ({ device, carrier }: Place): string => `${device}/${carrier}`;

/** null: not written as `printPlace` does. */
export function parsePlace(text: string): Place | null {
  const [, device, carrier] = /^([a-z0-9-]{1,100})\/([a-z0-9-]{1,100})$/.exec(text) ?? [];
  return device && carrier ? { device, carrier } : null;
}

/** What a page in this mode knows: what was ticked before, as `printPlace`. */
export type Choosing = {
  readonly id: string | null;
  readonly places: ReadonlySet<string>;
  /** This page's address, with the mode in it. */
  readonly address: string;
};

/** What was ticked on other pages: all that no box of this page stands for. */
export const notInSight = ({ places }: Choosing, inSight: readonly string[]): readonly string[] => {
  const here = new Set(inSight);
  return [...places].filter((place) => !here.has(place));
};

/** Parameters of the mode, for links that stay in it. */
export const printChoosing = (choosing: Choosing | null): Record<string, string> => {
  if (choosing === null) return {};
  return { choose: "1", ...(choosing.id && { chosen: choosing.id }) };
};

/**
 * The places that a form sends: those kept from other pages, the ticked ones, and of those on record in sight all that a
 * row's, a column's or the page's box takes. null: no page of ours sends this.
 */
export function chosenOf(form: FormData): readonly Place[] | null {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const listed = (name: string) => texts(name).flatMap((text) => text.split(" ").filter((one) => one !== ""));
  const shown = listed("shown").map(parsePlace);
  const rows = new Set(texts("row"));
  const columns = new Set(texts("column"));
  const all = texts("all").length > 0;
  const some = [...listed("kept"), ...texts("place")].map(parsePlace);
  const whole = shown.filter((one) => one && (all || rows.has(one.device) || columns.has(one.carrier)));
  if ([...shown, ...some].includes(null)) return null;
  const places = [...some, ...whole].flatMap((one) => one ?? []);
  return [...new Map(places.map((place) => [printPlace(place), place])).values()];
}

const PAGES = ["/matrix", "/deals", "/search"];

/** An address where deals are chosen, without what was chosen before; null: it is none. */
export function choosingAddress(text: unknown): string | null {
  const address = typeof text === "string" ? nextPath(text) : "/";
  const { pathname, searchParams } = new URL(address, "https://here.invalid");
  if (!PAGES.includes(pathname)) return null;
  searchParams.set("choose", "1");
  searchParams.delete("chosen");
  return `${pathname}?${searchParams}`;
}

/** The same page, as it is read. */
export function withoutChoosing(address: string): string {
  const { pathname, searchParams } = new URL(address, "https://here.invalid");
  searchParams.delete("choose");
  searchParams.delete("chosen");
  return withQuery(pathname, searchParams);
}

/** The same address with a choice in it. */
export function withChoice(address: string, id: string): string {
  const [path = "", query = ""] = address.split("?");
  return `${path}?${merged(new URLSearchParams(query), { chosen: id })}`;
}
