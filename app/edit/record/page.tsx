import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { editAction, previewAction } from "@/app/edit/actions";
import { EditForm } from "@/components/forms/edit-form";
import { EditPage } from "@/components/forms/edit-page";
import { Verbs } from "@/components/forms/verbs";
import { startOfRecord } from "@/data/read/edit-start";
import { reviewAsked } from "@/data/read/review-asked";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { devicePath, recordPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Record a change" };

export default async function RecordPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { device, carrier, source } = await searchParams;
  const of = (v: Params[string]) => (typeof v === "string" ? v.slice(0, 100) : null);
  const actor = await requireActor(
    "record-claim",
    recordPath(of(device) ?? undefined, of(carrier) ?? undefined),
  );
  const start = await startOfRecord(db(), of(device), of(carrier), of(source));
  const slug = of(device);
  const review = await reviewAsked(db(), { device: of(device), carrier: of(carrier) });
  return (
    <EditPage title="Record a change" lead={start.title || undefined} actor={actor} today={today()}>
      <Verbs verb="record" {...(slug && start.values.device ? { correct: devicePath(slug) } : {})} />
      <EditForm
        kind="record-status"
        specs={SPECS["record-status"]}
        start={{ ...freshEdit(start.values, start.checks), review }}
        action={editAction}
        preview={previewAction}
        command={randomUUID()}
        version={start.version}
        button="Record this change"
      />
    </EditPage>
  );
}
