import { SourceLink } from "@/components/evidence/evidence-list";
import { Said } from "@/components/evidence/said";
import type { Statement } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { DeviceHistory } from "@/domain/device-history";
import type { Query } from "@/formats/paths";

type Props = { statements: readonly Statement[]; history: DeviceHistory; query: Query };

/** Who said what, when, about whom, by which source; in time. */
export function StatementsTable({ statements, history, query }: Props) {
  const { lanes, device, graph } = history;
  const names = new Map([
    [device.manufacturer.slug, device.manufacturer.name],
    ...lanes.map(({ carrier }) => [carrier.slug, carrier.name] as const),
  ]);
  const carriers = new Map(lanes.map(({ carrier }) => [carrier.id, carrier.name]));
  const about = ({ about: { device: d, carrier } }: Statement): string =>
    [
      d === null ? device.manufacturer.name : "this device",
      ...(carrier ? [carriers.get(carrier) ?? "another carrier"] : []),
    ].join(" at ");
  const ordered = [...statements].sort((a, b) =>
    `${a.date.earliest} ${a.seq}` < `${b.date.earliest} ${b.seq}` ? -1 : 1,
  );
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Who</th>
          <th scope="col">Says</th>
          <th scope="col">About</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((s) => {
          const source = graph.sources.get(s.source);
          return (
            <tr key={s.id} id={`s-${s.id}`}>
              <td className="nw">{dateWords(s.date)}</td>
              <th scope="row">
                {s.speaker}
                <small>{names.get(s.org) ?? s.org}</small>
              </th>
              <td>
                <Said said={s} />
              </td>
              <td data-label="About">{about(s)}</td>
              <td data-label="Source">{source && <SourceLink source={source} query={query} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
