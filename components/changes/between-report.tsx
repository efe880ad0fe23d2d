import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { CHANGE_KINDS, type ChangeKind, type ChangePart, type ChangesBetween } from "@/domain/change-rows";
import { rangeWords } from "@/domain/date-words";
import { addDays } from "@/domain/edtf";
import { type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { changesPath, merged, type Query } from "@/formats/paths";
import { ChangesTable } from "./changes-table";
import { GroupTable } from "./group-table";
import { isWhole, KIND_WORDS, partPath, reportPath, shownLines } from "./parts";

type Props = { found: ChangesBetween; asked: ChangesQuery; query: Query };

/** What differs between two days: three tables in a fixed order, never mixed; or one of them, page by page. */
export function BetweenReport({ found, asked, query }: Props) {
  const total = CHANGE_KINDS.reduce((n, kind) => n + found[kind].total, 0);
  if (total === 0) return <NothingChanged asked={asked} query={query} />;
  const kinds = asked.part ? [asked.part] : CHANGE_KINDS;
  return (
    <>
      {asked.part && (
        <p className="back">
          <Link prefetch={false} href={reportPath(asked, query)}>
            The whole report
          </Link>
        </p>
      )}
      {found.groups && asked.group && !asked.part && (
        <GroupTable groups={found.groups} by={asked.group} asked={asked} query={query} />
      )}
      {kinds.map((kind) => (
        <Section
          key={kind}
          id={kind}
          title={KIND_WORDS[kind].title}
          count={found[kind].total}
          note={KIND_WORDS[kind].note}
        >
          <Part kind={kind} part={found[kind]} asked={asked} query={query} />
        </Section>
      ))}
    </>
  );
}

export const hasFilter = ({ filter }: ChangesQuery): boolean => Object.values(filter).some((value) => value);

/** Why nothing differs, and what to do about it. */
function NothingChanged({ asked, query }: { asked: ChangesQuery; query: Query }) {
  const { period, by } = asked;
  const to = (more: Partial<ChangesQuery>, words: string) => (
    <Link prefetch={false} href={reportPath({ ...asked, ...more }, query)}>
      {words}
    </Link>
  );
  if (period && period.from === period.to) {
    const from = addDays(period.to, -1);
    return (
      <Empty>
        Both are the same day, and what is compared is the end of each. What changed on it is told from the
        day before: {to({ period: { from, to: period.to } }, `compare ${rangeWords(from, period.to)}`)}.
      </Empty>
    );
  }
  const narrowed = hasFilter(asked);
  return (
    <Empty>
      Nothing changed between these days{narrowed && ", as far as the list is narrowed to"}.{" "}
      {narrowed && <>{to({ filter: {} }, "Take the filters away")}, or choose</>}
      {!narrowed && "Choose"} a longer time
      {by !== "recorded" && <>, or compare {to({ by: "recorded" }, "by what was recorded here")}</>}.
    </Empty>
  );
}

type PartProps = { kind: ChangeKind; part: ChangePart; asked: ChangesQuery; query: Query };

function Part({ kind, part, asked, query }: PartProps) {
  if (part.total === 0) return <p className="dim">None.</p>;
  const { title } = KIND_WORDS[kind];
  return (
    <>
      {part.lines > part.total && (
        <p className="dim">
          {part.lines.toLocaleString("en-GB")} lines: a change with several reasons stands under each of them.
        </p>
      )}
      {part.groups.map(({ key, name, total, rows }) =>
        asked.group ? (
          <div key={key} className="group">
            <h3>
              {name} <span className="dim3">{total.toLocaleString("en-GB")}</span>
              {rows.length < total && (
                <span className="dim3">, {rows.length.toLocaleString("en-GB")} here</span>
              )}
            </h3>
            <ChangesTable rows={rows} query={query} label={`${title}: ${name}`} />
          </div>
        ) : (
          <ChangesTable key={key} rows={rows} query={query} label={title} />
        ),
      )}
      {asked.part ? (
        <Pager
          path={changesPath()}
          query={merged(query, printChangesQuery({ ...asked, page: 1, all: false }))}
          page={part.page}
          pages={part.pages}
        />
      ) : (
        !isWhole(part) && <Others kind={kind} part={part} asked={asked} query={query} />
      )}
    </>
  );
}

/** Where the lines are that the report does not show. On paper, how many are not on it. */
function Others({ kind, part, asked, query }: PartProps) {
  const count = (n: number) => n.toLocaleString("en-GB");
  return (
    <p className="rest-of">
      The first {count(shownLines(part))} of {count(part.lines)} lines.{" "}
      <span className="not-paper">
        <Link prefetch={false} href={partPath(asked, query, kind)}>
          All {count(part.lines)}, page by page
        </Link>
        {!asked.all && (
          <>
            {" "}
            ·{" "}
            <Link prefetch={false} href={reportPath(asked, query, true)}>
              the report on one page, to print
            </Link>
          </>
        )}
      </span>
    </p>
  );
}
