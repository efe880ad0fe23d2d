import { SelectField, TextField } from "@/components/forms/field";
import { CARRIER_KINDS, DEVICE_KINDS, RETAILER_KINDS } from "@/domain/status";
import { CARRIER_KIND_WORDS, DEVICE_KIND_WORDS, RETAILER_KIND_WORDS } from "@/domain/words";
import { fieldOf } from "@/intake/desk/draft";
import { type NewKind, newField } from "@/intake/desk/new-entities";
import { DraftRef, type Part } from "./draft-field";

/** The device and the carrier or retailer, each on record or new. */
export function WhereFields({ of }: { of: Part }) {
  const { draft } = of;
  const own = draft.group === "own";
  return (
    <>
      <DraftRef of={of} name="device" kind="device" label="Device" />
      <New of={of} kind="device" open={draft.newDevice !== null} />
      {(draft.deed === "status" || own) && (
        <div className={own ? "for-status for-statement" : undefined}>
          <DraftRef of={of} name="carrier" kind="carrier" label="Carrier" />
          <New of={of} kind="carrier" />
        </div>
      )}
      {(draft.deed === "listing" || own) && (
        <div className={own ? "for-listing" : undefined}>
          <DraftRef of={of} name="retailer" kind="retailer" label="Retailer" />
          <New of={of} kind="retailer" />
        </div>
      )}
    </>
  );
}

/** What each kind is asked when it is created. */
const KINDS: Readonly<Record<NewKind, readonly { value: string; word: string }[]>> = {
  device: DEVICE_KINDS.map((value) => ({ value, word: DEVICE_KIND_WORDS[value] })),
  carrier: CARRIER_KINDS.map((value) => ({
    value,
    word: `${CARRIER_KIND_WORDS[value].word}: ${CARRIER_KIND_WORDS[value].meaning}`,
  })),
  retailer: RETAILER_KINDS.map((value) => ({ value, word: RETAILER_KIND_WORDS[value] })),
  manufacturer: [],
};

/** Something that the record lacks: it is created in the same list of commands, before the claim that speaks of it. */
function New({ of, kind, open = false }: { of: Part; kind: NewKind; open?: boolean }) {
  const { draft, state } = of;
  const at = (name: string) => newField(draft.key, kind, name);
  const wrong = state.problems.some(({ field }) => field?.startsWith(fieldOf(draft.key, `new.${kind}.`)));
  return (
    <details className="spot" open={open || wrong || (state.values[at("name")] ?? "") !== ""}>
      <summary>The {kind} is not on record yet</summary>
      <TextField
        state={state}
        name={at("name")}
        label={`Name of the ${kind}`}
        hint={`It is created with the rest. Leave “${kind === "manufacturer" ? "Manufacturer" : `${kind[0]?.toUpperCase()}${kind.slice(1)}`}” above empty.`}
        maxLength={200}
      />
      {kind === "device" ? (
        <>
          <DraftRef of={of} name="new.device.manufacturer" kind="manufacturer" label="Manufacturer" />
          <New of={of} kind="manufacturer" />
        </>
      ) : (
        <TextField
          state={state}
          name={at("country")}
          label={`Country of the ${kind}`}
          hint="Two letters, such as US."
          maxLength={2}
        />
      )}
      {KINDS[kind].length > 0 && (
        <SelectField state={state} name={at("kind")} label={`Kind of ${kind}`} options={KINDS[kind]} />
      )}
    </details>
  );
}
