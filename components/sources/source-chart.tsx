import { type Chart, round } from "@/components/charts/chart";
import { counted } from "@/components/timeline/words";
import { dateWords } from "@/domain/date-words";
import type { Resting, SourcedListing, SourcedStatus, SourceWeight } from "@/domain/source-page";
import { sourceTitle } from "@/domain/source-words";
import { STATUS_WORDS } from "@/domain/words";
import { dateCells, dateColumns, type Table } from "@/formats/table";
import { type Box, type Column, webOf } from "./web";

const WIDTH = 1040;
const HEAD = 24;
const BOX = 44;
const STEP = 52;
const LINES = 56;
/** What fits into a line of a box, by its width in pixels. */
const lettersIn = (width: number): number => Math.floor((width - 20) / 6.4);

/** The web of a source as a picture of its own, and what rests on it as a table. */
export function sourceChart(weight: SourceWeight): Chart {
  const columns = webOf(weight);
  const most = Math.max(1, ...columns.map((c) => c.boxes.length));
  const claims = weight.claims.length + weight.offers.length;
  return {
    id: "web",
    title: `Who rests on ${weight.source.publisher}`,
    note: `“${sourceTitle(weight.source)}”: whom it rests on, who retells it, and what rests on it: ${counted(claims, "claim")}.`,
    table: restingTable(weight),
    href: () => null,
    widths: [WIDTH],
    draw: () => ({
      height: HEAD + STEP * most,
      content: columns.map((column, i) => (
        <WebColumn key={column.head} {...{ column, columns, most }} at={i} />
      )),
    }),
  };
}

/** A line a claim or listing: what would become of it without the source, and through which sources it comes. */
function restingTable({ claims, offers, graph }: SourceWeight): Table {
  const through = ({ leads }: Resting<SourcedStatus | SourcedListing>) =>
    [...new Set(leads.map((l) => graph.sources.get(l.evidence.source)?.slug ?? l.evidence.source))].join(" ");
  const judged = (resting: Resting<SourcedStatus | SourcedListing>) => [
    resting.effect.now.certainty,
    resting.effect.after.certainty,
    resting.effect.fall,
    through(resting),
  ];
  return {
    columns: [
      "claim",
      "device",
      "place",
      "kind",
      "device_name",
      "place_name",
      "status",
      ...dateColumns("from"),
      "certainty",
      "certainty_without_it",
      "rests",
      "through",
    ],
    rows: [
      ...claims.map((r) => {
        const { id, deal, status, effective } = r.claim;
        const { device, carrier } = deal;
        return [
          ...[id, device.slug, carrier.slug, "status", device.name, carrier.name, status],
          ...dateCells(effective),
          ...judged(r),
        ];
      }),
      ...offers.map((r) => {
        const { id, device, retailer, from } = r.claim;
        return [
          ...[id, device.slug, retailer.slug, "listing", device.name, retailer.name, null],
          ...dateCells(from),
          ...judged(r),
        ];
      }),
    ],
  };
}

type ColumnProps = { column: Column; columns: readonly Column[]; at: number; most: number };

function WebColumn({ column, columns, at, most }: ColumnProps) {
  const width = (WIDTH - LINES * (columns.length - 1)) / columns.length;
  const x = round(at * (width + LINES));
  const next = columns[at + 1];
  const top = ({ boxes }: Column, i: number) => HEAD + ((most - boxes.length) * STEP) / 2 + i * STEP;
  return (
    <g transform={`translate(${x} 0)`}>
      <text y="12" fill="var(--ink-3)">
        {column.head}
      </text>
      {column.boxes.map((box, i) => (
        <g key={keyOf(box)} transform={`translate(0 ${top(column, i)})`}>
          <WebBox box={box} width={width} />
        </g>
      ))}
      {next &&
        column.lines.map(([from, to]) => {
          const [y1, y2] = [top(column, from) + BOX / 2, top(next, to) + BOX / 2];
          const [x1, x2, half] = [round(width), round(width + LINES), round(width + LINES / 2)];
          return (
            <path
              key={`${from} ${to}`}
              d={`M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`}
              fill="none"
              stroke="var(--edge)"
            />
          );
        })}
    </g>
  );
}

function WebBox({ box, width }: { box: Box; width: number }) {
  const [first, second] = wordsOf(box);
  const here = box.is === "source" && box.here;
  const most = lettersIn(width);
  const fitting = (text: string) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return (
    <>
      <rect
        x=".5"
        y=".5"
        width={round(width - 1)}
        height={BOX - 1}
        rx="2"
        fill="var(--bg)"
        stroke={here ? "var(--ink)" : "var(--rule-2)"}
      />
      {box.is === "claim" && <use href={`#s-${box.claim.status}`} x="10" y="9" width="11" height="11" />}
      <text x={box.is === "claim" ? 27 : 10} y="19" fontSize="13" fontWeight="600" fill="var(--ink)">
        {fitting(first)}
      </text>
      <text x="10" y="35" fill="var(--ink-3)">
        {fitting(second)}
      </text>
    </>
  );
}

/** What stands in a box, in two lines. */
function wordsOf(box: Box): readonly [string, string] {
  switch (box.is) {
    case "source": {
      const { publisher, published, seen, retracted } = box.source;
      return [
        publisher,
        `${dateWords(published)}${seen ? "" : ", not read here"}${retracted ? ", taken back" : ""}`,
      ];
    }
    case "itself":
      return ["The source itself", "in its own words"];
    case "claim": {
      const { status, effective, deal } = box.claim;
      const { letter, word } = STATUS_WORDS[status];
      return [`${letter} ${word}, ${dateWords(effective)}`, `${deal.device.name} at ${deal.carrier.name}`];
    }
    case "listing": {
      const { device, retailer, from } = box.listing;
      return [`on sale, ${dateWords(from)}`, `${device.name} at ${retailer.name}`];
    }
    case "more":
      return [`and ${box.count} more`, "on the page"];
  }
}

export function keyOf(box: Box): string {
  if (box.is === "source") return box.source.id;
  if (box.is === "claim") return box.claim.id;
  return box.is === "listing" ? box.listing.id : box.is;
}
