import Link from "next/link";
import type { ChangeGroup } from "@/domain/change-groups";
import { CHANGE_KINDS, type GroupCount } from "@/domain/change-rows";
import type { ChangesQuery } from "@/formats/changes-query";
import type { Query } from "@/formats/paths";
import { KIND_WORDS, partPath, reportPath } from "./parts";

type Props = { groups: readonly GroupCount[]; by: ChangeGroup; asked: ChangesQuery; query: Query };

/** So many groups are named before the reader asks for the report on one page. */
const SHOWN = 20;

export const GROUP_WORDS: Readonly<Record<ChangeGroup, { readonly one: string; readonly many: string }>> = {
  manufacturer: { one: "Manufacturer", many: "manufacturers" },
  carrier: { one: "Carrier", many: "carriers" },
  reason: { one: "Reason given", many: "reasons" },
};

/** How many changes of each kind a manufacturer, carrier or reason has, the most first. Every number opens its lines. */
export function GroupTable({ groups, by, asked, query }: Props) {
  const { one, many } = GROUP_WORDS[by];
  const shown = asked.all ? groups : groups.slice(0, SHOWN);
  const only = (key: string | null): ChangesQuery => ({
    ...asked,
    group: null,
    filter: { ...asked.filter, [by]: key ?? "none" },
  });
  return (
    <section aria-label={`By ${one.toLowerCase()}`} className="groups">
      <table>
        <thead>
          <tr>
            <th scope="col">{one}</th>
            {CHANGE_KINDS.map((kind) => (
              <th key={kind} scope="col" className="num">
                {KIND_WORDS[kind].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, ...counts }) => (
            <tr key={key}>
              <th scope="row">
                <Link className="q" prefetch={false} href={reportPath(only(key), query)}>
                  {name}
                </Link>
              </th>
              {CHANGE_KINDS.map((kind) => (
                <td key={kind} className="num">
                  <Count
                    n={counts[kind]}
                    of={`${name}: ${KIND_WORDS[kind].title}`}
                    href={partPath(only(key), query, kind)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shown.length && (
        <p className="rest-of">
          The {SHOWN} with the most of {groups.length.toLocaleString("en-GB")} {many}.{" "}
          <Link className="not-paper" prefetch={false} href={reportPath(asked, query, true)}>
            All of them, with the report on one page
          </Link>
        </p>
      )}
    </section>
  );
}

function Count({ n, of, href }: { n: number; of: string; href: string }) {
  if (n === 0) return <span className="dim3">0</span>;
  return (
    <Link prefetch={false} href={href} aria-label={`${of}: ${n}`}>
      {n.toLocaleString("en-GB")}
    </Link>
  );
}
