import { chosenWords } from "@/components/search/facets";
import { bulkRows, placeRows } from "@/data/read/bulk-rows";
import { choiceOf } from "@/data/read/choice";
import { listOptions } from "@/data/read/list-options";
import { searchForgiving } from "@/data/read/search-forgiving";
import type { View } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import { readSearch } from "@/domain/search-words";
import { type BulkRow, MOST_AT_ONCE } from "@/formats/bulk";
import { withChoice } from "@/formats/choice";
import { dealFilterWords } from "@/formats/deal-words";
import { isId } from "@/formats/id";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { dealsPath, withQuery } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
import { printSearch, readSearchQuery } from "@/formats/search-query";
import type { Params } from "@/formats/view";
import { db } from "@/server/db";
import { recall } from "@/server/recall";

/** The deals that one change is for. */
export type Meant = {
  /** The first of them, at most `MOST_AT_ONCE`. */
  readonly rows: readonly BulkRow[];
  readonly total: number;
  /** Chosen ones that are not on record any more. */
  readonly missing: number;
  /** Which they are; null: the address does not say. */
  readonly words: string | null;
  /** Where to choose others. */
  readonly backHref: string;
  readonly problems: readonly string[];
};

/** Reads it from the address: what was ticked (`chosen`), what a search finds (`q`), or what the filters of the deals list leave. */
export function meantDeals(params: Params, actor: Actor, view: View): Promise<Meant> {
  if (params.chosen !== undefined) return chosenDeals(params.chosen, actor, view);
  return params.q === undefined ? filteredDeals(params, view) : foundDeals(params, view);
}

async function chosenDeals(id: Params[string], actor: Actor, view: View): Promise<Meant> {
  const choice =
    actor.kind === "user" && typeof id === "string" && isId(id) ? await choiceOf(db(), actor.id, id) : null;
  if (!choice)
    return { ...NOTHING, problems: ["What was ticked is kept no longer. Tick the deals once more."] };
  const asked = choice.places.slice(0, MOST_AT_ONCE);
  const rows = asked.length > 0 ? await placeRows(db(), view, asked) : [];
  return {
    rows,
    total: choice.total,
    missing: asked.length - rows.length,
    words: "as they were ticked",
    backHref: withChoice(choice.address, choice.id),
    problems: choice.total === 0 ? ["No deal was ticked."] : [],
  };
}

async function foundDeals(params: Params, view: View): Promise<Meant> {
  const { query, problems } = readSearchQuery({ ...params, kind: undefined, page: undefined });
  const words = readSearch(query.text);
  const backHref = withQuery("/search", printSearch({ ...query, kind: "deal" }), { choose: "1" });
  if (words.words.length === 0) return { ...NOTHING, problems };
  const { filter } = query;
  const found = await searchForgiving(db(), {
    words,
    view,
    filter,
    kind: "deal",
    page: 1,
    size: MOST_AT_ONCE,
  });
  const hits = found.groups.flatMap((group) => (group.kind === "deal" ? group.hits : []));
  const places = hits.map(({ slug, carrier }) => ({ device: slug ?? "", carrier: carrier ?? "" }));
  return {
    rows: places.length > 0 ? await placeRows(db(), view, places) : [],
    total: found.totals.deal ?? 0,
    missing: 0,
    words: [`found by “${query.text}”`, ...chosenWords(filter)].join(", "),
    backHref,
    problems,
  };
}

async function filteredDeals(params: Params, view: View): Promise<Meant> {
  const { filter, sort, keep, problems } = readList(DEAL_LIST, params);
  const isAsked = dealFilterWords(filter, (_, slug) => slug).length > 0;
  const [found, { manufacturers, carriers }] = await Promise.all([
    isAsked ? bulkRows(db(), { view, filter, sort }) : { rows: [], total: 0 },
    recall(listOptions),
  ]);
  const devices = found.rows.map(({ device }) => device);
  const names = namesIn({ manufacturer: manufacturers, carrier: carriers, device: devices });
  const words = dealFilterWords(filter, names).map((one) => one.words);
  return {
    ...found,
    missing: 0,
    words: words.length > 0 ? words.join(", ") : null,
    backHref: dealsPath({ ...keep, choose: "1" }),
    problems: problems.map(({ message }) => message),
  };
}

const NOTHING: Meant = {
  rows: [],
  total: 0,
  missing: 0,
  words: null,
  backHref: dealsPath({ choose: "1" }),
  problems: [],
};
