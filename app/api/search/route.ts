import { searchAnything } from "@/data/read/search-anything";
import { readSearch } from "@/domain/search-words";
import { type SearchAnswer, searchAnswer } from "@/formats/search-answer";
import { readSearchQuery } from "@/formats/search-query";
import { readView } from "@/formats/view";
import { atOnce } from "@/server/at-once";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { allowed, currentActor } from "@/server/session";

/** Of each kind, and in all. */
const HITS = 3;
const MOST = 12;
/** Of the ten database connections, so that typing leaves room for reading. */
const oneOfFew = atOnce(4);
const NOTHING: SearchAnswer = { groups: [], meant: null, total: 0 };

/** What a search finds while it is typed: `?q=mate+10` and the three times → `SearchAnswer`, at most a dozen hits. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "read")) {
    return refusal(actor.kind === "visitor" ? 401 : 403, "not-allowed", "Sign in to search the record.");
  }
  const { searchParams } = new URL(request.url);
  const several = [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)] as const);
  const params = Object.fromEntries(several.map(([name, all]) => [name, all.length > 1 ? all : all[0]]));
  const { query, problems } = readSearchQuery({ q: params.q });
  const { view, problems: times } = readView(params, now());
  const problem = problems[0] ?? times[0]?.message;
  if (problem) return refusal(422, "invalid", problem);
  if (readSearch(query.text).words.length === 0) return Response.json(NOTHING);
  const found = await oneOfFew(() =>
    recall(searchAnything, {
      text: query.text,
      view,
      filter: query.filter,
      kind: query.kind,
      page: 1,
      size: HITS,
    }),
  );
  if (found === null)
    return refusal(429, "busy", "Many search at once. Try again in a second.", { "Retry-After": "1" });
  return Response.json(searchAnswer(found, MOST));
}

const refusal = (status: number, code: string, message: string, headers?: Record<string, string>): Response =>
  Response.json({ error: { code, message } }, { status, ...(headers && { headers }) });
