import { dealNow } from "@/data/read/deal-now";
import { versionsSent } from "@/data/read/versions-sent";
import type { Basis, EditState } from "@/formats/edit-state";
import { db } from "@/server/db";
import type { Reading } from "./read-form";
import { claimWords } from "./refused";

/**
 * What a new claim goes on top of. A form says of which pair it saw the history (`version.of`) and how far that was
 * (`version`); the door refuses it when the deal has moved on since. A pair that was typed by hand was not seen at all.
 */
type Values = Readonly<Record<string, string>>;
type Draft = {
  readonly kind: string;
  readonly id: string;
  readonly device: string;
  readonly carrier: string;
};

const draftOf = (reading: Reading): Draft | undefined =>
  (reading.commands as Draft[]).find(({ kind }) => kind === "record-status");
const pairOf = ({ device, carrier }: Draft): string => `${device} ${carrier}`;
const isSeen = (draft: Draft, values: Values): boolean => values["version.of"] === pairOf(draft);

/** The pair of the form and how far its history is now, which the same answer shows; null: the form keeps what it has. */
export async function basisNow(reading: Reading): Promise<Basis | null> {
  const draft = draftOf(reading);
  if (!draft?.device || !draft.carrier || isSeen(draft, reading.values)) return null;
  const now = await dealNow(db(), draft.device, draft.carrier);
  return { of: pairOf(draft), version: now?.version ?? 0 };
}

/** The form with the history that it goes on top of, to be looked at before it is sent again; null: nothing is unseen. */
export async function unseenHistory(state: EditState, reading: Reading): Promise<EditState | null> {
  const draft = draftOf(reading);
  if (!draft || isSeen(draft, reading.values)) return null;
  const now = await dealNow(db(), draft.device, draft.carrier);
  if (!now) return null;
  // The same form once more, which made the deal when it first arrived: the door answers as it did then.
  if ((await versionsSent(db(), [draft.id])).has(draft.id)) return null;
  const values = { ...state.values, "version.of": pairOf(draft) };
  return {
    ...state,
    values,
    conflict: { now: now.claims.map(claimWords), version: now.version, unseen: true },
  };
}

/** The commands as the door wants them: a claim on a pair that has no deal yet is made from nothing. */
export function onItsBasis({ commands, values }: Reading): readonly unknown[] {
  return commands.map((one) => {
    const draft = one as Draft;
    return draft.kind === "record-status" && !isSeen(draft, values) ? { ...draft, version: 0 } : one;
  });
}
