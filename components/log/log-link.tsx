import Link from "next/link";
import { type Actor, may } from "@/domain/permissions";
import { isWatchKind, type LogKind, logPath, watchesPath } from "@/formats/paths";

type Props = { of: LogKind; slug: string; carrier?: string; actor: Actor };

/** The ways to a thing's log, for those who may see who did what, and to be told of what happens to it. */
export function LogLink({ of, slug, carrier, actor }: Props) {
  const path = carrier === undefined ? `${of}/${slug}` : `${of}/${slug}/${carrier}`;
  return (
    <>
      {may(actor, "keep-own", { own: true }) && isWatchKind(of) && (
        <Link className="btn" prefetch={false} href={watchesPath(path)}>
          Watch
        </Link>
      )}
      {may(actor, "see-recorder") && (
        <Link className="btn" prefetch={false} href={logPath(of, slug, carrier)}>
          Log
        </Link>
      )}
    </>
  );
}
