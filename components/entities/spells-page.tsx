import Link from "next/link";
import { NumberLink } from "@/components/charts/number-link";
import { prefixOf } from "@/components/device/sentence";
import { type Option, SelectFilter } from "@/components/lists/filter-form";
import { ListFrame } from "@/components/lists/list-frame";
import { MakerFilter } from "@/components/lists/record-filters";
import { StatusLegend } from "@/components/status/status-legend";
import { counted } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import type { Named } from "@/domain/deal-rows";
import type { Day } from "@/domain/edtf";
import { type CarrierSpells, overOf } from "@/domain/spells";
import type { SpellReading } from "@/formats/lists";
import { carrierPath, merged, type Query, spellsPath } from "@/formats/paths";
import { SpellEnds } from "./spell-ends";
import { SpellTable } from "./spell-table";

type Props = {
  data: CarrierSpells;
  reading: SpellReading;
  makers: readonly Named[];
  query: Query;
};

const FORM = ["manufacturer", "lasted", "maylast"];
const YEAR = 12;

/** Whole years, and what the address asks for besides. */
function lengths(asked: number | null): Option[] {
  const years = Array.from({ length: 10 }, (_, i) => (i + 1) * YEAR);
  const all = asked === null || years.includes(asked) ? years : [...years, asked].sort((a, b) => a - b);
  return all.map((months) => ({
    value: String(months),
    word: `${months % YEAR === 0 ? counted(months / YEAR, "year") : counted(months, "month")} or longer`,
  }));
}

/** The list that the numbers of "How long devices stay" open: each span of being carried, and how it ended. */
export function SpellsPage({ data, reading, makers, query }: Props) {
  const { about, counts, rows, span } = data;
  const { filter } = reading;
  const asked = { path: spellsPath(about.slug), query, ...reading };
  return (
    <ListFrame
      asked={asked}
      list={data}
      words={["spell", "spells"]}
      shown={FORM}
      legend={<StatusLegend />}
      none={
        <>
          No sale is on record at {about.name} as the page looks at it.{" "}
          <Link prefetch={false} href={carrierPath(about.slug, query)}>
            See what else is known of {about.name}
          </Link>
          .
        </>
      }
      filters={
        <>
          <MakerFilter value={filter.manufacturer} of={makers} />
          <SelectFilter
            name="lasted"
            label="Surely lasted"
            any="any time"
            value={filter.lasted === null ? null : String(filter.lasted)}
            options={lengths(filter.lasted)}
          />
          <SelectFilter
            name="maylast"
            label="Perhaps lasted"
            any="any time"
            value={filter.maylast === null ? null : String(filter.maylast)}
            options={lengths(filter.maylast)}
          />
        </>
      }
    >
      <SpellEnds counts={counts} filter={filter} sorting={asked} />
      {span && <SpellTable rows={rows} carrier={about.slug} span={span} sorting={asked} />}
    </ListFrame>
  );
}

type LeadProps = Pick<Props, "data" | "reading" | "query"> & { view: View; today: Day };

/** How many spells there are, and what a spell is. */
export function SpellsLead({ data: { about, counts, total }, reading, query, view, today }: LeadProps) {
  const { state, became, ...others } = reading.keep;
  const open = (more: Readonly<Record<string, string>>) =>
    spellsPath(about.slug, merged(query, others, more));
  const narrowed = Object.keys(reading.keep).some((name) => name !== "sort");
  return (
    <>
      <b>
        {prefixOf(view, today)}
        {counted(total, "spell")} on sale at {about.name}
        {narrowed && (total === 1 ? " matches" : " match")}.
      </b>{" "}
      A spell is one span of being carried: a device that came back has two.{" "}
      {!(state || became) && (
        <>
          Of these <NumberLink n={overOf(counts)} href={open({ state: "over" })} /> ended; of{" "}
          <NumberLink n={counts.going} href={open({ state: "going" })} /> no end is known, and each counts as
          far as the last news of its deal.
        </>
      )}
    </>
  );
}
