import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { nothingHere } from "@/app/gate";
import { EditPage } from "@/components/forms/edit-page";
import { UndoPage } from "@/components/review/undo-page";
import { UndoProgress } from "@/components/review/undo-progress";
import { describedCommands } from "@/data/read/described";
import { deedsCounted } from "@/data/read/undo-plan";
import { parsed } from "@/data/write/proposals";
import { planUndo } from "@/data/write/undo";
import { UNDO_IN_REQUEST, undoRunOf } from "@/data/write/undo-runs";
import { instantWords } from "@/domain/date-words";
import { may } from "@/domain/permissions";
import { titleOf } from "@/formats/describe";
import { isId } from "@/formats/id";
import { batchesPath, undoPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { cancelUndoAction, undoAction } from "./actions";

export const metadata: Metadata = { title: "Undo" };

/** Of a long list the first ones are shown; the others are counted. */
const SHOWN = 50;

/** What taking back a batch or one change would touch, before it is done. */
type Props = { params: Promise<{ what: string; id: string }>; searchParams: Promise<Params> };

export default async function UndoRoute({ params, searchParams }: Props) {
  const { what, id } = await params;
  if ((what !== "batch" && what !== "change") || !isId(id)) return nothingHere();
  const actor = await requireActor("record-claim", undoPath(what, id));
  const command = randomUUID();
  const of = what === "batch" ? { batch: id } : { command: id };
  const run = await undoRunOf(db(), of);
  const under = run !== null && (run.state === "waiting" || run.state === "running");
  // While it is being taken back there is nothing to plan: the record is about to be another one.
  const plan = await planUndo(db(), of, command, undefined, under ? 0 : undefined);
  if (!plan) return nothingHere();
  const { undo, deeds } = plan;
  const long = plan.total > deeds.length;
  const many = long && !under ? await deedsCounted(db(), id) : [];
  const own = actor.kind === "user" && (actor.id === run?.startedBy || may(actor, "review"));
  const commands = parsed(undo.commands.slice(0, SHOWN));
  const left = new Map(undo.left.slice(0, SHOWN).map((l) => [l.command, l.why]));
  const [described, stays, [only]] = [
    await describedCommands(db(), commands),
    await describedCommands(
      db(),
      deeds.map((d) => d.command).filter((c) => left.has(c.id)),
    ),
    plan.kind === "change"
      ? await describedCommands(
          db(),
          deeds.map((d) => d.command),
        )
      : [],
  ];
  return (
    <EditPage
      title={`Undo: ${only ? titleOf(only) : plan.title}`}
      actor={actor}
      today={today()}
      saved={(await searchParams).saved}
      crumbs={[{ word: "Batches", href: batchesPath() }]}
      lead={
        <>
          {plan.person} did this on {instantWords(plan.at)}
          {plan.total > 1 && `, ${plan.total.toLocaleString("en-GB")} changes at once`}. Nothing is deleted:
          undoing makes new claims that say what was said before.
        </>
      }
    >
      {run && <UndoProgress run={run} batch={id} own={own} cancel={cancelUndoAction} />}
      {!under && (
        <UndoPage
          undone={run?.state === "done" ? null : plan.undone}
          long={long ? { total: plan.total, deeds: many } : null}
          touched={described}
          count={undo.commands.length}
          left={stays.map((d) => ({ title: titleOf(d), why: left.get(d.id) ?? "", href: d.href }))}
          leftCount={undo.left.length}
          gone={undo.gone.length}
          values={{
            command,
            what,
            id,
            expected: long ? "" : undo.commands.length,
            background: what === "batch" && plan.total > UNDO_IN_REQUEST ? "yes" : "",
          }}
          action={undoAction}
        />
      )}
    </EditPage>
  );
}
