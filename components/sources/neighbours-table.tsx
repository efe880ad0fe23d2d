import Link from "next/link";
import { dateWords } from "@/domain/date-words";
import type { Neighbour } from "@/domain/source-page";
import { sourceTitle } from "@/domain/source-words";
import { type Query, sourcePath } from "@/formats/paths";
import { SourceTags } from "./source-table";

type Props = {
  neighbours: readonly Neighbour[];
  query: Query;
  /** They rest on the page's source, or it rests on them. */
  side: "upstream" | "downstream";
  /** Where the claims that one passes on are listed. */
  claimsOf?: (slug: string) => string;
};

/** The sources around one, as a list: those that it rests on, or those that retell it and for how many claims here. */
export function NeighboursTable({ neighbours, query, side, claimsOf }: Props) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Publisher</th>
          <th scope="col">Published</th>
          <th scope="col">How</th>
          {side === "downstream" && (
            <th scope="col" className="num">
              Claims it passes on
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {neighbours.map(({ source, direct, claims }) => (
          <tr key={source.id}>
            <td className="headline">
              <Link prefetch={false} href={sourcePath(source.slug, query)}>
                {sourceTitle(source)}
              </Link>{" "}
              <SourceTags source={source} />
            </td>
            <td>{source.publisher}</td>
            <td className="nw">{dateWords(source.published)}</td>
            <td className="dim nw">{howWords(side, direct)}</td>
            {side === "downstream" && (
              <td className="num" data-label="Claims it passes on">
                {claims > 0 && claimsOf ? (
                  <Link prefetch={false} href={claimsOf(source.slug)}>
                    {claims}
                  </Link>
                ) : (
                  <span className="dim3">{claims}</span>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function howWords(side: Props["side"], direct: boolean): string {
  if (side === "upstream") return direct ? "it rests on this" : "this rests on that in turn";
  return direct ? "retells it" : "retells a retelling";
}
