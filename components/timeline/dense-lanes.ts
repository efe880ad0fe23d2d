import { ageWords } from "@/components/status/stale-tag";
import { html, type Markup } from "@/components/ui/markup";
import type { Id } from "@/domain/claims";
import type { DealLane, DeviceRef, RetailerLane } from "@/domain/device-history";
import type { Status } from "@/domain/status";
import { CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { dealPath, retailerPath } from "@/formats/paths";
import { NARROW, WIDE } from "./axis";
import { byCountry, byMarket } from "./lane-order";
import { listingWords, placesOf, retailerStateOn } from "./listings";
import type { Scene } from "./scene";
import { placeOf, type Segment, type Span, segmentsOf, tagsAt } from "./segments";
import { CENTRE, CENTRE_COMPACT, placed } from "./shapes";
import { claimWords, counted, sinceLine } from "./words";

/** From this many lanes on. */
export const DENSE_FROM = 41;

/**
 * Hundreds of carriers: one line each, half as high. Statements, targets and words are left to the rows above, the list and
 * the open claim. Drawn as text, not as elements: a device at 400 carriers is there in a fraction of the time. Heights and
 * places across a line stand in dense-lanes.css; single quotes cost nothing where the text is sent a second time, as JSON.
 */
export function* denseLanes(lanes: readonly DealLane[], device: DeviceRef, scene: Scene): Iterable<Markup> {
  for (const [country, own] of byCountry(lanes))
    yield html`<h2 class='gh'>${countryName(country)}<i>${counted(own.length, "carrier")}</i></h2>${own.map((lane) => denseLane(lane, device, scene))}`;
}

/** The retailers below them, as dense. */
export function* denseRetailers(lanes: readonly RetailerLane[], scene: Scene): Iterable<Markup> {
  for (const [market, own] of byMarket(lanes))
    yield html`<h2 class='gh'>Retailers, ${countryName(market)}<i>${own.length}, unlocked</i></h2>${own.map((lane) => retailerLane(lane, scene))}`;
}

/** Shapes are defined around the centre line of a full lane, or of a compact one; that of a dense one lies at 12. */
const LIFT = 12 - CENTRE;
const LIFT_COMPACT = 12 - CENTRE_COMPACT;

function denseLane(lane: DealLane, device: DeviceRef, scene: Scene): Markup {
  const { carrier, history } = lane;
  const segments = segmentsOf(history, scene.axis);
  const wide = tagsAt(segments, WIDE);
  const narrow = tagsAt(segments, NARROW);
  const isSelected = history.some((e) => e.claim.id === scene.selected);
  const bars = segments.map((segment, i) => bar(segment, [wide[i], narrow[i]], scene));
  return html`<div class='lane${isSelected && " selr"}'>${label(dealPath(device.slug, carrier.slug, scene.query), carrier.name)}<svg class='plot' role='group' aria-label='${carrier.name}'>${bars}</svg>${state(lane)}</div>`;
}

/** Relative to the page, which saves its path a thousand times. */
const hrefWithin = ({ hrefOf, path }: Scene, claim: Id): string => hrefOf(claim).slice(path.length);

function retailerLane(lane: RetailerLane, scene: Scene): Markup {
  const { retailer, entries } = lane;
  const isSelected = entries.some((e) => e.listing.id === scene.selected);
  const bars = entries.map(({ listing }) => {
    const { rise, sure, fall, place } = placesOf(listing, scene.axis);
    const shown = html`${days("listing", rise, "rise")}${days("listing", sure)}${days("listing", fall, "fall")}`;
    const open = !listing.to && html`<use href='#end-listing' x='100%' y='${LIFT_COMPACT}'/>`;
    return html`${link(listing.id, listingWords(listing), scene)}${shown}${open}${ring(place)}</a>`;
  });
  return html`<div class='lane${isSelected && " selr"}'>${label(retailerPath(retailer.slug, scene.query), retailer.name)}<svg class='plot' role='group' aria-label='${retailer.name}'>${bars}</svg><div class='stt'>${retailerStateOn(lane, scene.view.on)}</div></div>`;
}

/** Longer names are cut off beside the plot, and said whole on hover. */
const LONG_NAME = 16;
const label = (href: string, name: string): Markup =>
  html`<a class='lb q' href='${href}'${name.length > LONG_NAME && html` title='${name}'`}>${name}</a>`;

/** Opens a bar. */
const link = (id: Id, words: string, scene: Scene): Markup =>
  html`<a class='bar' href='${hrefWithin(scene, id)}'${id === scene.selected && html` aria-current='true'`}><title>${words}</title>`;

const ring = (place: Span): Markup => {
  const { x, width } = placed(place);
  return html`<rect class='ring' x='${x}' width='${width}'/>`;
};

type Tag = "start" | "before" | "none" | undefined;

function bar(segment: Segment, [wide, narrow]: [Tag, Tag], scene: Scene): Markup {
  const { entry, sure, rise, fall, about, lasts } = segment;
  const { id, status } = entry.claim;
  const use = (shape: string, x: number, when: "" | "only-w" | "only-p" = "") =>
    html`<use href='#${shape}-${status}' x='${x}%' y='${LIFT}'${when && html` class='${when}'`}/>`;
  const tag = (at: Tag, when: "" | "only-w" | "only-p" = "") =>
    at && at !== "none" && use(`tag-${at}`, sure.from, when);
  return html`${link(id, claimWords(entry), scene)}${days(status, rise, "rise")}${days(status, sure)}${days(status, fall, "fall")}${about && use("about", sure.from)}${lasts && use("end", 100)}${ring(placeOf(segment))}${
    wide === narrow ? tag(wide) : html`${tag(wide, "only-w")}${tag(narrow, "only-p")}`
  }</a>`;
}

/** Days of a status: certain ones as a bar of its height, uncertain ones as a faded slope of the full one. */
function days(
  status: Status | "listing",
  span: Span | null,
  slope: "" | "rise" | "fall" = "",
): Markup | false {
  if (!span || span.to <= span.from) return false;
  const { x, width } = placed(span);
  return html`<rect class='d-${status}${slope && ` slope ${slope}`}' x='${x}' width='${width}'/>`;
}

/** The status on the day looked at and how certain; since when is said on hover, and in the list. */
function state({ now, stale }: DealLane): Markup {
  if (!now) return html`<div class='stt dim3'>no status yet</div>`;
  const { letter, word } = STATUS_WORDS[now.status];
  const { certainty, disputed } = now.entry.certainty;
  const judged = CERTAINTY_WORDS[certainty].word + (disputed ? ", disputed" : "");
  const unsure = !now.certain && html`?<span class='sr-only'> (not certain on this day)</span>`;
  const age =
    stale?.stale &&
    html`<span class='tag' title='${stale.why}'><span class='sr-only'>stale, </span>${ageWords(stale.ageDays)}</span>`;
  return html`<div class='stt'><span class='st' title='${word} ${sinceLine(now.entry)}'><svg class='gl'><use href='#s-${now.status}'/></svg><b aria-hidden='true'>${letter}</b>${word}${unsure}</span><svg class='cm' role='img'><title>${judged}</title><use href='#c-${certainty}'/></svg>${disputed && html`<b aria-hidden='true'>!</b>`}${age}</div>`;
}
