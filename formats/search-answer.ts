import { type Forgiven, SEARCH_KIND_WORDS } from "@/domain/search-hits";
import { whyWords } from "@/domain/search-why";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { hitPath } from "./search-query";

/** What `/api/search` answers: hits by kind, the nearest kind first. `path` is without the view. */
export type SearchAnswer = {
  readonly groups: readonly AnswerGroup[];
  /** As typed nothing was found; these words were looked for. */
  readonly meant: string | null;
  readonly total: number;
};
export type AnswerGroup = {
  readonly word: string;
  readonly total: number;
  readonly hits: readonly AnswerHit[];
  /** Of several kinds. */
  readonly mixed?: true;
};
export type AnswerHit = {
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly why: string;
  /** Of a deal, with its word, so that the browser needs no list of them. */
  readonly status: { readonly mark: Status; readonly word: string } | null;
};

/** At most `most` hits in all. */
export function searchAnswer({ groups, totals, meant }: Forgiven, most: number): SearchAnswer {
  let left = most;
  const shown = groups.map(({ kind, total, hits }) => {
    const { one, all } = SEARCH_KIND_WORDS[kind];
    const some = hits.slice(0, left).map((hit) => ({
      path: hitPath(hit),
      kind: one,
      name: hit.name,
      detail: hit.detail,
      why: whyWords(hit.why),
      status: hit.status && { mark: hit.status, word: STATUS_WORDS[hit.status].word },
    }));
    left -= some.length;
    return { word: all, total, hits: some };
  });
  return {
    groups: shown.filter(({ hits }) => hits.length > 0),
    meant,
    total: Object.values(totals).reduce((sum, n) => sum + n, 0),
  };
}
