import { FALLS, type Fall } from "@/domain/resting";
import { readPage } from "./source-query";
import type { Params } from "./view";

/** Which of the claims that rest on a source are listed; nulls: all of them. */
export type RestsQuery = {
  readonly rests: Fall | null;
  /** Slug of another source: only what it passes on. */
  readonly through: string | null;
  /** Counts from 1. */
  readonly page: number;
};

/** Never fails: what cannot be read asks for all, from the first page. */
export function readRests(params: Params): RestsQuery {
  const { through } = params;
  return {
    rests: FALLS.find((fall) => fall === params.rests) ?? null,
    through: typeof through === "string" && /^[a-z0-9-]{1,100}$/.test(through) ? through : null,
    page: readPage(params),
  };
}

/** The parameters that lead back; defaults are left out. */
export function printRests({ rests, through, page }: RestsQuery): Record<string, string> {
  return { ...(rests && { rests }), ...(through && { through }), ...(page > 1 && { page: String(page) }) };
}
