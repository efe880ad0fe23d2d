import Link from "next/link";
import type { ReactNode } from "react";
import { Hidden } from "@/components/shell/hidden";
import type { ListProblem } from "@/formats/list-query";
import { type Query, withQuery } from "@/formats/paths";

type Props = {
  path: string;
  /** The reader's view, kept. */
  query: Query;
  /** The filters and the sort of the address; what is no field of the form is kept as it is. */
  keep: Readonly<Record<string, string>>;
  /** Names of the fields that the form shows. */
  shown: readonly string[];
  problems: readonly ListProblem[];
  children: ReactNode;
};

/** The filters of a list: a GET form, so that the address holds them and it works without script. */
export function FilterForm({ path, query, keep, shown, problems, children }: Props) {
  const { sort, ...filters } = keep;
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => !shown.includes(name)));
  const sorted = sort ? { sort } : {};
  return (
    <form className="filters" action={path} method="get" aria-label="Filter the list">
      {children}
      <Hidden query={{ ...others, ...sorted }} />
      <Hidden query={query} />
      <button className="btn" type="submit">
        Filter
      </button>
      {Object.keys(filters).length > 0 && (
        <Link className="btn t" prefetch={false} href={withQuery(path, query, sorted)}>
          Show all
        </Link>
      )}
      {problems.map(({ param, message }) => (
        <p key={param} className="error" role="alert">
          {message}
        </p>
      ))}
    </form>
  );
}

export type Option = { readonly value: string; readonly word: string };

type SelectProps = {
  name: string;
  label: string;
  value: string | null;
  /** The word for no choice. */
  any: string;
  options: readonly Option[];
};

export function SelectFilter({ name, label, value, any, options }: SelectProps) {
  const missing = value !== null && !options.some((o) => o.value === value);
  return (
    <label className="fld">
      <span>{label}</span>
      {/* A new choice in the address begins the field anew, also where the page moves without a reload. */}
      <select key={value} name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {missing && <option value={value}>{value}</option>}
        {options.map(({ value: v, word }) => (
          <option key={v} value={v}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A name or a part of it. */
export function NameFilter({ value, label }: { value: string | null; label: string }) {
  return (
    <label className="fld">
      <span>{label}</span>
      <input type="search" name="q" maxLength={200} defaultValue={value ?? ""} />
    </label>
  );
}
