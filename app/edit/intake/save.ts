import type { IntakeState } from "@/components/intake/state";
import { versionsSent } from "@/data/read/versions-sent";
import { runCommands } from "@/data/write/door";
import { derivedId } from "@/data/write/ids";
import { proposeCommands } from "@/data/write/proposals";
import type { Id } from "@/domain/claims";
import { dayOf } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { httpStatusOf } from "@/domain/refusal";
import type { Problem } from "@/formats/form-state";
import { commandsOf } from "@/intake/desk/commands";
import { type Desk, fieldOf, sourceField } from "@/intake/desk/draft";
import { decisionOf, isChanged } from "@/intake/desk/form-reader";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { references } from "./references";
import { refusedFields } from "./refused-fields";

/** What was saved: the slug of the article's source, and whether it was there before. */
export type SavedIntake = { readonly source: string; readonly replayed: boolean };
export type Answered =
  | { readonly state: IntakeState }
  | { readonly saved: SavedIntake }
  /** The id of the proposal that waits. */
  | { readonly proposed: Id };

/**
 * Saves what was accepted as one list of commands, or sends the list to review; what is wrong comes back at its field, with
 * all that was typed.
 */
export async function save(
  actor: Actor,
  state: IntakeState,
  desk: Desk,
  propose: boolean,
): Promise<Answered> {
  const lost = [...lostKeys(state.values, desk), ...undecided(state.values, desk)];
  const found = await references(desk, state.values);
  const made = commandsOf(desk, {
    values: found.values,
    checks: state.checks,
    refs: found.refs,
    published: dayOf(state.values[sourceField("published")] ?? ""),
    idOf: (word) => derivedId(state.values.command ?? "", word),
  });
  const unclear = found.problems.map(({ field }) => field);
  const problems = [
    ...lost,
    ...found.problems,
    ...made.problems.filter(({ field }) => !unclear.includes(field)),
  ];
  if (problems.length > 0) {
    note({ status: 422 });
    return { state: { ...state, problems, choices: found.choices } };
  }
  const commands = await asSentBefore(made.commands);
  const about = { kind: "intake", title: titleOf(state.values) } as const;
  const context = { requestId: requestNotes()?.requestId };
  const outcome = propose
    ? await proposeCommands(
        db(),
        actor,
        commands,
        { ...about, comment: state.values.comment?.trim() || null },
        context,
      )
    : await runCommands(db(), actor, commands, { ...context, batch: about });
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    // That a second person is asked for concerns the list as a whole.
    const whole = outcome.refusal.code === "needs-review";
    const problems = whole
      ? [{ field: null, message: outcome.refusal.message }]
      : refusedFields(outcome, made.owners);
    return { state: { ...state, problems } };
  }
  note({ commandId: state.values.command, outcome: propose ? "proposed" : "accepted" });
  if ("proposal" in outcome) return { proposed: outcome.proposal };
  return { saved: { source: articleSlug(commands, state.values), replayed: outcome.replayed } };
}

/** What the list is called in the trail and in the queue: the headline, and who published it. */
function titleOf(values: Readonly<Record<string, string>>): string {
  const title = values[sourceField("title")]?.trim();
  const publisher = values[sourceField("publisher")]?.trim() ?? "";
  return `Article: ${title ? `“${title}”, ` : ""}${publisher}`;
}

/**
 * The commands of a form that was saved and is sent again. Of a claim on a deal that no proposal showed, the version was
 * worked out when it was saved: it is that one again, so that the door knows the command for the same.
 */
async function asSentBefore(commands: readonly unknown[]): Promise<readonly unknown[]> {
  const made = commands as readonly { id: string; version?: number }[];
  const sent = await versionsSent(
    db(),
    made.map(({ id }) => id),
  );
  return made.map((one) => ({ ...one, ...(sent.has(one.id) && { version: sent.get(one.id) }) }));
}

/** The article that the claims now rest on. */
function articleSlug(commands: readonly unknown[], values: Readonly<Record<string, string>>): string {
  const created = (commands as { kind: string; slug?: string; seen?: boolean }[]).find(
    (c) => c.kind === "create-source" && c.seen,
  );
  return created?.slug ?? values[sourceField("known")] ?? "";
}

/** What was changed and then neither accepted nor rejected: saved without it, the work on it would be lost. */
const undecided = (values: Readonly<Record<string, string>>, desk: Desk): Problem[] =>
  desk.drafts
    .filter((draft) => decisionOf({ values }, draft.key) === null && isChanged({ values }, draft))
    .map(({ key }) => ({
      field: fieldOf(key, "decision"),
      message: "You changed this proposal. Accept it or reject it.",
    }));

/** Proposals that were accepted on the page, and that the record's names no longer lead to. */
function lostKeys(values: Readonly<Record<string, string>>, desk: Desk): Problem[] {
  const known = new Set(desk.drafts.map(({ key }) => fieldOf(key, "decision")));
  const lost = Object.keys(values).filter(
    (name) => /^p\..+\.decision$/.test(name) && values[name] === "accept" && !known.has(name),
  );
  return lost.length === 0
    ? []
    : [
        {
          field: null,
          message:
            "The record's names changed meanwhile, and the text reads differently now. Look at the proposals again; nothing was saved.",
        },
      ];
}
