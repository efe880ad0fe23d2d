"use server";

import { redirect } from "next/navigation";
import { stateOf } from "@/app/edit/read-form";
import { refusedState } from "@/app/edit/refused";
import { previewDeals } from "@/data/read/preview";
import { runCommands } from "@/data/write/door";
import { parseCommand } from "@/data/write/parse";
import { proposeCommands } from "@/data/write/proposals";
import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import { may } from "@/domain/permissions";
import { httpStatusOf } from "@/domain/refusal";
import { STATUS_WORDS } from "@/domain/words";
import type { BulkPreview, BulkState } from "@/formats/bulk";
import type { CommandOf } from "@/formats/commands";
import { withOneMoreRow } from "@/formats/edit-state";
import { bulkPath, changesPath, reviewPath } from "@/formats/paths";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";
import { type BulkReading, readBulk } from "./read";

/** A batch of hundreds holds the record's lock for some seconds. */
const TIMEOUT_MS = 60_000;

/** One change for many deals. `intent`: preview, save, propose, or one more row of evidence. */
export async function bulkAction(_: BulkState, sent: FormData): Promise<BulkState> {
  const form = sentForm(sent);
  const actor = await requireDoer("record-claim", bulkPath());
  const reading = await readBulk(form);
  const intent = form.get("intent");
  if (intent === "add-evidence") return withOneMoreRow(bulkState(reading));
  if (reading.problems.length > 0) {
    note({ status: 422 });
    return bulkState(reading);
  }
  if (intent === "preview") return { ...bulkState(reading), previews: await previews(reading) };
  const title = titleOf(reading);
  const context = { requestId: requestNotes()?.requestId, timeout: TIMEOUT_MS };
  if (intent === "propose" && may(actor, "propose")) {
    const proposed = await proposeCommands(
      db(),
      actor,
      reading.commands,
      { kind: "bulk-edit", title, comment: reading.values.comment?.trim() || null },
      context,
    );
    if (!proposed.ok) return refused(reading, proposed);
    redirect(reviewPath(proposed.proposal));
  }
  const outcome = await runCommands(db(), actor, reading.commands, {
    ...context,
    batch: { kind: "bulk-edit", title },
  });
  if (!outcome.ok) return refused(reading, outcome);
  note({ outcome: "accepted" });
  redirect(changesPath({ by: "recorded", saved: outcome.replayed ? "again" : "recorded" }));
}

const bulkState = (reading: BulkReading): BulkState => ({
  ...stateOf(reading),
  ticked: reading.ticked,
  previews: {},
});

/** The door's refusal, at the deal that it is about. */
function refused(reading: BulkReading, outcome: Parameters<typeof refusedState>[2]): BulkState {
  note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
  const deal = reading.deals[outcome.index - (reading.commands.length - reading.deals.length)];
  const state = refusedState(bulkState(reading), reading, outcome);
  if (state.review)
    return {
      ...bulkState(reading),
      problems: [{ field: null, message: `${state.review} Choose “Propose” below.` }],
    };
  const problems = state.problems.map((p) => ({
    ...p,
    message: deal ? `${deal.name}: ${p.message}` : p.message,
  }));
  return { ...bulkState(reading), problems, conflict: state.conflict };
}

/** What each ticked deal would become. */
async function previews({ commands, deals }: BulkReading): Promise<BulkState["previews"]> {
  const parsed = commands.flatMap((one) => {
    const read = parseCommand(one);
    return read.ok ? [read.command] : [];
  });
  const draft = parsed.find((c): c is CommandOf<"record-status"> => c.kind === "record-status");
  if (!draft || parsed.length < commands.length) return {};
  const made = parsed.filter((c): c is CommandOf<"create-source"> => c.kind === "create-source");
  const found = await previewDeals(
    db(),
    draft,
    made,
    deals.map((d) => d.id),
    now(),
  );
  return Object.fromEntries(
    deals.flatMap(({ id, place }): [string, BulkPreview][] => {
      const preview = found.get(id);
      if (!preview) return [];
      const { rows, warnings } = preview;
      const statuses = rows.filter((r) => r.question.startsWith("Status")).reverse();
      const certainty = rows.find((r) => r.question === "Certainty")?.after ?? "";
      return [[place, { statuses, certainty, warnings }]];
    }),
  );
}

/** "paused, 20 May 2019: 14 deals". */
function titleOf({ commands, deals }: BulkReading): string {
  const { status, effective } = commands.at(-1) as CommandOf<"record-status">;
  const date = parseEdtf(effective);
  const words = `${STATUS_WORDS[status].word}, ${date.ok ? dateWords(date.value) : effective}`;
  return deals.length === 1 ? `${words}: ${deals[0]?.name}` : `${words}: ${deals.length} deals`;
}
