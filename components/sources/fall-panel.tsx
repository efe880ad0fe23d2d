import Link from "next/link";
import type { ReactNode } from "react";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import { counted } from "@/components/timeline/words";
import type { Id } from "@/domain/claims";
import { dateWords, instantWords } from "@/domain/date-words";
import {
  type DealToday,
  fallCounts,
  type Resting,
  type SourcedStatus,
  type SourceWeight,
} from "@/domain/source-page";
import { effectWords } from "@/domain/source-words";
import { dealPath, type Query } from "@/formats/paths";

type Props = {
  weight: SourceWeight;
  deals: ReadonlyMap<Id, DealToday>;
  query: Query;
  day: string;
  seesRecorder: boolean;
  hrefOf: (rests: "alone" | "weaker" | "same") => string;
};

const SHOWN = 3;

/** What would fall if the source were taken back: what rests on it alone, what gets less certain, what stays. */
export function FallPanel({ weight, deals, query, day, seesRecorder, hrefOf }: Props) {
  const { claims, offers, versions, retracted, source } = weight;
  const counts = fallCounts(claims);
  const of = (fall: "alone" | "weaker") => claims.filter((c) => c.effect.fall === fall);
  const offersFall = fallCounts(offers);
  const first = versions.at(-1);
  return (
    <aside className="panel" aria-labelledby="falls">
      <div>
        <h2 id="falls">What rests on this alone</h2>
        <p className="dim">
          {retracted
            ? "It was taken back: nothing gets support from it any more."
            : counts.alone + offersFall.alone === 0
              ? "Nothing. If it were taken back, no claim would lose its last support."
              : "If it were taken back, these would lose their last support at once."}
        </p>
      </div>
      {of("alone")
        .slice(0, SHOWN)
        .map((resting) => (
          <Alone
            key={resting.claim.id}
            resting={resting}
            today={deals.get(resting.claim.dealId)}
            day={day}
            query={query}
          />
        ))}
      {counts.alone > SHOWN && (
        <div>
          <Link prefetch={false} href={hrefOf("alone")}>
            All {counts.alone} claims that rest on it alone
          </Link>
        </div>
      )}
      {offersFall.alone > 0 && (
        <div>
          <a href="#listings">{counted(offersFall.alone, "listing")}</a> too.
        </div>
      )}
      <div>
        <h3>Less certain without it</h3>
        <Few
          resting={of("weaker")}
          query={query}
          more={
            <Link prefetch={false} href={hrefOf("weaker")}>
              All {counts.weaker}
            </Link>
          }
        />
      </div>
      <div>
        <h3>As certain without it</h3>
        {counts.same === 0 ? (
          <p>Nothing.</p>
        ) : (
          <p>
            <Link prefetch={false} href={hrefOf("same")}>
              {counted(counts.same, "claim")}
            </Link>{" "}
            {counts.same === 1 ? "rests" : "rest"} on others as well, or on an official word.
          </p>
        )}
      </div>
      {!retracted && (!source.seen || counts.alone > 0) && (
        <div>
          <h3>What would help</h3>
          {!source.seen && <p>Read the report and mark it as read.</p>}
          {counts.alone > 0 && (
            <p>Find a source that does not retell it: the carrier’s own pages, a filing, a dealer.</p>
          )}
        </div>
      )}
      {first && (
        <div className="sm dim3">
          <p>
            Put on record <time dateTime={first.at}>{instantWords(first.at)}</time>
            {seesRecorder && ` by ${first.by}`}.{" "}
            {versions.length === 1 ? (
              "Never edited."
            ) : (
              <a href="#history">Edited {versions.length === 2 ? "once" : `${versions.length - 1} times`}</a>
            )}
          </p>
        </div>
      )}
    </aside>
  );
}

type OneProps = { resting: Resting<SourcedStatus>; today: DealToday | undefined; day: string; query: Query };

/** A claim with the source and without. The status stays as recorded; only what supports it goes. */
function Alone({ resting: { claim, effect }, today, day, query }: OneProps) {
  const { device, carrier } = claim.deal;
  return (
    <div>
      <p>
        <Link prefetch={false} href={dealPath(device.slug, carrier.slug, query)}>
          <b>{device.name}</b> at {carrier.name}
        </Link>
      </p>
      <table className="loss">
        <thead>
          <tr>
            <td />
            <th scope="col">Now</th>
            <th scope="col">Taken back</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Claim</th>
            <td>
              <StatusWord status={claim.status} />
              <small>{dateWords(claim.effective)}</small>
            </td>
            <td>no support left</td>
          </tr>
          <tr>
            <th scope="row">Certainty</th>
            <td>
              <CertaintyMeter certainty={effect.now.certainty} />
            </td>
            <td>
              <CertaintyMeter certainty={effect.after.certainty} />
            </td>
          </tr>
          <tr>
            <th scope="row">Origins</th>
            <td>{effect.now.origins.length}</td>
            <td>{effect.after.origins.length}</td>
          </tr>
          <tr>
            <th scope="row">Status {day}</th>
            <td>{today ? <StatusWord status={today.status} unsure={!today.certain} /> : "none known"}</td>
            <td>
              {today ? <StatusWord status={today.status} unsure={!today.certain} /> : "none known"}
              {today?.claim === claim.id && <span className="tag">unsupported</span>}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Few({
  resting,
  query,
  more,
}: {
  resting: readonly Resting<SourcedStatus>[];
  query: Query;
  more: ReactNode;
}) {
  if (resting.length === 0) return <p>Nothing.</p>;
  return (
    <>
      <ul>
        {resting.slice(0, SHOWN).map(({ claim, effect }) => (
          <li key={claim.id}>
            <Link prefetch={false} href={dealPath(claim.deal.device.slug, claim.deal.carrier.slug, query)}>
              {claim.deal.device.name} at {claim.deal.carrier.name}
            </Link>
            <span className="dim">: {effectWords(effect)}</span>
          </li>
        ))}
      </ul>
      {resting.length > SHOWN && <p>{more}</p>}
    </>
  );
}
