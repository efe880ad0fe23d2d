import type { ListOptions } from "@/components/lists/deals-page";
import { FilterForm, type Option, SelectFilter } from "@/components/lists/filter-form";
import { CHANGE_GROUPS, type ChangeGroup } from "@/domain/change-groups";
import { CARRIER_KINDS, CERTAINTIES, REASONS, STATUSES } from "@/domain/status";
import { CARRIER_KIND_WORDS, CERTAINTY_WORDS, REASON_WORDS, STATUS_WORDS } from "@/domain/words";
import { type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { countryName } from "@/formats/countries";
import { changesPath, merged, type Query } from "@/formats/paths";

type Props = { asked: ChangesQuery; query: Query; options: ListOptions };

const GROUP_WORDS: Readonly<Record<ChangeGroup, string>> = {
  manufacturer: "maker",
  carrier: "carrier",
  reason: "reason",
};
const SHOWN = ["manufacturer", "country", "carrier", "network", "status", "certainty", "reason", "group"];

/** What the list is narrowed to and grouped by. A GET form that keeps the two days and the view. */
export function ChangeFilters({ asked, query, options }: Props) {
  const { filter, group, period } = asked;
  const bare = printChangesQuery({ ...asked, filter: {}, group: null, page: 1 });
  const keep = printChangesQuery({ ...asked, page: 1 });
  for (const name of bare.keys()) keep.delete(name);
  const named = (list: ListOptions["manufacturers"]): Option[] =>
    list.map(({ slug, name }) => ({ value: slug, word: name }));
  const choice = (
    name: string,
    label: string,
    value: string | null | undefined,
    choices: readonly Option[],
    any = "all",
  ) => <SelectFilter name={name} label={label} any={any} value={value ?? null} options={choices} />;
  return (
    <FilterForm
      path={changesPath()}
      query={merged(query, bare)}
      keep={Object.fromEntries(keep)}
      shown={SHOWN}
      problems={[]}
    >
      {choice("manufacturer", "Manufacturer", filter.manufacturer, named(options.manufacturers))}
      {choice(
        "country",
        "Country",
        filter.country,
        options.countries.map((code) => ({ value: code, word: countryName(code) })),
      )}
      {choice(
        "carrier",
        "Carrier",
        filter.carrier,
        options.carriers.map((c) => ({ value: c.slug, word: `${c.name} (${c.country})` })),
      )}
      {choice(
        "network",
        "Network",
        filter.network,
        CARRIER_KINDS.map((kind) => ({ value: kind, word: CARRIER_KIND_WORDS[kind].word })),
      )}
      {choice(
        "status",
        "Status",
        filter.status,
        STATUSES.map((status) => ({ value: status, word: STATUS_WORDS[status].word })),
      )}
      {choice(
        "certainty",
        "Certainty",
        filter.certainty,
        CERTAINTIES.map((certainty) => ({ value: certainty, word: CERTAINTY_WORDS[certainty].word })),
      )}
      {choice(
        "reason",
        "Reason given",
        filter.reason,
        [
          ...REASONS.map((reason) => ({ value: reason, word: REASON_WORDS[reason] })),
          { value: "none", word: "none given" },
        ],
        "any",
      )}
      {period &&
        choice(
          "group",
          "Grouped by",
          group,
          CHANGE_GROUPS.map((by) => ({ value: by, word: GROUP_WORDS[by] })),
          "nothing",
        )}
    </FilterForm>
  );
}
