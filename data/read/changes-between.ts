import type { Db } from "@/data/db";
import type { ChangeFilter } from "@/domain/change-filter";
import { type ChangeGroup, inGroups, reasonName } from "@/domain/change-groups";
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangePart,
  type ChangeRow,
  type ChangesBetween,
  type GroupCount,
} from "@/domain/change-rows";
import type { Instant } from "@/domain/edtf";
import { pagesOf } from "@/domain/pages";
import type { Period } from "./change-candidates";
import { allDifferences, countedDifferences, type LineRow, namedDifferences } from "./counted-differences";
import { differenceRows } from "./difference-rows";

export type BetweenQuery = Period & {
  readonly filter: ChangeFilter;
  readonly group: ChangeGroup | null;
  /** Only the lines of this kind; null: of each. All are counted. */
  readonly part: ChangeKind | null;
  /** Lines of each kind, and which page of them: counts from 1; one past the end finds the last, which may hold some more. */
  readonly size: number;
  readonly page: number;
  /** Whether the reader may see who recorded what. */
  readonly recorder: boolean;
};

/**
 * What changed after the end of `from` up to the end of `to`: each kind counted over the whole record, and a page of it, oldest
 * first. Three queries: the database counts and finds the lines, the domain tells what stands in those that are shown.
 */
export async function changesBetween(db: Db, query: BetweenQuery): Promise<ChangesBetween> {
  const { counts, groups, lines } = await countedDifferences(db, query);
  const rows = await differenceRows(db, query, lines);
  const partOf = (kind: ChangeKind): ChangePart => {
    const { total = 0, lines: all = 0 } = counts.find((c) => c.kind === kind) ?? {};
    const pages = pagesOf(all, query.size);
    const shown = lines.flatMap((line, i) => {
      const row = rows[i];
      return line.kind === kind && row ? [{ ...placeOf(line, query.group), row }] : [];
    });
    return { groups: inGroups(shown), total, lines: all, page: Math.min(query.page, pages), pages };
  };
  const [world, corrected, evidence] = CHANGE_KINDS.map(partOf) as [ChangePart, ChangePart, ChangePart];
  return { world, corrected, evidence, groups: query.group && groups.map((g) => named(g, query.group)) };
}

const placeOf = ({ key, name, of }: LineRow, by: ChangeGroup | null) => named({ key, name, total: of }, by);

/** The database knows reasons by their keys, and none by an empty one. */
const named = <G extends Pick<GroupCount, "key" | "name">>(group: G, by: ChangeGroup | null): G => {
  const key = group.key || null;
  return { ...group, key, name: by === "reason" ? reasonName(key) : group.name };
};

/** What a file of all changes is asked for: of a comparison, whatever its pages are. */
export type EveryQuery = Omit<BetweenQuery, "group" | "size" | "page">;
export type KindRow = { readonly kind: ChangeKind; readonly row: ChangeRow };

/**
 * All changes of a comparison by kind, then oldest first: how many there are, and the first `limit` of them, `chunk` at a time as
 * they are asked for. What they say is told as at `record` (the instant of the last deed, by which the file is cited), whatever
 * is recorded meanwhile. Found in one query, then two and the names of their deals for each chunk.
 */
export async function everyChange(
  db: Db,
  query: EveryQuery,
  { limit, chunk, record }: { readonly limit: number; readonly chunk: number; readonly record: Instant },
): Promise<{ total: number; parts: AsyncIterable<readonly KindRow[]> }> {
  const { total, found } = await allDifferences(db, query, limit);
  const then = { ...query, view: { ...query.view, record } };
  async function* parts() {
    for (let at = 0; at < found.length; at += chunk) {
      const lines = await namedDifferences(db, found.slice(at, at + chunk));
      const rows = await differenceRows(db, then, lines);
      yield lines.flatMap(({ kind }, i) => {
        const row = rows[i];
        return row ? [{ kind, row }] : [];
      });
    }
  }
  return { total, parts: parts() };
}
