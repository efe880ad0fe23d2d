import type { ImportKind, Preset } from "@/domain/import";
import { type Columns, guessColumns, guessKind, headKey } from "./import-fields";

/** Published lists whose columns and oddities are known, so that nobody has to map them. */
type PresetFacts = {
  readonly word: string;
  readonly kind: ImportKind;
  readonly says: string;
};

export const PRESET_FACTS: Readonly<Record<Preset, PresetFacts>> = {
  "google-play": {
    word: "Google Play: supported devices",
    kind: "devices",
    says: "Brand, marketing name, device and model, with or without a head, escaped or not. A model without a marketing name goes by its model.",
  },
  "aosp-carriers": {
    word: "Android: carrier list (textpb)",
    kind: "carriers",
    says: "Carriers by their canonical id, with their network codes. The country follows from the codes.",
  },
  "mcc-mnc": {
    word: "Tables of network codes (MCC-MNC)",
    kind: "carriers",
    says: "One network code a row, as CSV, JSON or XML. Lines that name no carrier, and networks out of operation, are left out.",
  },
};

const PLAY = ["retailbranding", "marketingname", "device", "model"];

/** The list that this head belongs to; null: none that is known. */
function presetOf(head: readonly string[]): Preset | null {
  const keys = head.map(headKey);
  if (keys.length === PLAY.length && keys.every((key, at) => key === PLAY[at])) return "google-play";
  if (keys.includes("canonicalid") && keys.includes("carriername")) return "aosp-carriers";
  if (keys.includes("mcc") && keys.includes("mnc") && (keys.includes("network") || keys.includes("operator")))
    return "mcc-mnc";
  return null;
}

/** Whether the first record of such a file is its head; Google's list came without one for years. */
const hasHead = (preset: Preset, first: readonly string[]): boolean => presetOf(first) === preset;

/** How a file is read: said by a person once for each head, or known from the preset. */
export type Mapping = {
  readonly kind: ImportKind;
  readonly preset: Preset | null;
  /** The first record names the columns. */
  readonly head: boolean;
  readonly columns: Columns;
};

/** How a list that is known by its shape is read; `first`: its first record. */
export const presetMapping = (preset: Preset, first: readonly string[]): Mapping => ({
  kind: PRESET_FACTS[preset].kind,
  preset,
  head: hasHead(preset, first),
  columns: first.map(() => null),
});

/** Under which name a list's earlier issues are remembered; null: each file stands for itself. */
export function listOf({ preset }: Mapping, head: readonly string[]): string | null {
  if (preset === null) return null;
  if (preset !== "mcc-mnc") return preset;
  // Two families of these tables are about: their names for one network differ in most rows.
  return head.map(headKey).includes("operator") ? "mcc-mnc/list" : "mcc-mnc/table";
}

/** How a file with this first record is read as far as anybody can tell; null: a person must say. */
export function proposedMapping(
  first: readonly string[],
  said: { preset?: Preset | null; kind?: ImportKind | null },
): Mapping | null {
  const preset = said.preset ?? (said.kind ? null : presetOf(first));
  if (preset) return presetMapping(preset, first);
  const kind = said.kind ?? guessKind(first);
  return kind && { kind, preset: null, head: true, columns: guessColumns(kind, first) };
}
