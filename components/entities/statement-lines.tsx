import Link from "next/link";
import { Said as SaidCell } from "@/components/evidence/said";
import { Cut } from "@/components/ui/cut";
import { Section } from "@/components/ui/section";
import { dateWords } from "@/domain/date-words";
import type { Said } from "@/domain/entity-pages";
import { carrierPath, devicePath, type Query, sourcePath } from "@/formats/paths";

type Props = { said: Said; query: Query };

/** Who said what, about what, in which source; the latest first. */
export function StatementLines({ said: { statements, all }, query }: Props) {
  if (all === 0) return null;
  return (
    <Section id="statements" title="Statements" count={all}>
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
          {statements.map((s) => (
            <tr key={s.id} id={`s-${s.id}`}>
              <td className="nw">{dateWords(s.date)}</td>
              <th scope="row">
                {s.speaker}
                <small>{s.org}</small>
              </th>
              <td>
                <SaidCell said={s} />
              </td>
              <td data-label="About">
                {s.device && (
                  <Link prefetch={false} href={devicePath(s.device.slug, query)}>
                    {s.device.name}
                  </Link>
                )}
                {s.device && s.carrier && " at "}
                {s.carrier && (
                  <Link prefetch={false} href={carrierPath(s.carrier.slug, query)}>
                    {s.carrier.name}
                  </Link>
                )}
                {!s.device && !s.carrier && "the manufacturer"}
              </td>
              <td data-label="Source">
                <Link prefetch={false} href={sourcePath(s.source.slug, query)}>
                  {s.source.publisher}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Cut shown={statements.length} of={all} which="latest">
        Each one is also on the page of its source and, where it is about a device, of that device.
      </Cut>
    </Section>
  );
}
