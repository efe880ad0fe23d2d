import Link from "next/link";
import { StatusWord } from "@/components/status/status-mark";
import {
  ALL_AROUND,
  type AroundFilter,
  changesOf,
  type PolicyDetail,
  type Side,
  WHOS,
} from "@/domain/policy";
import { STATUSES } from "@/domain/status";
import { WHO_WORDS } from "./around-chart";

type Props = {
  policy: PolicyDetail;
  /** The list of the changes that a number counts. */
  hrefOf: (filter: AroundFilter) => string;
};

export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  before: "before",
  after: "from that day on",
  either: "before or after",
};

/** New statuses before and after, at those whom the action names and beside them at all others. Numbers open their list. */
export function AroundTable({ policy, hrefOf }: Props) {
  const { counts } = policy.around;
  const used = STATUSES.filter((status) => changesOf(counts, { status }) > 0);
  const sides: Side[] =
    changesOf(counts, { side: "either" }) > 0 ? ["before", "either", "after"] : ["before", "after"];
  const number = (narrowed: Partial<AroundFilter>) => {
    const filter = { ...ALL_AROUND, ...narrowed };
    const n = changesOf(counts, filter);
    return n === 0 ? (
      <span className="dim3">0</span>
    ) : (
      <Link prefetch={false} scroll={false} href={hrefOf(filter)}>
        {n.toLocaleString("en-GB")}
      </Link>
    );
  };
  return (
    <div className="tw">
      <table className="around">
        <caption className="sr-only">
          Status changes by new status, before the action and from its day on
        </caption>
        <thead>
          <tr>
            <td />
            {WHOS.map((who) => (
              <th key={who} scope="colgroup" colSpan={sides.length} className="num">
                {WHO_WORDS[who]}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">Became</th>
            {WHOS.flatMap((who) =>
              sides.map((side) => (
                <th key={`${who} ${side}`} scope="col" className="num">
                  {SIDE_WORDS[side]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {used.map((status) => (
            <tr key={status}>
              <th scope="row">
                <StatusWord status={status} />
              </th>
              {WHOS.flatMap((who) =>
                sides.map((side) => (
                  <td key={`${who} ${side}`} className="num">
                    {number({ who, side, status })}
                  </td>
                )),
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">All changes</th>
            {WHOS.flatMap((who) =>
              sides.map((side) => (
                <td key={`${who} ${side}`} className="num">
                  {number({ who, side })}
                </td>
              )),
            )}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
