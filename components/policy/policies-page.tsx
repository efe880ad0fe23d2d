import Link from "next/link";
import { NothingListed } from "@/components/lists/nothing-listed";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { dateWords } from "@/domain/date-words";
import type { PolicyList, PolicyListLine } from "@/domain/policy";
import { manufacturerPath, newPath, policiesPath, policyPath, type Query } from "@/formats/paths";

type Props = {
  list: PolicyList;
  query: Query;
  /** The page looks at another day or record than today's. */
  past: boolean;
  mayRecord: boolean;
};

/** What governments and regulators did, the latest first. */
export function PoliciesPage({ list, query, past, mayRecord }: Props) {
  const { lines, total, page, pages, issuers, named } = list;
  return (
    <>
      <PageHead
        title="Policy actions"
        lead={
          total > 0 && (
            <>
              <b>
                {counted(total, "law, order or letter", "laws, orders and letters")} by{" "}
                {counted(issuers, "issuer")}
              </b>
              , {total === 1 ? "which names" : "which name"} {counted(named, "manufacturer")}. A claim counts
              where its sources give the action as what is behind it.
            </>
          )
        }
        actions={
          mayRecord && (
            <Link className="btn" prefetch={false} href={newPath("policy")}>
              Add a policy action
            </Link>
          )
        }
      />
      <div className="wrap">
        {total === 0 && !past ? (
          <NothingListed word="policy action" words="policy actions" narrowed={false} all={policiesPath()} />
        ) : total === 0 ? (
          <Empty>
            No policy action was on record and had happened by then.{" "}
            <Link prefetch={false} href={policiesPath()}>
              See those of today
            </Link>
            .
          </Empty>
        ) : (
          <table className="stack">
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">What</th>
                <th scope="col">By whom</th>
                <th scope="col">Names</th>
                <th scope="col" className="num">
                  Claims
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row key={line.id} line={line} query={query} />
              ))}
            </tbody>
          </table>
        )}
        <Pager path={policiesPath()} query={query} page={page} pages={pages} />
      </div>
    </>
  );
}

function Row({ line, query }: { line: PolicyListLine; query: Query }) {
  const { slug, title, issuer, date, affects, claims } = line;
  return (
    <tr>
      <td className="nw">{dateWords(date)}</td>
      <td className="headline">
        <Link prefetch={false} href={policyPath(slug, query)}>
          {title}
        </Link>
      </td>
      <td>{issuer}</td>
      <td data-label="Names">
        {affects.length === 0 && <span className="dim3">no manufacturer</span>}
        {affects.map((maker, i) => (
          <span key={maker.slug}>
            {i > 0 && ", "}
            <Link className="q" prefetch={false} href={manufacturerPath(maker.slug, query)}>
              {maker.name}
            </Link>
          </span>
        ))}
      </td>
      <td className="num" data-label="Claims">
        {claims === 0 ? (
          <span className="dim3">0</span>
        ) : (
          <Link prefetch={false} href={`${policyPath(slug, query)}#claims`}>
            {claims}
          </Link>
        )}
      </td>
    </tr>
  );
}
