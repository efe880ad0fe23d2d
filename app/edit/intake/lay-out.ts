import { intakeStanding } from "@/data/read/intake-standing";
import type { Day } from "@/domain/edtf";
import { asksOf } from "@/intake/desk/asks";
import { type Desk, type Draft, fieldOf, sourceField, upstreamField } from "@/intake/desk/draft";
import { deskOf } from "@/intake/desk/drafts";
import { ownDrafts } from "@/intake/desk/own-drafts";
import { readArticle } from "@/intake/read-article";
import { db } from "@/server/db";
import { lexicon } from "@/server/lexicon";

type Values = Readonly<Record<string, string>>;
export type LaidOut =
  | { readonly ok: true; readonly desk: Desk }
  | { readonly ok: false; readonly message: string };

/** Reads the text and lays it out beside what the record has, with the editor's own passages. */
export async function layOut(
  text: string,
  given: { publisher: string | null; published: Day | null; url: string | null },
  values: Values,
): Promise<LaidOut> {
  const outcome = readArticle(text, given, await lexicon());
  if (!outcome.ok) return outcome;
  const standing = await intakeStanding(db(), asksOf(outcome.reading, given.url));
  const desk = deskOf(outcome.reading, standing, given.url);
  return { ok: true, desk: { ...desk, drafts: [...desk.drafts, ...ownDrafts(text, values)] } };
}

/** What stands in the fields before anybody changes them. */
export function defaultsOf(desk: Desk): {
  values: Record<string, string>;
  checks: Record<string, readonly string[]>;
} {
  const values: Record<string, string> = {};
  const checks: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(desk.source)) values[sourceField(name)] = value;
  values[sourceField("known")] = desk.known?.slug ?? "";
  values[sourceField("kind")] = "news";
  values[sourceField("lang")] = "en";
  desk.upstream.forEach(({ publisher, published, candidates }, row) => {
    values[upstreamField(row, "publisher")] = publisher;
    values[upstreamField(row, "published")] = published;
    values[upstreamField(row, "source")] = candidates[0]?.slug ?? "";
  });
  for (const draft of desk.drafts) fill(draft, values, checks);
  return { values, checks };
}

function fill(draft: Draft, values: Record<string, string>, checks: Record<string, readonly string[]>): void {
  for (const [name, value] of Object.entries(draft.fields)) values[fieldOf(draft.key, name)] = value;
  values[fieldOf(draft.key, "deed")] = draft.deed;
  checks[fieldOf(draft.key, "reasons")] = draft.reasons;
  checks[fieldOf(draft.key, "rests")] = draft.rests;
  if (!draft.newDevice) return;
  values[fieldOf(draft.key, "new.device.name")] = draft.newDevice.name;
  values[fieldOf(draft.key, "new.device.manufacturer")] = draft.newDevice.maker ?? "";
  values[fieldOf(draft.key, "new.device.kind")] = "phone";
}
