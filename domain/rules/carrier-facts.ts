import type { CarrierKind } from "@/domain/status";

/** What the rules ask of a carrier. */
export type CarrierFacts = {
  readonly kind: CarrierKind;
  readonly host: { readonly name: string; readonly kind: CarrierKind } | null;
  /** How many MCC-MNC codes are among its aliases. */
  readonly networkCodes: number;
};
