import { CARRIER_KINDS, DEVICE_KINDS } from "@/domain/status";
import { CARRIER_KIND_WORDS, DEVICE_KIND_WORDS } from "@/domain/words";
import type { EditState } from "@/formats/edit-state";
import { SelectField, TextField } from "./field";
import { ReferenceField } from "./reference-field";

/** Device and carrier created on the spot, in the same list of commands as the claim. */
export function NewDeal({ state }: { state: EditState }) {
  const has = (prefix: string) =>
    Boolean(state.values[`${prefix}.name`]) || state.problems.some((p) => p.field?.startsWith(`${prefix}.`));
  return (
    <>
      <details className="spot" open={has("new.device")}>
        <summary>The device is not on record yet</summary>
        <TextField state={state} name="new.device.name" label="Name of the device" maxLength={200} />
        <ReferenceField
          spec={{ type: "ref", kind: "manufacturer", name: "new.device.manufacturer", label: "Manufacturer" }}
          state={state}
        />
        <SelectField
          state={state}
          name="new.device.kind"
          label="Kind of device"
          value="phone"
          options={DEVICE_KINDS.map((value) => ({ value, word: DEVICE_KIND_WORDS[value] }))}
        />
      </details>
      <details className="spot" open={has("new.carrier")}>
        <summary>The carrier is not on record yet</summary>
        <TextField state={state} name="new.carrier.name" label="Name of the carrier" maxLength={200} />
        <TextField
          state={state}
          name="new.carrier.country"
          label="Country"
          hint="Two letters, such as US."
          maxLength={2}
        />
        <SelectField
          state={state}
          name="new.carrier.kind"
          label="Kind of carrier"
          value="MNO"
          options={CARRIER_KINDS.map((value) => ({ value, word: CARRIER_KIND_WORDS[value].word }))}
        />
      </details>
    </>
  );
}
