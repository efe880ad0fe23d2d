import Link from "next/link";
import { DealName } from "@/components/deal/deal-name";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import type { Id, SourceGraph } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { DealToday, Lead, Resting, SourcedListing, SourcedStatus } from "@/domain/source-page";
import { ATTRIBUTION_WORDS, STANCE_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { dealPath, devicePath, type Query, retailerPath, sourcePath } from "@/formats/paths";

type Common = { graph: SourceGraph; query: Query };

/** The claims that lead to a source: how, how certain with it and without, and what the deal is on the day. */
export function RestingTable({
  resting,
  deals,
  day,
  graph,
  query,
}: Common & {
  resting: readonly Resting<SourcedStatus>[];
  deals: ReadonlyMap<Id, DealToday>;
  /** "today" or "on 15 Jan 2018". */
  day: string;
}) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Deal</th>
          <th scope="col">Claim</th>
          <th scope="col">How it comes from here</th>
          <th scope="col">Certainty</th>
          <th scope="col">Without this source</th>
          <th scope="col">Status {day}</th>
        </tr>
      </thead>
      <tbody>
        {resting.map(({ claim, leads, effect }) => {
          const { device, carrier } = claim.deal;
          const path = dealPath(device.slug, carrier.slug, query);
          return (
            <tr key={claim.id}>
              <th scope="row">
                <DealName deal={claim.deal} query={query} />
              </th>
              <td>
                <Link className="q" prefetch={false} href={`${path}#c-${claim.id}`}>
                  <StatusWord status={claim.status} />
                </Link>
                <small>{dateWords(claim.effective)}</small>
              </td>
              <td data-label="From here">
                <Leads leads={leads} graph={graph} query={query} />
              </td>
              <Certainties effect={effect} />
              <td data-label={`Status ${day}`}>
                <Today today={deals.get(claim.dealId)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The listings that lead to a source, likewise. */
export function OffersTable({
  offers,
  graph,
  query,
}: Common & { offers: readonly Resting<SourcedListing>[] }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Device</th>
          <th scope="col">On sale</th>
          <th scope="col">How it comes from here</th>
          <th scope="col">Certainty</th>
          <th scope="col">Without this source</th>
        </tr>
      </thead>
      <tbody>
        {offers.map(({ claim, leads, effect }) => (
          <tr key={claim.id}>
            <th scope="row">
              <Link prefetch={false} href={devicePath(claim.device.slug, query)}>
                {claim.device.name}
              </Link>
              <small>
                at{" "}
                <Link className="q" prefetch={false} href={retailerPath(claim.retailer.slug, query)}>
                  {claim.retailer.name}
                </Link>
                , {countryName(claim.market)}
              </small>
            </th>
            <td>
              {dateWords(claim.from)}
              {claim.to && <small>until {dateWords(claim.to)}</small>}
            </td>
            <td data-label="From here">
              <Leads leads={leads} graph={graph} query={query} />
            </td>
            <Certainties effect={effect} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Certainties({ effect: { now, after, fall } }: { effect: Resting<unknown>["effect"] }) {
  return (
    <>
      <td>
        <CertaintyMeter certainty={now.certainty} disputed={now.disputed} />
      </td>
      <td data-label="Without it">
        {fall === "same" ? (
          <span className="dim3">the same</span>
        ) : fall === "alone" ? (
          <b>no support left</b>
        ) : (
          <CertaintyMeter certainty={after.certainty} disputed={after.disputed} />
        )}
      </td>
    </>
  );
}

function Today({ today }: { today: DealToday | undefined }) {
  if (!today) return <span className="dim3">none known</span>;
  return (
    <>
      <StatusWord status={today.status} unsure={!today.certain} />
      <small>
        <CertaintyMeter certainty={today.certainty} disputed={today.disputed} />
        {today.stale && <span className="tag">stale</span>}
      </small>
    </>
  );
}

const SHOWN = 3;

/** The source's own words first, then those who pass them on. */
function Leads({ leads, graph, query }: Common & { leads: readonly Lead[] }) {
  const own = leads.filter((l) => l.way === "own");
  const through = [...new Set(leads.filter((l) => l.way !== "own").map((l) => l.evidence.source))];
  const named = through.slice(0, through.length > SHOWN + 1 ? SHOWN : through.length);
  return (
    <>
      {own.map(({ evidence: { id, stance, attribution, speaker, quote } }) => (
        <div key={id}>
          {stance !== "supports" && <>{STANCE_WORDS[stance]} </>}
          <span className="tag" title={ATTRIBUTION_WORDS[attribution].meaning}>
            {ATTRIBUTION_WORDS[attribution].word}
          </span>
          {speaker && <span className="dim"> {speaker}</span>}
          {quote && <q className="said-words">{quote}</q>}
        </div>
      ))}
      {through.length > 0 && (
        <div className="dim">
          {own.length > 0 ? "and through " : "through "}
          {named.map((id, i) => {
            const source = graph.sources.get(id);
            return (
              <span key={id}>
                {i > 0 && ", "}
                {source ? (
                  <Link prefetch={false} href={sourcePath(source.slug, query)}>
                    {source.publisher}
                  </Link>
                ) : (
                  "a source that is not on record"
                )}
              </span>
            );
          })}
          {through.length > named.length && ` and ${through.length - named.length} more`}
        </div>
      )}
    </>
  );
}
