import type { Client } from "@/data/db";
import { type Place, placeOfDeal, placeOfListing, placeOfStatement } from "@/data/read/where-seen";
import type { Answer } from "@/data/write/door";
import {
  carrierPath,
  dealPath,
  devicePath,
  homePath,
  manufacturerPath,
  policyPath,
  retailerPath,
  sourcePath,
} from "@/formats/paths";

/** The page on which the effect of a command is seen. */
export async function seenAt(db: Client, { subject, claim }: Answer): Promise<string> {
  const slug = subject.slug ?? "";
  switch (subject.kind) {
    case "deal": {
      const place = await placeOfDeal(db, subject.id);
      if (!place?.device || !place.carrier) return homePath();
      return claim ? devicePath(place.device, { claim }) : dealPath(place.device, place.carrier);
    }
    case "listing":
      return pathOf(await placeOfListing(db, subject.id));
    case "statement":
      return pathOf(await placeOfStatement(db, subject.id));
    case "manufacturer":
      return manufacturerPath(slug);
    case "carrier":
      return carrierPath(slug);
    case "retailer":
      return retailerPath(slug);
    case "device":
      return devicePath(slug);
    case "source":
      return sourcePath(slug);
    case "policy-action":
      return policyPath(slug);
  }
}

function pathOf(place: Place | null): string {
  if (place?.device) return devicePath(place.device);
  if (place?.carrier) return carrierPath(place.carrier);
  return place?.manufacturer ? manufacturerPath(place.manufacturer) : homePath();
}
