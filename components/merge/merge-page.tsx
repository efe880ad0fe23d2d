import Link from "next/link";
import { ReferenceField } from "@/components/forms/reference-field";
import { Section } from "@/components/ui/section";
import type { MergedHere, Moving } from "@/domain/merges";
import type { MergedKind } from "@/domain/status";
import type { EditState } from "@/formats/edit-state";
import type { FormState } from "@/formats/form-state";
import { MergedList } from "./merged-list";
import { WhatMoves } from "./what-moves";
import { WhyForm } from "./why-form";

type Side = { readonly slug: string; readonly name: string; readonly version: number; readonly href: string };
type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  kind: MergedKind;
  from: Side;
  /** What was chosen; null: nothing yet, or not clearly. */
  into: Side | null;
  /** The choosing field as it was sent. */
  asked: EditState;
  moving: Moving;
  merged: readonly MergedHere[];
  /** The ids of the merge and of each un-merge that this page may send. */
  ids: { readonly merge: string; readonly unmerge: readonly string[] };
  actions: { readonly merge: Action; readonly unmerge: Action };
};

/** Two records of one thing: choose the one that is kept, see what would move, say why. */
export function MergePage({ kind, from, into, asked, moving, merged, ids, actions }: Props) {
  return (
    <>
      <Section id="into" title="Merge into…">
        <p className="dim">
          For two records of one {kind}. This one’s address will lead to the kept one, under which all that is
          recorded of both stands. It can be undone, exactly.
        </p>
        <form method="get" className="narrow">
          <ReferenceField
            spec={{
              type: "ref",
              kind,
              name: "into",
              label: "The one that is kept",
              hint: "A few letters of its name, or its address.",
            }}
            state={asked}
          />
          <p className="btns actions">
            <button className={into ? "btn" : "btn p"} type="submit">
              Show what would move
            </button>
          </p>
        </form>
      </Section>
      {into && (
        <Section id="moves" title={`What moves to ${into.name}`}>
          <div className="narrow">
            <p>
              <Link prefetch={false} href={from.href}>
                {from.name}
              </Link>{" "}
              goes into{" "}
              <Link prefetch={false} href={into.href}>
                {into.name}
              </Link>
              , which keeps its own {kind === "source" ? "text" : "name and particulars"}.
            </p>
            <WhatMoves kind={kind} moving={moving} href={from.href} />
            <WhyForm
              action={actions.merge}
              values={{
                command: ids.merge,
                entity: kind,
                slug: from.slug,
                version: from.version,
                into: into.slug,
                intoVersion: into.version,
              }}
              button={`Merge into ${into.name}`}
            />
          </div>
        </Section>
      )}
      <MergedList kind={kind} merged={merged} ids={ids.unmerge} action={actions.unmerge} />
    </>
  );
}
