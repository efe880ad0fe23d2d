import Link from "next/link";
import { type Actor, may } from "@/domain/permissions";
import { isNarrowed } from "@/formats/bulk";
import { bulkPath } from "@/formats/paths";

/** The way from a filtered list to one change for all that it shows; `of`: the parameters of the list of deals. */
export function BulkLink({ of, actor }: { of: Readonly<Record<string, string | null>>; actor: Actor }) {
  const { sort: _, ...filter } = of;
  if (!may(actor, "record-claim") || !isNarrowed(filter)) return null;
  return (
    <Link className="btn" prefetch={false} href={bulkPath(filter)}>
      One change for all of these
    </Link>
  );
}
