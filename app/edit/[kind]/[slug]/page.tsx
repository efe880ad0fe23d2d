import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { editAction, previewAction } from "@/app/edit/actions";
import { isEditable, KINDS } from "@/app/edit/kinds";
import { isAdvised, startWarnings } from "@/app/edit/warnings";
import { notAllowed, nothingHere } from "@/app/gate";
import { redirectMerged } from "@/app/kept";
import { EditForm } from "@/components/forms/edit-form";
import { Closed, EditPage } from "@/components/forms/edit-page";
import { FallSentence } from "@/components/sources/fall-sentence";
import { type Start, startOfListing, startOfStatement } from "@/data/read/edit-start";
import { startOfEntity } from "@/data/read/edit-start-entity";
import { reviewAsked } from "@/data/read/review-asked";
import { sourceWeight } from "@/data/read/source-weight";
import type { Instant } from "@/domain/edtf";
import { may } from "@/domain/permissions";
import { type FormKind, SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { isId } from "@/formats/id";
import { type EditableKind, editEntityPath, mergePath, withQuery } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { now, today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ kind: string; slug: string }>; searchParams: Promise<Params> };

export const metadata: Metadata = { title: "Edit" };

type Deed = {
  readonly form: FormKind;
  readonly word: string;
  readonly button: string;
  readonly danger?: boolean;
  readonly bare?: boolean;
};

/** What can be done to a thing beside editing it: `?do=`. */
const DEEDS: Readonly<Record<string, Readonly<Record<string, Deed>>>> = {
  listings: {
    correct: { form: "correct-listing", word: "Correct", button: "Record this correction" },
    end: { form: "end-listing", word: "Sale ended", button: "Record the end of sale", bare: true },
    retract: {
      form: "retract-listing",
      word: "Retract",
      button: "Retract this listing",
      danger: true,
      bare: true,
    },
  },
  statements: {
    correct: { form: "correct-statement", word: "Correct", button: "Record this correction" },
    retract: {
      form: "retract-statement",
      word: "Retract",
      button: "Retract this statement",
      danger: true,
      bare: true,
    },
  },
  sources: {
    edit: { form: "source", word: "Edit", button: "Record this edit" },
    retract: {
      form: "retract-source",
      word: "Taken back by its publisher",
      button: "Mark as retracted",
      danger: true,
      bare: true,
    },
  },
};

export default async function EditEntityPage({ params, searchParams }: Props) {
  const { kind, slug } = await params;
  if (!isEditable(kind)) return nothingHere();
  const { word, create, entity } = KINDS[kind];
  const asked = (await searchParams).do;
  const deeds = DEEDS[kind] ?? {};
  const name = typeof asked === "string" && Object.hasOwn(deeds, asked) ? asked : Object.keys(deeds)[0];
  const deed: Deed = (name ? deeds[name] : undefined) ?? {
    form: create,
    word: "Edit",
    button: "Record this edit",
  };
  const action =
    deed.form === "retract-source"
      ? "retract-source"
      : entity && entity !== "policy-action"
        ? "edit-entity"
        : "record-claim";
  const actor = await requireActor("record-claim", editEntityPath(kind, slug));
  if (!may(actor, action)) return notAllowed();
  const start = await startOf(kind, slug);
  if (!start) {
    const kept = entity && entity !== "policy-action" ? entity : null;
    if (kept)
      await redirectMerged(kept, slug, await searchParams, (to, q) => withQuery(editEntityPath(kind, to), q));
    return nothingHere();
  }
  const at = now();
  const command = randomUUID();
  const warnings = deed.bare ? [] : await startWarnings(deed.form, start, slug, command);
  const review = await reviewAsked(db(), entity ? { [entity]: slug } : { claim: slug });
  const merges = entity !== null && entity !== "policy-action" && may(actor, "merge");
  const others = Object.entries(deeds).filter(
    ([key]) => key !== name && (key !== "retract" || kind !== "sources" || may(actor, "retract-source")),
  );
  return (
    <EditPage
      title={`${deed.word}: ${start.title}`}
      actor={actor}
      today={today()}
      lead={`A ${word} of the record.`}
    >
      {(others.length > 0 || merges) && (
        <p className="btns">
          {others.map(([key, other]) => (
            <Link key={key} className="btn" href={withQuery(editEntityPath(kind, slug), { do: key })}>
              {other.word}
            </Link>
          ))}
          {merges && (
            <Link className="btn" prefetch={false} href={mergePath(kind, slug)}>
              Merge or un-merge…
            </Link>
          )}
        </p>
      )}
      {deed.form === "retract-source" && <Falls slug={slug} at={at} />}
      {start.closed ? (
        <Closed />
      ) : (
        <EditForm
          key={deed.form}
          kind={deed.form}
          specs={SPECS[deed.form]}
          start={{ ...freshEdit(deed.bare ? {} : start.values, start.checks), warnings, review }}
          action={editAction}
          {...(isAdvised(deed.form) && { preview: previewAction, bare: true })}
          command={command}
          target={slug}
          version={start.version}
          button={deed.button}
          danger={deed.danger ?? false}
        />
      )}
    </EditPage>
  );
}

/** What would lose support, so that nobody takes a source back unaware. */
async function Falls({ slug, at }: { slug: string; at: Instant }) {
  const weight = await sourceWeight(db(), slug, readView({}, at).view);
  if (weight === null || weight === "not-yet") return null;
  return <FallSentence weight={weight} />;
}

async function startOf(kind: EditableKind, slug: string): Promise<Start | null> {
  const { entity } = KINDS[kind];
  if (entity) return startOfEntity(db(), entity, slug.slice(0, 100));
  if (!isId(slug)) return null;
  return kind === "listings" ? startOfListing(db(), slug) : startOfStatement(db(), slug);
}
