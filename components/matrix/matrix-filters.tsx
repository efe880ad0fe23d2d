import Form from "next/form";
import Link from "next/link";
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
      <Choice
        name="manufacturer"
        label="Makers"
        value={filter.manufacturer}
        options={matrix.manufacturers.map((m) => [m.slug, m.name])}
      />
      <Choice
        name="country"
        label="Country"
        value={filter.country}
        options={countries.map((c) => [c, countryName(c)])}
      />
      <Choice
        name="kind"
        label="Carriers"
        value={filter.kind}
        options={CARRIER_KINDS.map((k) => [k, CARRIER_KIND_WORDS[k].word])}
      />
      <Choice
        name="certainty"
        label="Certainty"
        value={filter.certainty}
        options={CERTAINTIES.map((c) => [c, CERTAINTY_WORDS[c].word])}
      />
      <Choice
        name="reason"
        label="Reason"
        value={filter.reason}
        options={REASONS.map((r) => [r, REASON_WORDS[r]])}
      />
      <Choice
        name="rows"
        label="Rows"
        value={filter.all ? "all" : null}
        none="with a deal"
        options={[["all", "all devices"]]}
      />
      <Choice
        name="sort"
        label="Sort"
        value={filter.sort === "change" ? "change" : null}
        none="maker, name"
        options={[["change", "last change"]]}
      />
      <Choice
        name="columns"
        label="Columns"
        value={filter.columns === 20 ? null : String(filter.columns)}
        none="20 carriers"
        options={[
          ["50", "50 carriers"],
          ["100", "100 carriers"],
        ]}
      />
      <button className="btn" type="submit">
        Show
      </button>
      {filtered && (
        <Link className="btn t" prefetch={false} href={matrixPath(query)}>
          Show everything
        </Link>
      )}
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  none?: string;
  options: readonly (readonly [string, string])[];
};

function Choice({ name, label, value, none = "all", options }: ChoiceProps) {
  return (
    <label className="fld">
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""} key={value}>
        <option value="">{none}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
