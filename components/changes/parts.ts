import type { ChangeKind, ChangePart } from "@/domain/change-rows";
import { type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { changesPath, type Query, withQuery } from "@/formats/paths";

/** The three kinds of a comparison: what they are called, and what makes a change one of them. */
export const KIND_WORDS: Readonly<Record<ChangeKind, { readonly title: string; readonly note: string }>> = {
  world: { title: "The world changed", note: "A claim came: a status began, or became known." },
  corrected: {
    title: "We corrected",
    note: "The world did not move; what we had recorded was wrong or inexact.",
  },
  evidence: {
    title: "Only the evidence changed",
    note: "Status and dates stand; what they rest on differs.",
  },
};

/** How many lines of a part are on the page. */
export const shownLines = ({ groups }: ChangePart): number =>
  groups.reduce((n, { rows }) => n + rows.length, 0);

/** Whether all lines of a part are on the page. */
export const isWhole = (part: ChangePart): boolean => shownLines(part) === part.lines;

/** The address of the lines of one kind, page by page. */
export const partPath = (asked: ChangesQuery, query: Query, part: ChangeKind, page = 1): string =>
  withQuery(changesPath(), query, printChangesQuery({ ...asked, part, page, all: false }));

/** The address of the report of all three; `all`: on one page, however long. */
export const reportPath = (asked: ChangesQuery, query: Query, all = false): string =>
  withQuery(changesPath(), query, printChangesQuery({ ...asked, part: null, page: 1, all }));
