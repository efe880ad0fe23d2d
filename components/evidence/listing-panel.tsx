import Link from "next/link";
import { listingOn } from "@/components/timeline/words";
import type { Listing } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import type { ListingEntry, RetailerLane } from "@/domain/device-history";
import { may } from "@/domain/permissions";
import { countryName } from "@/formats/countries";
import { editEntityPath, retailerPath } from "@/formats/paths";
import type { PanelProps } from "./claim-panel";
import { Opposition, Support } from "./evidence-list";
import { Provenance } from "./provenance";

const sayListing = (l: Listing): string =>
  `on sale from ${dateWords(l.from)}${l.to ? `, ended ${dateWords(l.to)}` : ""}`;

/** A retailer's listing opened from its bar. */
export function ListingPanel({
  lane,
  entry,
  ...props
}: PanelProps & { lane: RetailerLane; entry: ListingEntry }) {
  const { history, view, past, actor, query, closeHref } = props;
  const { listing, published, certainty } = entry;
  const judged = { judged: certainty, graph: history.graph, query };
  return (
    <aside className="panel" id="claim" tabIndex={-1} aria-labelledby="claim-title">
      <div>
        <div className="spread">
          <p className="cap">Listing, {countryName(lane.market)}</p>
          <Link className="btn s" prefetch={false} scroll={false} href={closeHref}>
            Close <kbd className="only-w">Esc</kbd>
          </Link>
        </div>
        <h2 id="claim-title">
          {lane.retailer.name}: {listingOn(entry, view.on)}
        </h2>
        {listing.note && <p className="dim">{listing.note}</p>}
        {may(actor, "record-claim") && !past && (
          <p className="btns verbs">
            <Link className="btn" prefetch={false} href={editEntityPath("listings", listing.id)}>
              Correct or end it
            </Link>
          </p>
        )}
      </div>
      <div>
        <dl className="kv">
          <dt>From</dt>
          <dd>
            <b>{dateWords(listing.from)}</b> <span className="mono dim3">{listing.from.text}</span>
          </dd>
          <dt>Until</dt>
          <dd>{listing.to ? dateWords(listing.to) : "no end known"}</dd>
          <dt>Published</dt>
          <dd>{dayWords(published)}</dd>
          <dt>Retailer</dt>
          <dd>
            <Link prefetch={false} href={retailerPath(lane.retailer.slug, query)}>
              {lane.retailer.name}
            </Link>
          </dd>
        </dl>
      </div>
      <Support {...judged} />
      <Opposition {...judged} />
      <div className="sm dim3">
        <Provenance
          claim={listing}
          claims={history.listings}
          record={view.record}
          seesRecorder={may(actor, "see-recorder")}
          say={sayListing}
        />
      </div>
    </aside>
  );
}
