import Link from "next/link";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords } from "@/domain/date-words";
import type { SourceWeight } from "@/domain/source-page";
import { sourceTitle } from "@/domain/source-words";
import { devicePath, type Query, sourcePath, withClaim } from "@/formats/paths";
import { keyOf } from "./source-chart";
import { type Box, type Column, webOf } from "./web";

/** A box and the space under it, and the width of the lines between two columns, in px (sources.css). */
const STEP = 56;
const BOX = 48;
const LINES = 48;

/** Whom the source rests on and who rests on it, as a picture. The lists below it say the same. */
export function SourceWeb({ weight, query }: { weight: SourceWeight; query: Query }) {
  const columns = webOf(weight);
  if (columns.length < 2) return null;
  const most = Math.max(...columns.map((c) => c.boxes.length));
  return (
    <div className="web">
      {columns.map((column, i) => {
        const next = columns[i + 1];
        return (
          <div key={column.head} className="web-part">
            <div className="web-col">
              <p className="cap">{column.head}</p>
              <ul className="web-boxes">
                {column.boxes.map((box) => (
                  <li key={keyOf(box)} className={classOf(box)}>
                    <BoxText box={box} query={query} />
                  </li>
                ))}
              </ul>
            </div>
            {next && <Lines from={column} to={next} most={most} />}
          </div>
        );
      })}
    </div>
  );
}

/** The source that the page is about has an edge of ink; one that nobody here has read a dashed one. */
function classOf(box: Box): string | undefined {
  if (box.is !== "source") return undefined;
  return [box.here && "here", !box.source.seen && "unread"].filter(Boolean).join(" ") || undefined;
}

function Lines({ from, to, most }: { from: Column; to: Column; most: number }) {
  const height = most * STEP - (STEP - BOX);
  const y = (column: Column, at: number) => ((most - column.boxes.length) * STEP) / 2 + at * STEP + BOX / 2;
  return (
    <svg className="web-lines" width={LINES} height={height} aria-hidden="true">
      {from.lines.map(([a, b]) => {
        const [y1, y2] = [y(from, a), y(to, b)];
        return <path key={`${a} ${b}`} d={`M0 ${y1}C${LINES / 2} ${y1} ${LINES / 2} ${y2} ${LINES} ${y2}`} />;
      })}
    </svg>
  );
}

function BoxText({ box, query }: { box: Box; query: Query }) {
  switch (box.is) {
    case "source": {
      const { source, here } = box;
      const text = (
        <>
          <b>{source.publisher}</b>
          <small>
            {dateWords(source.published)}
            {!source.seen && ", not read here"}
            {source.retracted && ", taken back"}
          </small>
        </>
      );
      return here ? (
        <span>{text}</span>
      ) : (
        <Link prefetch={false} href={sourcePath(source.slug, query)} title={sourceTitle(source)}>
          {text}
        </Link>
      );
    }
    case "itself":
      return (
        <span>
          <b>The source itself</b>
          <small>in its own words</small>
        </span>
      );
    case "claim": {
      const { deal, status, effective, id } = box.claim;
      return (
        <Link prefetch={false} href={devicePath(deal.device.slug, withClaim(query ?? undefined, id))}>
          <span className="line">
            <StatusWord status={status} />, {dateWords(effective)}
          </span>
          <small>
            {deal.device.name} at {deal.carrier.name}
          </small>
        </Link>
      );
    }
    case "listing": {
      const { device, retailer, from } = box.listing;
      return (
        <Link prefetch={false} href={devicePath(device.slug, query)}>
          <span className="line">on sale, {dateWords(from)}</span>
          <small>
            {device.name} at {retailer.name}
          </small>
        </Link>
      );
    }
    case "more":
      return (
        <a href={box.of === "claims" ? "#claims" : "#around"}>
          <span className="line">and {box.count} more</span>
          <small>in the list below</small>
        </a>
      );
  }
}
