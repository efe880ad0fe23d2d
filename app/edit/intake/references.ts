import { intakeStanding } from "@/data/read/intake-standing";
import { resolve } from "@/data/read/resolve";
import type { ThingKind } from "@/domain/status";
import { type Candidate, unclear } from "@/formats/edit-state";
import type { Problem } from "@/formats/form-state";
import { type Desk, type Draft, fieldOf } from "@/intake/desk/draft";
import { decisionOf, deedOf } from "@/intake/desk/form-reader";
import { db } from "@/server/db";

type Values = Readonly<Record<string, string>>;
export type Found = {
  readonly refs: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, readonly Candidate[]>>;
  readonly problems: readonly Problem[];
  /** The form's values, with the version of the deal that each claim is made from. */
  readonly values: Values;
};

const FIELDS: readonly (readonly [string, ThingKind])[] = [
  ["device", "device"],
  ["carrier", "carrier"],
  ["retailer", "retailer"],
  ["manufacturer", "manufacturer"],
  ["new.device.manufacturer", "manufacturer"],
];

/** What the entries of the accepted proposals mean. What was left as it was proposed is known and not asked again. */
export async function references(desk: Desk, values: Values): Promise<Found> {
  const refs: Record<string, string> = {};
  const choices: Record<string, readonly Candidate[]> = {};
  const problems: Problem[] = [];
  const accepted = desk.drafts.filter(({ key }) => decisionOf({ values }, key) === "accept");
  for (const draft of accepted) {
    for (const question of draft.questions) {
      const field = fieldOf(draft.key, question.field);
      const answer = values[`${field}.ask`];
      if (answer && question.options.some(({ slug }) => slug === answer)) refs[field] = answer;
      else if (untouched(draft, question.field, values))
        problems.push({ field, message: `${question.says} Choose one.` });
    }
    for (const [name, kind] of FIELDS) {
      const field = fieldOf(draft.key, name);
      const entry = values[`${field}.choice`] ?? values[field]?.trim() ?? "";
      if (entry === "" || refs[field] || problems.some((p) => p.field === field)) continue;
      const kept = untouched(draft, name, values) ? /\(([a-z0-9-]+)\)$/.exec(entry)?.[1] : undefined;
      const resolution = kept
        ? { ok: true as const, slug: kept }
        : await resolve(db(), kind, entry.slice(0, 400));
      if (resolution.ok) refs[field] = resolution.slug;
      else {
        choices[field] = resolution.choices;
        problems.push({
          field,
          message: unclear(entry, resolution.choices, "say below that it is not on record yet"),
        });
      }
    }
  }
  return { refs, choices, problems, values: await withVersions(accepted, values, refs) };
}

const untouched = (draft: Draft, name: string, values: Values): boolean =>
  (values[fieldOf(draft.key, name)] ?? "") === (draft.fields[name] ?? "");

/**
 * A claim is made from the deal as it was shown. Where the editor named another device or carrier than was proposed, no deal
 * was shown: it is made from that deal as it stands now, and is a claim of its own.
 */
async function withVersions(
  accepted: readonly Draft[],
  values: Values,
  refs: Readonly<Record<string, string>>,
): Promise<Values> {
  const moved = accepted.flatMap((draft) => {
    const device = refs[fieldOf(draft.key, "device")];
    const carrier = refs[fieldOf(draft.key, "carrier")];
    const deed = deedOf({ values }, draft);
    const same = isIn(draft.fields.device, device) && isIn(draft.fields.carrier, carrier);
    return device && carrier && !same && (deed === "status" || deed === "evidence")
      ? [{ key: draft.key, device, carrier }]
      : [];
  });
  if (moved.length === 0) return values;
  const nothing = { shelves: [], brands: [], brandShelves: [], publishers: [] };
  const article = { url: null, publisher: null, title: null, from: "1970-01-01", to: "1970-01-01" };
  const { deals } = await intakeStanding(db(), { ...nothing, article, pairs: moved });
  const changed = moved.flatMap(({ key, device, carrier }) => {
    const deal = deals.find((one) => one.device === device && one.carrier === carrier);
    return [
      [fieldOf(key, "version"), String(deal?.version ?? 0)],
      [fieldOf(key, "deed"), "status"],
    ];
  });
  return { ...values, ...Object.fromEntries(changed) };
}

const isIn = (label: string | undefined, slug: string | undefined): boolean =>
  slug !== undefined && (label?.endsWith(`(${slug})`) ?? false);
