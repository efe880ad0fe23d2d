import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { editAction, previewAction } from "@/app/edit/actions";
import { nothingHere } from "@/app/gate";
import { EditForm } from "@/components/forms/edit-form";
import { Closed, EditPage } from "@/components/forms/edit-page";
import { Verbs } from "@/components/forms/verbs";
import { startOfClaim } from "@/data/read/edit-start";
import { reviewAsked } from "@/data/read/review-asked";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { isId } from "@/formats/id";
import { addEvidencePath, correctPath, recordPath, retractPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

const VERBS = {
  correct: {
    kind: "correct-status",
    title: "Correct a claim",
    button: "Record this correction",
    path: correctPath,
  },
  retract: {
    kind: "retract-status",
    title: "Retract a claim",
    button: "Retract this claim",
    path: retractPath,
  },
  evidence: {
    kind: "add-evidence",
    title: "Add evidence",
    button: "Add this evidence",
    path: addEvidencePath,
  },
} as const;

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { verb } = await params;
  return { title: Object.hasOwn(VERBS, verb) ? VERBS[verb as keyof typeof VERBS].title : "Not found" };
}

export default async function ClaimFormPage({ params }: Props) {
  const { id, verb } = await params;
  if (!Object.hasOwn(VERBS, verb) || !isId(id)) return nothingHere();
  const { kind, title, button, path } = VERBS[verb as keyof typeof VERBS];
  const actor = await requireActor("record-claim", path(id));
  const start = await startOfClaim(db(), id);
  if (!start) return nothingHere();
  const correcting = kind === "correct-status";
  const review = await reviewAsked(db(), { claim: id });
  return (
    <EditPage title={title} lead={start.title} actor={actor} today={today()}>
      {correcting && <Verbs verb="correct" record={recordPath(start.device, start.carrier)} />}
      {kind === "retract-status" && (
        <p className="dim">
          It was never right, and nothing takes its place. If something else was right, correct it instead.
        </p>
      )}
      {start.closed ? (
        <Closed />
      ) : (
        <EditForm
          kind={kind}
          specs={SPECS[kind]}
          start={{ ...freshEdit(correcting ? start.values : {}, correcting ? start.checks : {}), review }}
          action={editAction}
          {...(correcting && { preview: previewAction })}
          command={randomUUID()}
          target={id}
          version={start.version}
          button={button}
          danger={kind === "retract-status"}
        />
      )}
    </EditPage>
  );
}
