import type { AttentionItem } from "@/domain/attention";
import { attentionWords } from "@/domain/attention";
import { type Actor, may } from "@/domain/permissions";
import {
  addEvidencePath,
  correctPath,
  type EditableKind,
  editEntityPath,
  mergePath,
  recordPath,
} from "@/formats/paths";

type Way = { readonly word: string; readonly href: string };

const FOLDER = { source: "sources", carrier: "carriers", device: "devices" } as const satisfies Record<
  string,
  EditableKind
>;

/** The forms that mend an item, the likeliest first; each is one click away and begins filled in. */
export function mendingOf({ kind, about }: AttentionItem, actor: Actor): readonly Way[] {
  const { field } = attentionWords(kind, 0);
  const at = field ? `#f-${field}` : "";
  if (about.of === "twins") {
    const folder = FOLDER[about.entity];
    const { one, other } = about;
    return may(actor, "merge")
      ? [{ word: "Compare and merge", href: mergePath(folder, one.slug, { into: other.slug }) }]
      : [{ word: "Edit the first", href: editEntityPath(folder, one.slug) }];
  }
  if (about.of !== "claim")
    return [{ word: "Mend", href: `${editEntityPath(FOLDER[about.of], about.thing.slug)}${at}` }];
  const record = { word: "Record news", href: recordPath(about.device.slug, about.carrier.slug) };
  const evidence = { word: "Add evidence", href: addEvidencePath(about.claim) };
  const correct = { word: "Correct", href: `${correctPath(about.claim)}${at}` };
  if (kind === "plan-passed") return [record, correct];
  if (kind === "disputed") return [correct, record];
  if (kind === "one-anonymous" || field === "evidence") return [evidence, correct];
  return kind === "sale-before-told" ? [evidence, correct] : [correct];
}
