import Link from "next/link";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { type ChangeGroup, groupRows } from "@/domain/change-groups";
import type { ChangeRow, ChangesBetween } from "@/domain/change-rows";
import { type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { changesPath, type Query, withQuery } from "@/formats/paths";
import { ChangesTable } from "./changes-table";

/** So many lines of a kind are shown before the reader asks for the rest. */
const SHOWN = 50;

const KINDS = [
  ["world", "The world changed", "A claim came: a status began, or became known."],
  ["corrected", "We corrected", "The world did not move; what we had recorded was wrong or inexact."],
  ["evidence", "Only the evidence changed", "Status and dates stand; what they rest on differs."],
] as const;

type Props = { found: ChangesBetween; asked: ChangesQuery; query: Query };

/** What differs between two days: three tables in a fixed order, never mixed. */
export function BetweenReport({ found, asked, query }: Props) {
  const total = KINDS.reduce((n, [kind]) => n + found[kind].length, 0);
  return (
    <>
      {found.left > 0 && (
        <p className="warn" role="note">
          <b>{counted(found.left, "more deal")}</b> may have changed in this time. Narrow the list to see all
          of them: those recorded last are shown.
        </p>
      )}
      {total === 0 && (
        <Empty>
          Nothing changed between these days{hasFilter(asked) && ", as far as the list is narrowed to"}.
          Choose a longer time, or compare by what was recorded.
        </Empty>
      )}
      {total > 0 &&
        KINDS.map(([kind, title, note]) => (
          <Section key={kind} id={kind} title={title} count={found[kind].length} note={note}>
            <Kind rows={found[kind]} title={title} asked={asked} query={query} />
          </Section>
        ))}
    </>
  );
}

export const hasFilter = ({ filter }: ChangesQuery): boolean => Object.values(filter).some((value) => value);

function Kind({
  rows,
  title,
  asked,
  query,
}: {
  rows: readonly ChangeRow[];
  title: string;
  asked: ChangesQuery;
  query: Query;
}) {
  if (rows.length === 0) return <p className="dim">None.</p>;
  const shown = asked.all ? rows : rows.slice(0, SHOWN);
  const more = rows.length - shown.length;
  return (
    <>
      {asked.group ? (
        <Groups rows={shown} by={asked.group} title={title} query={query} />
      ) : (
        <ChangesTable rows={shown} query={query} label={title} />
      )}
      {more > 0 && (
        <p className="more">
          <Link
            prefetch={false}
            href={withQuery(changesPath(), query, printChangesQuery({ ...asked, all: true }))}
          >
            Show the other {more.toLocaleString("en-GB")}
          </Link>
        </p>
      )}
    </>
  );
}

function Groups({
  rows,
  by,
  title,
  query,
}: {
  rows: readonly ChangeRow[];
  by: ChangeGroup;
  title: string;
  query: Query;
}) {
  return groupRows(rows, by).map((group) => (
    <div key={group.key} className="group">
      <h3>
        {group.name} <span className="dim3">{group.rows.length}</span>
      </h3>
      <ChangesTable rows={group.rows} query={query} label={`${title}: ${group.name}`} />
    </div>
  ));
}
