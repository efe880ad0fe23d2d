import type { ChangeFilter } from "@/domain/change-filter";
import { CHANGE_GROUPS, type ChangeGroup } from "@/domain/change-groups";
import { CHANGE_KINDS, type ChangeKind } from "@/domain/change-rows";
import { dayWords } from "@/domain/date-words";
import type { Axis } from "@/domain/difference";
import { type Day, dayOf, echo } from "@/domain/edtf";
import { CARRIER_KINDS, CERTAINTIES, REASONS, STATUSES } from "@/domain/status";
import type { Params } from "./view";

export const AXES: readonly Axis[] = ["published", "effective", "recorded"];

/** What the changes page was asked for. `period` null: the latest changes. */
export type ChangesQuery = {
  readonly period: { readonly from: Day; readonly to: Day } | null;
  /** The days as they were given, also where they cannot be compared: what was typed stays in its field. */
  readonly given: { readonly from: Day | null; readonly to: Day | null };
  readonly by: Axis;
  readonly filter: ChangeFilter;
  readonly group: ChangeGroup | null;
  /** Of a comparison only this kind, page by page; null: the report of all three. */
  readonly part: ChangeKind | null;
  /** Of the part, or of the latest changes. Counts from 1. */
  readonly page: number;
  /** The whole report on one page, also where it is long. */
  readonly all: boolean;
};

export type ChangesReading = { readonly query: ChangesQuery; readonly problems: readonly string[] };

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/**
 * The changes page's own parameters. Never fails: what cannot be read is said and counts as absent. One day alone is
 * compared with `today`.
 */
export function readChangesQuery(params: Params, today: Day): ChangesReading {
  const problems: string[] = [];
  const single = (name: string): string | null => {
    const value = params[name];
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value;
    problems.push(`"${name}" is given more than once. Give it once.`);
    return null;
  };
  const day = (name: "from" | "to"): Day | null => {
    const text = single(name);
    const read = text === null ? null : dayOf(text);
    if (text !== null && read === null)
      problems.push(`"${echo(text)}" is not a day of the record. Write a day as 2018-01-30.`);
    return read;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null => {
    const text = single(name);
    const read = known.find((value) => value === text) ?? null;
    if (text !== null && read === null)
      problems.push(`"${echo(text)}" is no ${name}. Choose one of ${known.join(", ")}.`);
    return read;
  };
  const matching = (name: string, form: RegExp): string | null => {
    const text = single(name);
    if (text !== null && !form.test(text)) {
      problems.push(`"${echo(text)}" is no ${name} on record, so it is left out.`);
      return null;
    }
    return text;
  };
  const [from, to] = [day("from"), day("to")];
  const page = matching("page", /^[1-9]\d{0,6}$/);
  const period = periodOf(from, to, today, problems);
  return {
    query: {
      period,
      given: period ?? { from, to },
      by: oneOf("by", AXES) ?? "published",
      filter: {
        manufacturer: matching("manufacturer", SLUG),
        carrier: matching("carrier", SLUG),
        country: matching("country", /^[A-Z]{2}$/),
        network: oneOf("network", CARRIER_KINDS),
        status: oneOf("status", STATUSES),
        certainty: oneOf("certainty", CERTAINTIES),
        reason: oneOf("reason", [...REASONS, "none"] as const),
      },
      group: oneOf("group", CHANGE_GROUPS),
      part: oneOf("part", CHANGE_KINDS),
      page: page === null ? 1 : Number(page),
      all: oneOf("all", ["yes"]) !== null,
    },
    problems,
  };
}

function periodOf(from: Day | null, to: Day | null, today: Day, problems: string[]): ChangesQuery["period"] {
  if (from === null && to === null) return null;
  if (from === null) {
    problems.push("From which day? Give the first day of the comparison too.");
    return null;
  }
  const end = to ?? today;
  if (from <= end) return { from, to: end };
  problems.push(`${dayWords(from)} comes after ${dayWords(end)}. Give the earlier day first.`);
  return null;
}

/** The parameters that lead back to this query; defaults are left out. `readChangesQuery(printChangesQuery(q))` is `q`. */
export function printChangesQuery({
  period,
  by,
  filter,
  group,
  part,
  page,
  all,
}: ChangesQuery): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => value && params.set(name, value);
  if (period) {
    set("from", period.from);
    set("to", period.to);
  }
  if (by !== "published") set("by", by);
  for (const name of [
    "manufacturer",
    "carrier",
    "country",
    "network",
    "status",
    "certainty",
    "reason",
  ] as const)
    set(name, filter[name]);
  set("group", group);
  set("part", part);
  if (page > 1) set("page", String(page));
  if (all) set("all", "yes");
  return params;
}
