import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { editAction } from "@/app/edit/actions";
import { nothingHere } from "@/app/gate";
import { EditForm } from "@/components/forms/edit-form";
import { Closed, EditPage } from "@/components/forms/edit-page";
import { startOfEvidence } from "@/data/read/edit-start";
import { reviewAsked } from "@/data/read/review-asked";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { isId } from "@/formats/id";
import { retractEvidencePath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Retract evidence" };

export default async function RetractEvidencePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor("record-claim", retractEvidencePath(id));
  const start = isId(id) ? await startOfEvidence(db(), id) : null;
  if (!start) return nothingHere();
  const review = await reviewAsked(db(), { evidence: id });
  return (
    <EditPage title="Retract evidence" lead={start.title} actor={actor} today={today()}>
      <p className="dim">
        The source does not say this. The claim stays; if nothing else supports it, it is marked unsupported.
      </p>
      {start.closed ? (
        <Closed />
      ) : (
        <EditForm
          kind="retract-evidence"
          specs={SPECS["retract-evidence"]}
          start={{ ...freshEdit(), review }}
          action={editAction}
          command={randomUUID()}
          target={id}
          version={start.version}
          button="Retract this evidence"
          danger
        />
      )}
    </EditPage>
  );
}
