import type { Named } from "./deal-rows";
import type { Edtf } from "./edtf";
import type { StatusCounts } from "./overview";
import type { CarrierKind, DeviceKind, RetailerKind } from "./status";

/** Rows of the lists of devices, carriers, manufacturers and retailers. */

/** How the deals of an entity stand on the day looked at. */
export type Tally = {
  readonly counts: StatusCounts;
  /** Of those carried, how many are stale. */
  readonly staleCarried: number;
};

export type DeviceLine = Named & {
  readonly kind: DeviceKind;
  readonly announced: Edtf | null;
  readonly models: readonly string[];
  readonly maker: Named;
} & Tally;

export type CarrierLine = Named & {
  readonly country: string;
  readonly kind: CarrierKind;
  readonly host: Named | null;
} & Tally;

export type ManufacturerLine = Named & {
  readonly country: string;
  readonly devices: number;
  /** Carriers, and their countries, with one of its devices on sale. */
  readonly carriers: number;
  readonly countries: number;
} & Tally;

export type RetailerLine = Named & {
  readonly country: string;
  readonly kind: RetailerKind;
  /** Devices on sale on the day, and those whose sale had ended. */
  readonly listed: number;
  readonly ended: number;
};
