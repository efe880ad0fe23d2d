import Link from "next/link";
import { LogLink } from "@/components/log/log-link";
import { type Actor, may } from "@/domain/permissions";
import { editEntityPath, recordPath } from "@/formats/paths";

/** Who looks, and whether the page looks at the past, where nothing writes. */
export type Rights = { readonly actor: Actor; readonly past: boolean };

type Props = {
  kind: "carriers" | "manufacturers" | "retailers";
  slug: string;
  /** Where a change can be recorded from here: the carrier that the form begins with. */
  carrier?: string;
  rights: Rights;
};

/** Edit and record, for those who may. */
export function EntityButtons({ kind, slug, carrier, rights: { actor, past } }: Props) {
  if (past) return null;
  return (
    <>
      <LogLink of={kind} slug={slug} actor={actor} />
      {may(actor, "edit-entity") && (
        <Link className="btn" prefetch={false} href={editEntityPath(kind, slug)}>
          Edit
        </Link>
      )}
      {may(actor, "record-claim") && (
        <Link className="btn p" prefetch={false} href={recordPath(undefined, carrier)}>
          Record a change
        </Link>
      )}
    </>
  );
}
