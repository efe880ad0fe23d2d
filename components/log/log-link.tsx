import Link from "next/link";
import { type Actor, may } from "@/domain/permissions";
import { type LogKind, logPath } from "@/formats/paths";

/** The way to a thing's log, for those who may see who did what. */
export function LogLink({
  of,
  slug,
  carrier,
  actor,
}: {
  of: LogKind;
  slug: string;
  carrier?: string;
  actor: Actor;
}) {
  if (!may(actor, "see-recorder")) return null;
  return (
    <Link className="btn" prefetch={false} href={logPath(of, slug, carrier)}>
      Log
    </Link>
  );
}
