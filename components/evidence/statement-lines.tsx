import Link from "next/link";
import { dateWords } from "@/domain/date-words";
import type { StatementLine } from "@/domain/source-page";
import {
  carrierPath,
  dealPath,
  devicePath,
  manufacturerPath,
  policyPath,
  type Query,
  sourcePath,
} from "@/formats/paths";
import { Said } from "./said";

type Props = {
  lines: readonly StatementLine[];
  query: Query;
  /** Leaves a column out where all its cells would say the same. */
  without: "source" | "about";
};

/** Who said what, when, about what, by which source; in time. */
export function StatementLines({ lines, query, without }: Props) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Who</th>
          <th scope="col">Says</th>
          {without === "source" ? <th scope="col">About</th> : <th scope="col">Source</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((s) => (
          <tr key={s.id} id={`s-${s.id}`}>
            <td>{dateWords(s.date)}</td>
            <th scope="row">
              {s.speaker}
              {s.org !== s.speaker && <small>{s.org}</small>}
            </th>
            <td className="headline">
              <Said said={s} />
            </td>
            {without === "source" ? (
              <td data-label="About">
                <About line={s} query={query} />
              </td>
            ) : (
              <td data-label="Source">
                <Link prefetch={false} href={sourcePath(s.source.slug, query)}>
                  {s.source.publisher}
                </Link>
                <span className="dim3">, {dateWords(s.source.published)}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a statement is about, each thing by its link: a deal where it names device and carrier. */
function About({ line: { about }, query }: { line: StatementLine; query: Query }) {
  const { device, carrier, manufacturer, policyAction } = about;
  const links =
    device && carrier
      ? [{ word: `${device.name} at ${carrier.name}`, href: dealPath(device.slug, carrier.slug, query) }]
      : [
          ...(device ? [{ word: device.name, href: devicePath(device.slug, query) }] : []),
          ...(carrier ? [{ word: carrier.name, href: carrierPath(carrier.slug, query) }] : []),
        ];
  if (manufacturer && !device)
    links.push({ word: manufacturer.name, href: manufacturerPath(manufacturer.slug, query) });
  if (policyAction) links.push({ word: policyAction.name, href: policyPath(policyAction.slug, query) });
  return links.map(({ word, href }) => (
    <div key={href}>
      <Link prefetch={false} href={href}>
        {word}
      </Link>
    </div>
  ));
}
