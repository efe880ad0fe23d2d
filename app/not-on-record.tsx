import type { Room } from "@/components/shell/header";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { type NearKind, nearNames } from "@/data/read/near-names";
import type { Actor } from "@/domain/permissions";
import {
  carrierPath,
  devicePath,
  manufacturerPath,
  policyPath,
  retailerPath,
  sourcePath,
} from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";

const PLACES: Readonly<Record<NearKind, readonly [Room, (slug: string) => string]>> = {
  device: ["devices", devicePath],
  carrier: ["carriers", carrierPath],
  manufacturer: ["manufacturers", manufacturerPath],
  retailer: ["retailers", retailerPath],
  source: ["sources", sourcePath],
  "policy-action": ["policy", policyPath],
};

/**
 * The page of a slug that is not on record: a 404 with near names, and without script; a thrown notFound() would leave an
 * empty page there.
 */
export async function NotOnRecord({ kind, slug, actor }: { kind: NearKind; slug: string; actor: Actor }) {
  const [room, pathOf] = PLACES[kind];
  const near = await nearNames(db(), kind, slug);
  note({ status: 404 });
  return (
    <Shell at={room} actor={actor} path={pathOf(slug)} today={today()} reading={null}>
      <Unknown
        kind={kind.replace("-", " ")}
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: pathOf(other) }))}
      />
    </Shell>
  );
}
