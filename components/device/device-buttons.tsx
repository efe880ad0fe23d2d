import Link from "next/link";
import { LogLink } from "@/components/log/log-link";
import { type Actor, may } from "@/domain/permissions";
import { editEntityPath, recordPath } from "@/formats/paths";

/** Its log, edit and record, for those who may. */
export function DeviceButtons({ slug, actor }: { slug: string; actor: Actor }) {
  return (
    <>
      <LogLink of="devices" slug={slug} actor={actor} />
      {may(actor, "record-claim") && (
        <>
          <Link className="btn" prefetch={false} href={editEntityPath("devices", slug)}>
            Edit the device
          </Link>
          <Link className="btn p" prefetch={false} href={recordPath(slug)}>
            Record a change
          </Link>
        </>
      )}
    </>
  );
}
