import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { mergeAction, unmergeAction } from "@/app/edit/[kind]/[slug]/merge/actions";
import { isEditable, KINDS } from "@/app/edit/kinds";
import { notAllowed, nothingHere } from "@/app/gate";
import { redirectMerged } from "@/app/kept";
import { EditPage } from "@/components/forms/edit-page";
import { MergePage } from "@/components/merge/merge-page";
import { mergedHere, mergePreview } from "@/data/read/merge-preview";
import { type Mergeable, mergeable } from "@/data/read/mergeable";
import { resolve } from "@/data/read/resolve";
import { may } from "@/domain/permissions";
import { MERGED_KINDS, type MergedKind } from "@/domain/status";
import { type EditState, freshEdit } from "@/formats/edit-state";
import {
  carrierPath,
  devicePath,
  editEntityPath,
  manufacturerPath,
  mergePath,
  retailerPath,
  sourcePath,
} from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ kind: string; slug: string }>; searchParams: Promise<Params> };

export const metadata: Metadata = { title: "Merge" };

const PATHS: Record<MergedKind, (slug: string) => string> = {
  manufacturer: manufacturerPath,
  carrier: carrierPath,
  retailer: retailerPath,
  device: devicePath,
  source: sourcePath,
};
const isMerged = (kind: string | null): kind is MergedKind => MERGED_KINDS.some((k) => k === kind);

export default async function Page({ params, searchParams }: Props) {
  const { kind, slug } = await params;
  if (!isEditable(kind)) return nothingHere();
  const { word, entity } = KINDS[kind];
  if (!isMerged(entity)) return nothingHere();
  const actor = await requireActor("record-claim", mergePath(kind, slug));
  if (!may(actor, "merge")) return notAllowed();
  const query = await searchParams;
  const from = await mergeable(db(), entity, slug.slice(0, 100));
  if (!from) {
    await redirectMerged(entity, slug, {}, (kept) => mergePath(kind, kept));
    return nothingHere();
  }
  const { into, asked } = await chosen(entity, from, query);
  const [moving, merged] = await Promise.all([
    mergePreview(db(), entity, from.id, into?.id ?? null),
    mergedHere(db(), entity, from.id),
  ]);
  const side = (one: Mergeable) => ({ ...one, href: PATHS[entity](one.slug) });
  return (
    <EditPage
      title={`Merge: ${from.name}`}
      actor={actor}
      today={today()}
      lead={`A ${word} of the record.`}
      crumbs={[{ word: from.name, href: editEntityPath(kind, from.slug) }]}
    >
      <MergePage
        kind={entity}
        from={side(from)}
        into={into && side(into)}
        asked={asked}
        moving={moving}
        merged={merged}
        ids={{ merge: randomUUID(), unmerge: merged.map(() => randomUUID()) }}
        actions={{ merge: mergeAction, unmerge: unmergeAction }}
      />
    </EditPage>
  );
}

/** What `?into=` means: one other thing of the kind, or what is to be said of it. */
async function chosen(
  kind: MergedKind,
  from: Mergeable,
  query: Params,
): Promise<{ into: Mergeable | null; asked: EditState }> {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value.trim().slice(0, 400) : "";
  };
  const text = one("into.choice") || one("into");
  if (text === "") return { into: null, asked: freshEdit() };
  const say = (message: string, choices: EditState["choices"] = {}) => ({
    into: null,
    asked: { ...freshEdit({ into: one("into") }), choices, problems: [{ field: "into", message }] },
  });
  const found = await resolve(db(), kind, text);
  if (!found.ok) {
    const others = found.choices.filter((c) => c.slug !== from.slug);
    return others.length === 0
      ? say("Nothing else on record is called so. Try fewer letters.")
      : say("This may be several things. Choose one of those below.", { into: others });
  }
  if (found.slug === from.slug) return say("It cannot be merged into itself. Choose another one.");
  const into = await mergeable(db(), kind, found.slug);
  return into
    ? { into, asked: freshEdit({ into: `${into.name} (${into.slug})` }) }
    : say("It was removed meanwhile. Choose another one.");
}
