import { type Desk, fieldOf } from "@/intake/desk/draft";
import type { KnownSource, Standing } from "@/intake/desk/standing";

/** A record that says nothing yet. */
export const NOTHING: Standing = {
  deals: [],
  listings: [],
  brandDeals: [],
  brandListings: [],
  articles: [],
  upstream: [],
  statements: [],
};

/** A withdrawal that the record knows, and its deal. */
export const claim = {
  id: "00000000-0000-4000-8000-0000000000aa",
  status: "withdrawn" as const,
  effective: "2018-06-14",
  earliest: "2018-06-14",
  latest: "2018-06-14",
  articles: 10,
  origins: 6,
  sources: ["old-news"],
};
export const deal = { device: "huawei-mate-10-pro", carrier: "att", version: 4, claims: [claim] };

/** An article that the record knows. */
export const crn: KnownSource = {
  slug: "crn-1",
  publisher: "The Paper (sample)",
  title: "AT&T drops it",
  published: "2018-06-15",
  earliest: "2018-06-15",
  latest: "2018-06-15",
  seen: true,
};

/** One sentence that speaks of that deal, and names whom it retells. */
export const TEXT = "AT&T walked away from a deal to sell the Mate 10 Pro on Thursday, Bloomberg reported.";

/** Fields as they stand, with these proposals accepted and these values typed. */
export function form(
  desk: Desk,
  accepted: readonly string[],
  typed: Record<string, string> = {},
  checks: Record<string, string[]> = {},
) {
  const values: Record<string, string> = {
    "src.publisher": "The Paper",
    "src.published": "2018-06-15",
    "src.title": "A title",
  };
  const refs: Record<string, string> = {};
  desk.upstream.forEach(({ publisher, published, candidates }, row) => {
    values[`up.${row}.publisher`] = publisher;
    values[`up.${row}.published`] = published;
    values[`up.${row}.source`] = candidates[0]?.slug ?? "";
  });
  const rests: Record<string, readonly string[]> = {};
  for (const draft of desk.drafts) {
    for (const [name, value] of Object.entries(draft.fields)) {
      values[fieldOf(draft.key, name)] = value;
      const slug = /\(([a-z0-9-]+)\)$/.exec(value)?.[1];
      if (slug) refs[fieldOf(draft.key, name)] = slug;
    }
    rests[fieldOf(draft.key, "rests")] = draft.rests;
    rests[fieldOf(draft.key, "reasons")] = draft.reasons;
    if (accepted.includes(draft.key)) values[fieldOf(draft.key, "decision")] = "accept";
  }
  return {
    values: { ...values, ...typed },
    checks: { ...rests, ...checks },
    refs,
    published: "2018-06-15",
    idOf: (word: string) => `idof-${word}`,
  };
}
