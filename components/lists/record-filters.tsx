import type { Named } from "@/domain/deal-rows";
import { CARRIER_KINDS, STATUSES } from "@/domain/status";
import { CARRIER_KIND_WORDS, STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { type Option, SelectFilter } from "./filter-form";

/** The filters that many lists share, each a choice of what is on record. */

type Placed = Named & { readonly country: string };
type Props<T> = { value: string | null; of: readonly T[]; label?: string; any?: string };

export const MakerFilter = ({ value, of, label = "Manufacturer", any = "all" }: Props<Named>) => (
  <SelectFilter
    name="manufacturer"
    label={label}
    any={any}
    value={value}
    options={of.map(({ slug, name }) => ({ value: slug, word: name }))}
  />
);

export const CarrierFilter = ({ value, of, label = "Carrier", any = "all" }: Props<Placed>) => (
  <SelectFilter
    name="carrier"
    label={label}
    any={any}
    value={value}
    options={of.map(({ slug, name, country }) => ({ value: slug, word: `${name} (${country})` }))}
  />
);

export const CountryFilter = ({ value, of }: { value: string | null; of: readonly string[] }) => (
  <SelectFilter
    name="country"
    label="Country"
    any="all"
    value={value}
    options={of.map((code) => ({ value: code, word: countryName(code) }))}
  />
);

export const StatusFilter = ({ value }: { value: string | null }) => (
  <SelectFilter
    name="status"
    label="With status"
    any="any or none"
    value={value}
    options={choices(STATUSES, (s) => STATUS_WORDS[s].word)}
  />
);

export const NetworkFilter = ({ value }: { value: string | null }) => (
  <SelectFilter
    name="network"
    label="Network"
    any="all"
    value={value}
    options={choices(CARRIER_KINDS, (k) => CARRIER_KIND_WORDS[k].word)}
  />
);

/** The values of a closed set, each with its word. */
export const choices = <T extends string>(values: readonly T[], wordOf: (value: T) => string): Option[] =>
  values.map((value) => ({ value, word: wordOf(value) }));
