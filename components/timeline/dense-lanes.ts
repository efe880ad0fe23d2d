import { ageWords } from "@/components/status/stale-tag";
import { html, type Markup } from "@/components/ui/markup";
import type { Id } from "@/domain/claims";
import type { DealLane, DeviceRef } from "@/domain/device-history";
import type { Status } from "@/domain/status";
import { CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { dealPath } from "@/formats/paths";
import { NARROW, WIDE } from "./axis";
import { byCountry } from "./lane-order";
import type { Scene } from "./scene";
import { placeOf, type Segment, type Span, segmentsOf, tagsAt } from "./segments";
import { CENTRE, placed } from "./shapes";
import { claimWords, counted, sinceLine } from "./words";

/** From this many lanes on. */
export const DENSE_FROM = 41;

/**
 * Hundreds of carriers: one line each, half as high. Statements, targets and words are left to the rows above, the list and
 * the open claim. Drawn as text, not as elements: a device at 400 carriers is there in a fraction of the time. Heights and
 * places across a line stand in dense-lanes.css; single quotes cost nothing where the text is sent a second time, as JSON.
 */
export const denseLanes = (lanes: readonly DealLane[], device: DeviceRef, scene: Scene): Markup =>
  html`${byCountry(lanes).map(
    ([country, own]) =>
      html`<h2 class='gh'>${countryName(country)}<i>${counted(own.length, "carrier")}</i></h2>${own.map((lane) => denseLane(lane, device, scene))}`,
  )}`;

/** Shapes are defined around the centre line of a full lane; that of a dense one lies at 12. */
const LIFT = 12 - CENTRE;

function denseLane(lane: DealLane, device: DeviceRef, scene: Scene): Markup {
  const { carrier, history } = lane;
  const segments = segmentsOf(history, scene.axis);
  const wide = tagsAt(segments, WIDE);
  const narrow = tagsAt(segments, NARROW);
  const isSelected = history.some((e) => e.claim.id === scene.selected);
  const bars = segments.map((segment, i) => bar(segment, [wide[i], narrow[i]], scene));
  return html`<div class='lane${isSelected && " selr"}'><a class='lb q' href='${dealPath(device.slug, carrier.slug, scene.query)}'>${carrier.name}</a><svg class='plot' role='group' aria-label='${carrier.name}'>${bars}</svg>${state(lane)}</div>`;
}

/** Relative to the page, which saves its path a thousand times. */
const hrefWithin = ({ hrefOf, path }: Scene, claim: Id): string => hrefOf(claim).slice(path.length);

type Tag = "start" | "before" | "none" | undefined;

function bar(segment: Segment, [wide, narrow]: [Tag, Tag], scene: Scene): Markup {
  const { entry, sure, rise, fall, about, lasts } = segment;
  const { id, status } = entry.claim;
  const use = (shape: string, x: number, when: "" | "only-w" | "only-p" = "") =>
    html`<use href='#${shape}-${status}' x='${x}%' y='${LIFT}'${when && html` class='${when}'`}/>`;
  const tag = (at: Tag, when: "" | "only-w" | "only-p" = "") =>
    at && at !== "none" && use(`tag-${at}`, sure.from, when);
  const days = (span: Span | null, slope: "" | "rise" | "fall" = "") =>
    span && span.to > span.from && block(status, span, slope);
  const ring = placed(placeOf(segment));
  return html`<a class='bar' href='${hrefWithin(scene, id)}'${id === scene.selected && html` aria-current='true'`}><title>${claimWords(entry)}</title>${days(rise, "rise")}${days(sure)}${days(fall, "fall")}${about && use("about", sure.from)}${lasts && use("end", 100)}<rect class='ring' x='${ring.x}' width='${ring.width}'/>${
    wide === narrow ? tag(wide) : html`${tag(wide, "only-w")}${tag(narrow, "only-p")}`
  }</a>`;
}

/** Days of a status: certain ones as a bar of its height, uncertain ones as a faded slope of the full one. */
function block(status: Status, span: Span, slope: "" | "rise" | "fall"): Markup {
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
