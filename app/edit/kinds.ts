import type { ThingKind } from "@/domain/status";
import type { FormKind } from "@/formats/edit-specs";
import type { EditableKind } from "@/formats/paths";

/** The part of an address, the form and the words of what can be created and edited. */
export const KINDS: Readonly<
  Record<
    EditableKind,
    { readonly word: string; readonly create: FormKind; readonly entity: ThingKind | null }
  >
> = {
  devices: { word: "device", create: "device", entity: "device" },
  carriers: { word: "carrier", create: "carrier", entity: "carrier" },
  manufacturers: { word: "manufacturer", create: "manufacturer", entity: "manufacturer" },
  retailers: { word: "retailer", create: "retailer", entity: "retailer" },
  sources: { word: "source", create: "source", entity: "source" },
  policy: { word: "policy action", create: "policy-action", entity: "policy-action" },
  listings: { word: "listing", create: "record-listing", entity: null },
  statements: { word: "statement", create: "record-statement", entity: null },
};

export const isEditable = (text: string): text is EditableKind => Object.hasOwn(KINDS, text);
