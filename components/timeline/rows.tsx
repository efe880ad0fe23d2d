import Link from "next/link";
import type { Statement } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { RetailerLane } from "@/domain/device-history";
import { policyPath, retailerPath } from "@/formats/paths";
import { isWithin } from "./axis";
import { Grid, Veil } from "./grid";
import { LaneMarks } from "./lane-marks";
import { listingWords, placesOf, retailerStateOn } from "./listings";
import { Plot } from "./plot";
import type { Scene } from "./scene";
import { placed } from "./shapes";
import { dayHead } from "./words";

/** The rows of a chart that are no deal: axis, policy actions, statements, retailers. */

export function AxisRow({ scene }: { scene: Scene }) {
  return (
    <div className="lane axr">
      <div className="lb" />
      <div className="pl">
        <svg className="plot" height="24" aria-hidden="true">
          {scene.ticks.map(({ day, x, wide, narrow }) => {
            const text = (label: string | null, className: string) =>
              label && (
                <text x={`${x}%`} dx="4" y="17" className={className}>
                  {label}
                </text>
              );
            const look = /\d/.test(wide ?? narrow ?? "") ? "ax axy" : "ax";
            if (wide === narrow) return <g key={day}>{text(wide, look)}</g>;
            return (
              <g key={day}>
                {text(wide, `${look} only-w`)}
                {text(narrow, `${look} only-p`)}
              </g>
            );
          })}
          <Veil from={scene.veilFrom} />
        </svg>
      </div>
      <div className="stt">
        <b>{dayHead(scene.view.on, scene.today)}</b>
      </div>
    </div>
  );
}

const lineY = (line: 0 | 1): number => (line === 0 ? 7 : 27);

export function PolicyRow({ scene }: { scene: Scene }) {
  const { flags, query } = scene;
  if (flags.length === 0) return null;
  return (
    <>
      <div className="lane">
        <div className="lb">
          Policy actions
          <small>{flags.length} in this time</small>
        </div>
        <div className="pl">
          <Plot height={48} label={`Policy actions: ${flags.length}`}>
            <Grid scene={scene} />
            {flags.map(({ policy, x, line }) => {
              const words = `${policy.title}, ${dateWords(policy.date)}`;
              return (
                <Link
                  key={policy.id}
                  className="mark"
                  prefetch={false}
                  href={policyPath(policy.slug, query)}
                  aria-label={words}
                >
                  <title>{words}</title>
                  <use href="#flag" x={`${x}%`} y={lineY(line)} />
                </Link>
              );
            })}
            {/* Beside the links, not in them: their names say it in full. */}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an SVG group takes no focus */}
            <g aria-hidden="true" className="words">
              {flags.map(({ policy, number, x, line, label }) => (
                <g key={policy.id}>
                  <text x={`${x}%`} y={lineY(line) + 12} textAnchor="middle" className="fn">
                    {number}
                  </text>
                  {label && (
                    <text x={`${x}%`} dx="12" y={lineY(line) + 12} className="nt only-w">
                      {label}
                    </text>
                  )}
                </g>
              ))}
            </g>
            <Veil from={scene.veilFrom} />
          </Plot>
        </div>
        <div className="stt" />
      </div>
      <ol className="pol only-p">
        {flags.map(({ policy, number }) => (
          <li key={policy.id}>
            <b>{number}</b>
            <Link className="q" prefetch={false} href={policyPath(policy.slug, query)}>
              {policy.title}
            </Link>
            <span className="dim3">{dateWords(policy.date)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

export function StatementsRow({ scene, statements }: { scene: Scene; statements: readonly Statement[] }) {
  const shown = statements.filter((s) => isWithin(scene.axis, s.date));
  if (shown.length === 0) return null;
  return (
    <div className="lane">
      <div className="lb">
        Statements
        <small>{shown.length} in this time</small>
      </div>
      <div className="pl">
        <Plot height={44} label={`Statements: ${shown.length}`}>
          <Grid scene={scene} />
          <LaneMarks statements={shown} axis={scene.axis} y={14} />
          <Veil from={scene.veilFrom} />
        </Plot>
      </div>
      <div className="stt" />
    </div>
  );
}

export function RetailerRow({ lane, scene }: { lane: RetailerLane; scene: Scene }) {
  const { axis, view, query } = scene;
  const isSelected = lane.entries.some((e) => e.listing.id === scene.selected);
  return (
    <div className={isSelected ? "lane cmp selr" : "lane cmp"}>
      <div className="lb">
        <Link className="q" prefetch={false} href={retailerPath(lane.retailer.slug, query)}>
          {lane.retailer.name}
        </Link>
      </div>
      <div className="pl">
        <Plot height={28} label={lane.retailer.name}>
          <Grid scene={scene} />
          {lane.entries.map(({ listing }) => {
            const { rise, sure, fall, place } = placesOf(listing, axis);
            return (
              <Link
                key={listing.id}
                className="bar"
                href={scene.hrefOf(listing.id)}
                scroll={false}
                prefetch={false}
                aria-label={`${lane.retailer.name}: ${listingWords(listing)}`}
                aria-current={listing.id === scene.selected ? "true" : undefined}
              >
                <Slope {...rise} kind="rise" />
                <rect {...placed(sure)} y="10" height="8" fill="var(--st-listing)" />
                <Slope {...fall} kind="fall" />
                {!listing.to && <use href="#end-listing" x="100%" />}
                <rect {...placed(place)} y="2" height="24" className="ring" rx="3" />
              </Link>
            );
          })}
          <Veil from={scene.veilFrom} />
        </Plot>
      </div>
      <div className="stt">{retailerStateOn(lane, view.on)}</div>
    </div>
  );
}

function Slope({ from, to, kind }: { from: number; to: number; kind: "rise" | "fall" }) {
  if (to <= from) return null;
  return (
    <rect
      {...placed({ from, to })}
      y="10"
      height="8"
      fill="var(--st-listing)"
      opacity=".5"
      clipPath={`url(#clip-${kind})`}
    />
  );
}
