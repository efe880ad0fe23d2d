import { COMPARE_KINDS, type CompareKind, MOST_SUBJECTS } from "@/domain/compare";
import type { Params } from "./view";

/** What is compared, from the address: `?devices=a,b`, `?carriers=a,b` or `?manufacturers=a,b`. */
export type CompareQuery = {
  readonly by: CompareKind;
  /** Slugs in the order given, each once, at most six. */
  readonly slugs: readonly string[];
  /** Slugs that were too many. */
  readonly left: readonly string[];
  /** A name to add, as typed. */
  readonly add: string;
  readonly page: number;
};

/** Never fails: what is no slug is left out. */
export function readCompare(params: Params): CompareQuery {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value.slice(0, 1000) : "";
  };
  const by =
    COMPARE_KINDS.find((kind) => text(kind) !== "") ?? COMPARE_KINDS.find((kind) => kind === text("by"));
  const asked = by ? text(by).split(",") : [];
  const slugs = [...new Set(asked.map((s) => s.trim()).filter((s) => /^[a-z0-9-]{1,100}$/.test(s)))];
  return {
    by: by ?? "devices",
    slugs: slugs.slice(0, MOST_SUBJECTS),
    left: slugs.slice(MOST_SUBJECTS),
    add: text("add").trim().slice(0, 200),
    page: /^[1-9]\d{0,5}$/.test(text("page")) ? Number(text("page")) : 1,
  };
}

/** The parameters that lead back to this comparison. */
export const printCompare = ({
  by,
  slugs,
  page,
}: Pick<CompareQuery, "by" | "slugs"> & { page?: number }): Record<string, string> => ({
  ...(slugs.length > 0 ? { [by]: slugs.join(",") } : { by }),
  ...(page && page > 1 ? { page: String(page) } : {}),
});
