import { certaintyWhy } from "./certainty-words";
import type { Evidence, Id, SourceGraph } from "./claims";
import { compareInstants } from "./edtf";
import { publisherKey } from "./names";
import { walkerOf } from "./origins";
import type { Certainty } from "./status";
import { isSourceRetracted, isVisible, type Knowledge } from "./visibility";

/** One publisher at the end of a walk, with its sources there and the pieces of evidence that rest on it. */
export type Origin = {
  /** Normalised publisher: the same one counts once. */
  readonly key: string;
  readonly publisher: string;
  readonly sources: readonly Id[];
  readonly evidence: readonly Id[];
};

/** What the evidence of a claim amounts to under a view. All lists are in the order in which evidence was recorded. */
export type CertaintyJudgement = {
  readonly certainty: Certainty;
  /** An official source disputes the claim. */
  readonly disputed: boolean;
  readonly origins: readonly Origin[];
  /** How many distinct sources support it: "10 articles, 1 origin". */
  readonly articles: number;
  readonly supports: readonly Evidence[];
  /** Support that rests on retracted sources alone; it no longer counts. */
  readonly fallen: readonly Evidence[];
  readonly disputes: readonly Evidence[];
  readonly noComments: readonly Evidence[];
  /** A plain sentence that says why. */
  readonly why: string;
};

export type Judge = (evidence: readonly Evidence[]) => CertaintyJudgement;

/** The first rule that matches (docs/model.md, Certainty). */
function certaintyOf(supports: readonly Evidence[], origins: number): Certainty {
  const has = (...kinds: Evidence["attribution"][]) => supports.some((e) => kinds.includes(e.attribution));
  if (supports.length === 0) return "unsupported";
  if (has("official", "document")) return "confirmed";
  if (origins >= 2) return "corroborated";
  return has("named", "unattributed") ? "reported" : "rumoured";
}

const inOrder = (a: Evidence, b: Evidence): number =>
  compareInstants(a.recorded.at, b.recorded.at) || (a.id < b.id ? -1 : 1);

/** The judges of each graph by view: a thousand deals of one graph read its citations and publishers once. */
const judges = new WeakMap<SourceGraph, Map<string, Judge>>();

/** A judge for many claims of one view. A graph must not change after it was judged by. */
export function judgeFor(graph: SourceGraph, knowledge: Knowledge): Judge {
  const known = judges.get(graph) ?? new Map<string, Judge>();
  judges.set(graph, known);
  const view = `${knowledge.known} ${knowledge.record}`;
  const judge = known.get(view) ?? newJudge(graph, knowledge);
  known.set(view, judge);
  return judge;
}

function newJudge(graph: SourceGraph, knowledge: Knowledge): Judge {
  const judge = judgeOfVisible(graph, knowledge);
  return (evidence) => judge(evidence.filter((e) => isVisible(e, graph, knowledge)));
}

/** The same for evidence that counts under the view. */
export function judgeOfVisible(graph: SourceGraph, knowledge: Knowledge): Judge {
  const walk = walkerOf(graph, knowledge);
  const publisherOf = (source: Id) => graph.sources.get(source)?.publisher ?? source;
  const keys = new Map<string, string>();
  const keyOf = (publisher: string): string => {
    const key = keys.get(publisher) ?? publisherKey(publisher);
    keys.set(publisher, key);
    return key;
  };

  return (evidence) => {
    const visible = [...evidence].sort(inOrder);
    const of = (stance: Evidence["stance"]) => visible.filter((e) => e.stance === stance);
    const standing = (e: Evidence) => !isSourceRetracted(e.source, graph, knowledge);
    const walks = of("supports").map((e) => ({ e, ...walk(e) }));
    const supports = walks.filter(({ fallen }) => !fallen).map(({ e }) => e);

    const origins = new Map<string, { publisher: string; sources: Set<Id>; evidence: Set<Id> }>();
    for (const { e, origins: ends } of walks) {
      for (const source of ends) {
        const publisher = publisherOf(source);
        const key = keyOf(publisher);
        const origin = origins.get(key) ?? { publisher, sources: new Set(), evidence: new Set() };
        origin.sources.add(source);
        origin.evidence.add(e.id);
        origins.set(key, origin);
      }
    }
    const judged = {
      certainty: certaintyOf(supports, origins.size),
      disputed: of("disputes").some((e) => e.attribution === "official" && standing(e)),
      origins: [...origins].map(([key, o]) => ({
        key,
        publisher: o.publisher,
        sources: [...o.sources],
        evidence: [...o.evidence],
      })),
      articles: new Set(supports.map((e) => e.source)).size,
      supports,
      fallen: walks.filter(({ fallen }) => fallen).map(({ e }) => e),
      disputes: of("disputes").filter(standing),
      noComments: of("no-comment").filter(standing),
    };
    return {
      ...judged,
      // Of a thousand claims on a page one is open.
      get why() {
        return certaintyWhy(judged, publisherOf);
      },
    };
  };
}

/** The certainty of one claim from its evidence. For many claims of one view take `judgeFor`. */
export const judge = (
  evidence: readonly Evidence[],
  graph: SourceGraph,
  knowledge: Knowledge,
): CertaintyJudgement => judgeFor(graph, knowledge)(evidence);
