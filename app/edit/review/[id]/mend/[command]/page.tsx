import type { Metadata } from "next";
import { previewAction } from "@/app/edit/actions";
import { mendAction } from "@/app/edit/review/mend-action";
import { nothingHere } from "@/app/gate";
import { EditForm } from "@/components/forms/edit-form";
import { EditPage } from "@/components/forms/edit-page";
import { describedCommands } from "@/data/read/described";
import { proposal } from "@/data/read/proposals";
import { collectSlugs, noSlugs, slugNames } from "@/data/read/slug-names";
import { may } from "@/domain/permissions";
import { titleOf } from "@/formats/describe";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { filledFrom } from "@/formats/edit-values";
import { isId } from "@/formats/id";
import { mendPath, reviewPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Change a proposal" };

type Props = { params: Promise<{ id: string; command: string }> };

/** The form that a proposed command would have come from: the author mends it, a second person accepts it with changes. */
export default async function MendPage({ params }: Props) {
  const { id, command: commandId } = await params;
  const actor = await requireActor("record-claim", mendPath(id, commandId));
  const person = actor.kind === "user" ? actor.id : "";
  const found = isId(id) ? await proposal(db(), id, person) : null;
  const command = found?.commands.find((c) => c.id === commandId);
  const own = found?.author.id === person;
  if (!found || !command) return nothingHere();
  const slugs = noSlugs();
  collectSlugs(command, slugs);
  const [name, described] = [await slugNames(db(), slugs), await describedCommands(db(), [command])];
  const filled = filledFrom(command, name);
  if (!filled) return nothingHere();
  const waits = found.state === "open" || (own && found.state === "sent-back");
  const changes = own || may(actor, "review", { own });
  const previews = filled.form === "record-status" || filled.form === "correct-status";
  return (
    <EditPage
      title={own ? "Mend your proposal" : "Accept with changes"}
      actor={actor}
      today={today()}
      lead={described.map(titleOf)[0]}
      crumbs={[
        { word: "Review", href: reviewPath() },
        { word: "Proposal", href: reviewPath(id) },
      ]}
    >
      {waits && changes ? (
        <EditForm
          kind={filled.form}
          specs={SPECS[filled.form]}
          start={freshEdit(filled.values, filled.checks)}
          action={mendAction}
          hidden={{ proposal: id, "proposal.version": String(found.version) }}
          {...(previews && { preview: previewAction })}
          command={command.id}
          target={filled.target}
          version={filled.version}
          button={own ? "Propose it so" : "Accept with this change"}
          mending
        />
      ) : (
        <p className="warn">
          {waits
            ? "Only its author and a reviewer change a proposal."
            : "This proposal waits no longer. Nothing can be changed in it."}
        </p>
      )}
    </EditPage>
  );
}
