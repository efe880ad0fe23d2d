import Link from "next/link";
import { Tick } from "@/components/choose/tick";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import type { SearchGroup, SearchHit } from "@/domain/search-hits";
import { whyWords } from "@/domain/search-why";
import type { Choosing } from "@/formats/choice";
import type { Query } from "@/formats/paths";
import { hitPath } from "@/formats/search-query";

type Props = {
  group: SearchGroup;
  query: Query;
  /** Deals have a box to tick. */
  choosing: Choosing | null;
};

/** Hits of one kind: what it is, what tells it from others, and in which of its texts the search was found. */
export function HitTable({ group, query, choosing }: Props) {
  const ticked = group.kind === "deal" ? choosing : null;
  return (
    <table className={ticked ? "stack hits ticked" : "stack hits"}>
      <thead>
        <tr>
          {ticked && (
            <th scope="col" className="tick">
              Change
            </th>
          )}
          <th scope="col">{group.kind === "said" ? "Who" : "Name"}</th>
          <th scope="col">{group.kind === "deal" ? "Status on the day, and where" : "About it"}</th>
          <th scope="col">Found in</th>
        </tr>
      </thead>
      <tbody>
        {group.hits.map((hit) => (
          <tr key={`${hitPath(hit)} ${hit.name} ${hit.detail}`}>
            {ticked && (
              <td className="tick">
                <Tick
                  place={{ device: hit.slug ?? "", carrier: hit.carrier ?? "" }}
                  words={hit.name}
                  choosing={ticked}
                />
              </td>
            )}
            <th scope="row">
              <Link href={hitPath(hit, query)} prefetch={false}>
                {hit.name}
              </Link>
            </th>
            <td>{hit.kind === "deal" ? <DealFacts hit={hit} /> : hit.detail}</td>
            <td className="dim" data-label="Found in">
              {whyWords(hit.why)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DealFacts({ hit: { status, certainty, detail } }: { hit: SearchHit }) {
  return (
    <span className="facts">
      {status === null ? <span className="dim">no status on this day</span> : <StatusWord status={status} />}
      {certainty && <CertaintyMeter certainty={certainty} />}
      <span className="dim">{detail}</span>
    </span>
  );
}
