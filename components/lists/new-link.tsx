import Link from "next/link";
import { type Actor, may } from "@/domain/permissions";
import { type EditableKind, newPath } from "@/formats/paths";

/** The way to put something on record, for those who may, and not while the page looks at the past. */
export function NewLink({
  kind,
  word,
  actor,
  past,
}: {
  kind: EditableKind;
  word: string;
  actor: Actor;
  past: boolean;
}) {
  if (past || !may(actor, "edit-entity")) return null;
  return (
    <Link className="btn p" prefetch={false} href={newPath(kind)}>
      New {word}
    </Link>
  );
}
