import Link from "next/link";
import { SourceLink } from "@/components/evidence/evidence-list";
import { strongestOf } from "@/components/evidence/origin-groups";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import { byCountry, byMarket } from "@/components/timeline/lane-order";
import { endWords } from "@/components/timeline/words";
import type { CertaintyJudgement } from "@/domain/certainty";
import type { Id, Source, SourceGraph } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { DealLane, DeviceRef, PolicyRef, RetailerLane } from "@/domain/device-history";
import type { HistoryEntry } from "@/domain/history";
import { ATTRIBUTION_WORDS, REASON_WORDS, SOURCE_KIND_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { dealPath, policyPath, type Query, retailerPath, sourcePath } from "@/formats/paths";

/** The chart as tables: the same claims, for reading aloud, for paper and for small screens. */

type Common = { graph: SourceGraph; query: Query; selected: Id | null; hrefOf: (claim: Id) => string };

/** A line of the list: a claim, and whether the line before is about the same carrier. */
export type ClaimLine = { readonly lane: DealLane; readonly entry: HistoryEntry; readonly again: boolean };

/** In the order of the chart. */
export const claimLines = (lanes: readonly DealLane[]): ClaimLine[] =>
  byCountry(lanes).flatMap(([, own]) =>
    own.flatMap((lane) => lane.history.map((entry, i) => ({ lane, entry, again: i > 0 }))),
  );

export function ClaimsTable({
  lines,
  device,
  ...common
}: Common & { lines: readonly ClaimLine[]; device: DeviceRef }) {
  const { query, selected, hrefOf } = common;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Carrier</th>
          <th scope="col">Status</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col">Reason</th>
          <th scope="col">Certainty</th>
          <th scope="col" className="num">
            Origins / articles
          </th>
          <th scope="col">Strongest evidence</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ lane: { carrier }, entry, again }, i) => (
          <tr key={entry.claim.id} className={entry.claim.id === selected ? "sel" : undefined}>
            <th scope="row" className={again && i > 0 ? "again" : undefined}>
              <Link className="q" prefetch={false} href={dealPath(device.slug, carrier.slug, query)}>
                {carrier.name}
              </Link>
            </th>
            <td>
              <Link className="q" prefetch={false} scroll={false} href={hrefOf(entry.claim.id)}>
                <StatusWord status={entry.claim.status} />
              </Link>
              {entry.claim.target && (
                <small>
                  for{" "}
                  {entry.claim.targetWords?.replace(/^(?:in|on|for) /i, "") ?? dateWords(entry.claim.target)}
                </small>
              )}
            </td>
            <td data-label="From">{dateWords(entry.from)}</td>
            <td data-label="Until" className="dim">
              {endWords(entry)}
            </td>
            <td data-label="Reason">{entry.claim.reasons.map((r) => REASON_WORDS[r]).join(", ")}</td>
            <Judged certainty={entry.certainty} {...common} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Certainty, origins and articles, strongest evidence: three cells. */
function Judged({ certainty, graph, query }: Common & { certainty: CertaintyJudgement }) {
  const strongest = strongestOf(certainty);
  const source = strongest && graph.sources.get(strongest.source);
  return (
    <>
      <td>
        <CertaintyMeter certainty={certainty.certainty} disputed={certainty.disputed} />
      </td>
      <td className="num nw" data-label="Origins / articles">
        {certainty.origins.length} <span className="dim3">/ {certainty.articles}</span>
      </td>
      <td data-label="Strongest evidence">
        {strongest && source ? (
          <>
            <Link prefetch={false} href={sourcePath(source.slug, query)}>
              {source.publisher}
            </Link>{" "}
            <span className="dim3">{ATTRIBUTION_WORDS[strongest.attribution].word}</span>
          </>
        ) : (
          "none stands"
        )}
      </td>
    </>
  );
}

export function ListingsTable({ lanes, ...common }: Common & { lanes: readonly RetailerLane[] }) {
  const { query, selected, hrefOf } = common;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Retailer</th>
          <th scope="col">Market</th>
          <th scope="col">On sale from</th>
          <th scope="col">Until</th>
          <th scope="col">Certainty</th>
          <th scope="col" className="num">
            Origins / articles
          </th>
          <th scope="col">Strongest evidence</th>
        </tr>
      </thead>
      <tbody>
        {byMarket(lanes).flatMap(([market, own]) =>
          own.flatMap(({ retailer, entries }) =>
            entries.map(({ listing, certainty }) => (
              <tr key={listing.id} className={listing.id === selected ? "sel" : undefined}>
                <th scope="row">
                  <Link className="q" prefetch={false} href={retailerPath(retailer.slug, query)}>
                    {retailer.name}
                  </Link>
                </th>
                <td data-label="Market">{countryName(market)}</td>
                <td data-label="From">
                  <Link prefetch={false} scroll={false} href={hrefOf(listing.id)}>
                    {dateWords(listing.from)}
                  </Link>
                </td>
                <td data-label="Until" className="dim">
                  {listing.to ? dateWords(listing.to) : "no end known"}
                </td>
                <Judged certainty={certainty} {...common} />
              </tr>
            )),
          ),
        )}
      </tbody>
    </table>
  );
}

export function PoliciesTable({
  policies,
  query,
}: {
  policies: readonly { policy: PolicyRef; number: number }[];
  query: Query;
}) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">By whom</th>
        </tr>
      </thead>
      <tbody>
        {policies.map(({ policy, number }) => (
          <tr key={policy.id}>
            <td>{number}</td>
            <td className="nw">{dateWords(policy.date)}</td>
            <td>
              <Link prefetch={false} href={policyPath(policy.slug, query)}>
                {policy.title}
              </Link>
            </td>
            <td>{policy.issuer}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SourcesTable({ sources, query }: { sources: readonly Source[]; query: Query }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Title</th>
          <th scope="col">Kind</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <td className="nw">
              <SourceLink source={source} query={query} />
            </td>
            <td>
              {source.title ?? <span className="dim3">title not known</span>}{" "}
              {!source.seen && <span className="tag">nobody here has read it</span>}
              {source.retracted && <span className="tag">taken back</span>}
            </td>
            <td className="nw">{SOURCE_KIND_WORDS[source.kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
