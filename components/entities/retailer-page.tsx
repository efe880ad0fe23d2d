import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { NumberLink } from "@/components/charts/number-link";
import { prefixOf } from "@/components/device/sentence";
import { CiteSection } from "@/components/export/cite-section";
import { DeviceName } from "@/components/lists/device-name";
import { Facet } from "@/components/lists/facet";
import { SortHead } from "@/components/lists/sort-head";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { counted, listingOn } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import { addDays, type Day } from "@/domain/edtf";
import type { ListingLine, RetailerData } from "@/domain/entity-pages";
import { may } from "@/domain/permissions";
import { RETAILER_KIND_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { LISTING_STATE_WORDS } from "@/formats/filter-words";
import { LISTING_STATES, type ListingReading } from "@/formats/lists";
import { merged, newPath, type Query, retailerPath, retailersPath, withQuery } from "@/formats/paths";
import { aliasMeta } from "./about-meta";
import type { Rights } from "./entity-buttons";
import { EntityButtons } from "./entity-buttons";
import { SpanAxis, SpanBar } from "./span-bar";

const AFTER_LAST = 180;

type Props = {
  data: RetailerData;
  page: ChartPage;
  view: View;
  today: Day;
  query: Query;
  asked: ListingReading;
  rights: Rights;
};

const listingWords = ({ device, from, to }: ListingLine) =>
  `${device.name}: from ${dateWords(from)}${to ? ` until ${dateWords(to)}` : ", no end known"}`;

/** What a retailer lists, since when. */
export function RetailerPage({ data, page, view, today, query, asked, rights }: Props) {
  const { about, states, span, listings } = data;
  const { filter, sort, keep } = asked;
  const path = retailerPath(about.slug);
  const sorting = { path, query, keep, sort };
  // The axis ends soon after the last event, so that what begins then still has a bar.
  const axis = span && { from: span.from, to: addDays(span.to, AFTER_LAST) };
  const all = states.ahead + states.listed + states.ended;
  return (
    <>
      <PageHead
        title={about.name}
        crumbs={[{ word: "Retailers", href: retailersPath(query) }]}
        lead={
          <>
            <b>
              {prefixOf(view, today)}
              {states.listed === 0 ? (
                "nothing is on record as on sale here."
              ) : (
                <>
                  {about.name} lists{" "}
                  <Link prefetch={false} href={retailerPath(about.slug, merged(query, { state: "listed" }))}>
                    {counted(states.listed, "device")}
                  </Link>
                  .
                </>
              )}
            </b>{" "}
            {span && `The first listing on record is from ${dayWords(span.from)}. `}
            {states.ended > 0 && (
              <>
                Ended:{" "}
                <NumberLink
                  n={states.ended}
                  href={retailerPath(about.slug, merged(query, { state: "ended" }))}
                />
                .
              </>
            )}
          </>
        }
        meta={[
          [
            "Country",
            <Link key="c" prefetch={false} href={retailersPath(merged(query, { country: about.country }))}>
              {countryName(about.country)}
            </Link>,
          ],
          ["Kind", RETAILER_KIND_WORDS[about.kind]],
          ...aliasMeta(about.aliases, about.name),
        ]}
        actions={
          <>
            <EntityButtons kind="retailers" slug={about.slug} rights={{ ...rights }} />
            {!rights.past && may(rights.actor, "record-claim") && (
              <Link className="btn" prefetch={false} href={newPath("listings")}>
                New listing
              </Link>
            )}
          </>
        }
      />
      <div className="wrap">
        <Section id="listings" title="Listings" count={listings.total} note="devices sold unlocked">
          <nav aria-label="Narrow the list" className="narrow-by">
            <ul>
              {LISTING_STATES.filter((s) => states[s] > 0 || filter.state === s).map((state) => {
                const on = filter.state === state;
                return (
                  <Facet
                    key={state}
                    on={on}
                    href={withQuery(path, query, { ...keep, state: on ? null : state })}
                    n={states[state]}
                  >
                    {LISTING_STATE_WORDS[state]}
                  </Facet>
                );
              })}
            </ul>
          </nav>
          {listings.total === 0 || !axis ? (
            <Empty>
              {all === 0 ? "No listing is on record as the page looks at it." : "No listing matches."}{" "}
              <Link href={retailersPath(query)}>See all retailers</Link>.
            </Empty>
          ) : (
            <table className="stack list">
              <thead>
                <tr>
                  <SortHead sorting={sorting} by="device" word="Device" />
                  <th scope="col">Market</th>
                  <th scope="col">On this day</th>
                  <SortHead sorting={sorting} by="from" word="From" desc />
                  <th scope="col">Until</th>
                  <th scope="col" className="share">
                    <SpanAxis span={axis} />
                    <span className="sr-only">Over time</span>
                  </th>
                  <th scope="col">Certainty</th>
                </tr>
              </thead>
              <tbody>
                {listings.rows.map((listing) => (
                  <tr key={listing.id}>
                    <th scope="row">
                      <DeviceName device={listing.device} maker={listing.maker} query={query} />
                      {listing.note && <small className="dim3 note">{listing.note}</small>}
                    </th>
                    <td>{countryName(listing.market)}</td>
                    <td className="nw">{listingOn({ listing }, view.on)}</td>
                    <td className="nw" data-label="from">
                      {dateWords(listing.from)}
                    </td>
                    <td className="nw dim" data-label="until">
                      {listing.to ? dateWords(listing.to) : "no end known"}
                    </td>
                    <td className="share">
                      <SpanBar
                        label={listingWords(listing)}
                        kind="listed"
                        from={listing.from}
                        to={listing.to}
                        span={axis}
                      />
                    </td>
                    <td>
                      <CertaintyMeter
                        certainty={listing.certainty.certainty}
                        disputed={listing.certainty.disputed}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Pager path={path} query={merged(query, keep)} page={listings.page} pages={listings.pages} />
        </Section>
        {listings.rows.length > 0 && <CiteSection page={page} formats={["csv", "json"]} />}
      </div>
    </>
  );
}
