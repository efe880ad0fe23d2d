import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { editAction, previewAction } from "@/app/edit/actions";
import { isEditable, KINDS } from "@/app/edit/kinds";
import { isAdvised } from "@/app/edit/warnings";
import { nothingHere } from "@/app/gate";
import { EditForm } from "@/components/forms/edit-form";
import { EditPage } from "@/components/forms/edit-page";
import { reviewAsked } from "@/data/read/review-asked";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { newPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params;
  return { title: isEditable(kind) ? `New ${KINDS[kind].word}` : "Not found" };
}

export default async function NewPage({ params, searchParams }: Props) {
  const { kind } = await params;
  if (!isEditable(kind)) return nothingHere();
  const { word, create, entity } = KINDS[kind];
  const actor = await requireActor(
    entity && entity !== "policy-action" ? "edit-entity" : "record-claim",
    newPath(kind),
  );
  const specs = SPECS[create];
  // A page may have led here with what it is about; other parameters are left alone.
  const given = await searchParams;
  const values = Object.fromEntries(
    specs.flatMap(({ name }) => {
      const value = given[name];
      return typeof value === "string" ? [[name, value.slice(0, 2_000)]] : [];
    }),
  );
  const review = await reviewAsked(db(), {});
  return (
    <EditPage title={entity ? `New ${word}` : `Record a ${word}`} actor={actor} today={today()}>
      <EditForm
        kind={create}
        specs={specs}
        start={{ ...freshEdit(kind === "sources" ? { lang: "en", ...values } : values), review }}
        action={editAction}
        {...(isAdvised(create) && { preview: previewAction, bare: true })}
        command={randomUUID()}
        version={0}
        button={entity ? `Create this ${word}` : `Record this ${word}`}
      />
    </EditPage>
  );
}
