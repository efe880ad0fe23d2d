import Link from "next/link";
import { SaidTable } from "@/components/evidence/said-table";
import { Cut } from "@/components/ui/cut";
import { Section } from "@/components/ui/section";
import type { Said, StatementLine } from "@/domain/entity-pages";
import { carrierPath, devicePath, type Query, sourcePath } from "@/formats/paths";

type Props = { said: Said; query: Query };

/** What was said of a carrier or a manufacturer, the latest first. */
export function SaidSection({ said: { statements, all }, query }: Props) {
  if (all === 0) return null;
  const lines = statements.map(({ source, ...s }) => ({
    ...s,
    about: <About line={s} query={query} />,
    source: (
      <Link prefetch={false} href={sourcePath(source.slug, query)}>
        {source.publisher}
      </Link>
    ),
  }));
  return (
    <Section id="statements" title="Statements" count={all}>
      <SaidTable lines={lines} />
      <Cut shown={statements.length} of={all} which="latest">
        Each one is also on the page of its source and, where it is about a device, of that device.
      </Cut>
    </Section>
  );
}

type AboutProps = { line: Pick<StatementLine, "device" | "carrier">; query: Query };

function About({ line: { device, carrier }, query }: AboutProps) {
  return (
    <>
      {device && (
        <Link prefetch={false} href={devicePath(device.slug, query)}>
          {device.name}
        </Link>
      )}
      {device && carrier && " at "}
      {carrier && (
        <Link prefetch={false} href={carrierPath(carrier.slug, query)}>
          {carrier.name}
        </Link>
      )}
      {!device && !carrier && "the manufacturer"}
    </>
  );
}
