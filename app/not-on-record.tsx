import type { Room } from "@/components/shell/header";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { type NearKind, nearNames } from "@/data/read/near-names";
import { takenOut } from "@/data/read/taken-out";
import { type Actor, may } from "@/domain/permissions";
import {
  carrierPath,
  devicePath,
  type LogKind,
  logPath,
  manufacturerPath,
  policyPath,
  retailerPath,
  sourcePath,
  undoPath,
} from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";

const PLACES: Readonly<Record<NearKind, readonly [Room & LogKind, (slug: string) => string]>> = {
  device: ["devices", devicePath],
  carrier: ["carriers", carrierPath],
  manufacturer: ["manufacturers", manufacturerPath],
  retailer: ["retailers", retailerPath],
  source: ["sources", sourcePath],
  "policy-action": ["policy", policyPath],
};

/**
 * The page of a slug that is not on record: a 404 that says so of what was taken out, else with near names; and without script:
 * a thrown notFound() would leave an empty page there.
 */
export async function NotOnRecord({ kind, slug, actor }: { kind: NearKind; slug: string; actor: Actor }) {
  const [room, pathOf] = PLACES[kind];
  note({ status: 404 });
  const gone = await takenOut(db(), kind, slug);
  const near = gone ? [] : await nearNames(db(), kind, slug);
  const sees = may(actor, "see-recorder");
  return (
    <Shell at={room} actor={actor} path={pathOf(slug)} today={today()} reading={null}>
      <Unknown
        kind={kind.replace("-", " ")}
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: pathOf(other) }))}
        gone={
          gone && {
            ...gone,
            person: sees ? gone.person : null,
            why: sees ? gone.why : null,
            logHref: sees ? logPath(room, slug) : null,
            backHref: may(actor, "edit-entity") ? undoPath("change", gone.discard) : null,
          }
        }
      />
    </Shell>
  );
}
