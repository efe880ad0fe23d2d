import { SourceLink } from "@/components/evidence/evidence-list";
import { SaidTable } from "@/components/evidence/said-table";
import type { Statement } from "@/domain/claims";
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
  const lines = ordered.map((s) => {
    const source = graph.sources.get(s.source);
    return {
      ...s,
      org: names.get(s.org) ?? s.org,
      about: about(s),
      source: source && <SourceLink source={source} query={query} />,
    };
  });
  return <SaidTable lines={lines} />;
}
