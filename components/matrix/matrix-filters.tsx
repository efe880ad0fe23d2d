import Form from "next/form";
import Link from "next/link";
import { SelectFilter } from "@/components/lists/filter-form";
import { CountryFilter, choices, MakerFilter } from "@/components/lists/record-filters";
import { Hidden } from "@/components/shell/hidden";
import type { StatusMatrix } from "@/domain/matrix";
import { CARRIER_KINDS, CERTAINTIES, REASONS } from "@/domain/status";
import { CARRIER_KIND_WORDS, CERTAINTY_WORDS, REASON_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { type MatrixFilter, printMatrixFilter } from "@/formats/matrix-query";
import { matrixPath, type Query } from "@/formats/paths";

type Props = { filter: MatrixFilter; matrix: StatusMatrix; query: Query };

/** A form that works without script; what the legend filters stays. */
export function MatrixFilters({ filter, matrix, query }: Props) {
  const filtered =
    Object.keys(printMatrixFilter({ ...filter, page: 1, columnPage: 1, cell: null })).length > 0;
  const countries = [...matrix.countries].sort((a, b) => (countryName(a) < countryName(b) ? -1 : 1));
  return (
    <Form action={matrixPath()} scroll={false} className="filters" aria-label="What the table shows">
      <Hidden query={query} />
      <Hidden query={{ status: filter.status, mark: filter.mark }} />
      <MakerFilter value={filter.manufacturer} of={matrix.manufacturers} />
      <CountryFilter value={filter.country} of={countries} />
      <SelectFilter
        name="kind"
        label="Network"
        any="all"
        value={filter.kind}
        options={choices(CARRIER_KINDS, (k) => CARRIER_KIND_WORDS[k].word)}
      />
      <SelectFilter
        name="certainty"
        label="Certainty"
        any="all"
        value={filter.certainty}
        options={choices(CERTAINTIES, (c) => CERTAINTY_WORDS[c].word)}
      />
      <SelectFilter
        name="reason"
        label="Reason given"
        any="any"
        value={filter.reason}
        options={choices(REASONS, (r) => REASON_WORDS[r])}
      />
      <SelectFilter
        name="rows"
        label="Rows"
        any="with a deal"
        value={filter.all ? "all" : null}
        options={[{ value: "all", word: "all devices" }]}
      />
      <SelectFilter
        name="sort"
        label="Sort"
        any="maker, name"
        value={filter.sort === "change" ? "change" : null}
        options={[{ value: "change", word: "last change" }]}
      />
      <SelectFilter
        name="columns"
        label="Columns"
        any="20 carriers"
        value={filter.columns === 20 ? null : String(filter.columns)}
        options={["50", "100"].map((n) => ({ value: n, word: `${n} carriers` }))}
      />
      <button className="btn" type="submit">
        Filter
      </button>
      {filtered && (
        <Link className="btn t" prefetch={false} href={matrixPath(query)}>
          Show all
        </Link>
      )}
    </Form>
  );
}
