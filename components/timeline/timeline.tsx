import { Fragment } from "react";
import type { Statement } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { DealLane, DeviceHistory, RetailerLane } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";
import { countryName } from "@/formats/countries";
import { Lane } from "./lane";
import { Legend } from "./legend";
import { AxisRow, PolicyRow, RetailerRow, StatementsRow } from "./rows";
import type { Scene } from "./scene";
import { TimelineShapes } from "./shapes";
import { counted } from "./words";

type Props = { history: DeviceHistory; scene: Scene; statements: readonly Statement[] };

/** The swimlane: a lane a carrier by country, retailers below, policy actions across. */
export function Timeline({ history, scene, statements }: Props) {
  const { lanes, retailers, device } = history;
  const shown = lanes.filter((lane) => lane.history.length > 0 || isOpen(scene));
  const hidden = lanes.filter((lane) => !shown.includes(lane));
  const used = new Set(shown.flatMap((lane) => lane.history.map((e) => e.claim.status)));
  return (
    <>
      <TimelineShapes />
      <div className="sw" id="chart">
        <AxisRow scene={scene} />
        <PolicyRow scene={scene} />
        <StatementsRow scene={scene} statements={statements} />
        {byCountry(shown).map(([country, own]) => (
          <Fragment key={country}>
            <h2 className="gh">
              {countryName(country)}
              <i>{counted(own.length, "carrier")}</i>
            </h2>
            {own.map((lane) => (
              <Lane key={lane.deal} lane={lane} device={device} scene={scene} />
            ))}
          </Fragment>
        ))}
        {hidden.length > 0 && <p className="gh">{hiddenWords(hidden, scene)}</p>}
        {byMarket(retailers).map(([market, own]) => (
          <Fragment key={market}>
            <h2 className="gh">
              Retailers, {countryName(market)}
              <i>{own.length}, unlocked</i>
            </h2>
            {own.map((lane) => (
              <RetailerRow key={`${lane.retailer.id} ${market}`} lane={lane} scene={scene} />
            ))}
          </Fragment>
        ))}
      </div>
      <Legend used={used} />
    </>
  );
}

/** The page shows all that is known: a deal without a status keeps its lane. */
const isOpen = ({ view }: Scene): boolean => view.known === null && view.record === null;

function hiddenWords(lanes: readonly DealLane[], { view }: Scene): string {
  const names = lanes.map((lane) => lane.carrier.name).join(", ");
  const [count, verb] = [counted(lanes.length, "carrier"), lanes.length === 1 ? "is" : "are"];
  const when = view.known ? `published by ${dayWords(view.known)}` : "in the record then";
  return `${count} with no claim ${when} ${verb} not shown: ${names}.`;
}

/** Countries with the most carriers first, carriers by name. */
export function byCountry(lanes: readonly DealLane[]): [string, DealLane[]][] {
  const sorted = [...lanes].sort((a, b) => a.carrier.name.localeCompare(b.carrier.name, "en"));
  return [...grouped(sorted, (lane) => lane.carrier.country)].sort(
    ([a, own], [b, other]) => other.length - own.length || a.localeCompare(b, "en"),
  );
}

export function byMarket(lanes: readonly RetailerLane[]): [string, RetailerLane[]][] {
  const sorted = [...lanes].sort((a, b) => a.retailer.name.localeCompare(b.retailer.name, "en"));
  return [...grouped(sorted, (lane) => lane.market)].sort(([a], [b]) => a.localeCompare(b, "en"));
}
