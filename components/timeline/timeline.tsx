import { Fragment } from "react";
import { Once } from "@/components/ui/once";
import type { Statement } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { DealLane, DeviceHistory } from "@/domain/device-history";
import { countryName } from "@/formats/countries";
import { DENSE_FROM, denseLanes, denseRetailers } from "./dense-lanes";
import { Backdrop } from "./grid";
import { Lane } from "./lane";
import { byCountry, byMarket } from "./lane-order";
import { Legend } from "./legend";
import { AxisRow, PolicyRow, RetailerRow, StatementsRow } from "./rows";
import type { Scene } from "./scene";
import { TimelineShapes } from "./shapes";
import { counted } from "./words";

type Props = { history: DeviceHistory; scene: Scene; statements: readonly Statement[] };

/** The swimlane: a lane a carrier by country, retailers below, policy actions across. Hundreds of lanes are drawn denser. */
export function Timeline({ history, scene, statements }: Props) {
  const { lanes, retailers, device } = history;
  const shown = lanes.filter((lane) => lane.history.length > 0 || isOpen(scene));
  const hidden = lanes.filter((lane) => !shown.includes(lane));
  const dense = shown.length >= DENSE_FROM;
  const above = dense ? [...statements, ...shown.flatMap((lane) => lane.statements)] : statements;
  const used = new Set(shown.flatMap((lane) => lane.history.map((e) => e.claim.status)));
  return (
    <>
      <TimelineShapes />
      <div className="sw" id="chart">
        <AxisRow scene={scene} />
        <PolicyRow scene={scene} />
        <StatementsRow scene={scene} statements={above} />
        {dense ? (
          <div className="dense">
            <Backdrop scene={scene} />
            <Once draw={() => denseLanes(shown, device, scene)} />
          </div>
        ) : (
          byCountry(shown).map(([country, own]) => (
            <Fragment key={country}>
              <h2 className="gh">
                {countryName(country)}
                <i>{counted(own.length, "carrier")}</i>
              </h2>
              {own.map((lane) => (
                <Lane key={lane.deal} lane={lane} device={device} scene={scene} />
              ))}
            </Fragment>
          ))
        )}
        {hidden.length > 0 && <p className="gh">{hiddenWords(hidden, scene)}</p>}
        {dense && retailers.length > 0 ? (
          <div className="dense">
            <Backdrop scene={scene} />
            <Once draw={() => denseRetailers(retailers, scene)} />
          </div>
        ) : (
          byMarket(retailers).map(([market, own]) => (
            <Fragment key={market}>
              <h2 className="gh">
                Retailers, {countryName(market)}
                <i>{own.length}, unlocked</i>
              </h2>
              {own.map((lane) => (
                <RetailerRow key={`${lane.retailer.id} ${market}`} lane={lane} scene={scene} />
              ))}
            </Fragment>
          ))
        )}
      </div>
      <Legend used={used} />
    </>
  );
}

/** The page shows all that is known: a deal without a status keeps its lane. */
const isOpen = ({ view }: Scene): boolean => view.known === null && view.record === null;

const MOST_NAMES = 20;

function hiddenWords(lanes: readonly DealLane[], { view }: Scene): string {
  const names = lanes.slice(0, MOST_NAMES).map((lane) => lane.carrier.name);
  if (lanes.length > MOST_NAMES) names.push(`and ${lanes.length - MOST_NAMES} more`);
  const [count, verb] = [counted(lanes.length, "carrier"), lanes.length === 1 ? "is" : "are"];
  const when = view.known ? `published by ${dayWords(view.known)}` : "in the record then";
  return `${count} with no claim ${when} ${verb} not shown: ${names.join(", ")}.`;
}
