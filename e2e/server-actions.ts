import type { Action } from "@/domain/permissions";
import type { FormKind } from "@/formats/edit-specs";

/** Every server action of the product, with the row of the permission table that it asks. Like e2e/routes.ts. */

export type ServerAction = {
  readonly action: Action | null;
  /** A page that has it. */
  readonly page: string;
  /** The fields that it reads; of one with many forms, `forms` says which. */
  readonly fields: readonly string[];
  readonly forms?: Readonly<Record<FormKind, Action>>;
  /** Its first argument is the form, not the state before it. */
  readonly stateless?: true;
  /** Its refusal stands in no audit trail: it only shows. */
  readonly unlogged?: true;
};

/** Each form of the editor's desk and what one must be allowed to send it. */
const FORMS: Readonly<Record<FormKind, Action>> = {
  "record-status": "record-claim",
  "correct-status": "record-claim",
  "retract-status": "record-claim",
  "add-evidence": "record-claim",
  "retract-evidence": "record-claim",
  "record-listing": "record-claim",
  "correct-listing": "record-claim",
  "end-listing": "record-claim",
  "retract-listing": "record-claim",
  "record-statement": "record-claim",
  "correct-statement": "record-claim",
  "retract-statement": "record-claim",
  "policy-action": "record-claim",
  manufacturer: "edit-entity",
  carrier: "edit-entity",
  retailer: "edit-entity",
  device: "edit-entity",
  source: "edit-entity",
  "retract-source": "retract-source",
};
const DESK = ["form", "command", "target_id", "version", "intent"];

/** By file and name of what a "use server" file exports. */
export const SERVER_ACTIONS: Readonly<Record<string, ServerAction>> = {
  "app/account/actions.ts#changePasswordAction": {
    action: "keep-own",
    page: "/account",
    fields: ["current", "password"],
  },
  "app/views/actions.ts#saveViewAction": {
    action: "keep-own",
    page: "/views",
    fields: ["name", "address", "shared"],
  },
  "app/views/actions.ts#shareViewAction": { action: "keep-own", page: "/views", fields: ["id", "shared"] },
  "app/views/actions.ts#forgetViewAction": { action: "keep-own", page: "/views", fields: ["id"] },
  "app/watches/actions.ts#watchAction": { action: "keep-own", page: "/watches", fields: ["of"] },
  "app/watches/actions.ts#forgetAction": { action: "keep-own", page: "/watches", fields: ["id"] },
  "app/watches/actions.ts#seenAction": { action: "keep-own", page: "/watches", fields: ["until"] },
  "app/edit/actions.ts#editAction": {
    action: "record-claim",
    page: "/edit/record",
    fields: DESK,
    forms: FORMS,
  },
  "app/edit/actions.ts#previewAction": {
    action: "record-claim",
    page: "/edit/record",
    fields: DESK,
    forms: FORMS,
    stateless: true,
    unlogged: true,
  },
  "app/edit/bulk/actions.ts#bulkAction": {
    action: "record-claim",
    page: "/edit/bulk?carrier=verizon&manufacturer=huawei",
    fields: [...DESK, "deal"],
  },
  "app/edit/choose/actions.ts#chooseAction": {
    action: "record-claim",
    page: "/matrix?choose=1",
    fields: ["address", "kept", "shown", "place", "row", "column", "all", "then"],
    stateless: true,
  },
  "app/edit/attention/actions.ts#putOffAction": {
    action: "record-claim",
    page: "/edit/attention",
    fields: ["kind", "subject", "why", "until", "back"],
  },
  "app/edit/attention/actions.ts#takeBackAction": {
    action: "record-claim",
    page: "/edit/attention",
    fields: ["id"],
  },
  "app/edit/[kind]/[slug]/merge/actions.ts#mergeAction": {
    action: "merge",
    page: "/edit/devices/huawei-mate-10-pro/merge?into=huawei-mate-10",
    fields: ["command", "entity", "slug", "version", "into", "intoVersion", "why"],
  },
  "app/edit/[kind]/[slug]/merge/actions.ts#unmergeAction": {
    action: "merge",
    page: "/edit/devices/huawei-mate-10-pro/merge",
    fields: ["command", "merge"],
  },
  "app/edit/intake/actions.ts#intakeAction": {
    action: "import",
    page: "/edit/intake",
    fields: [
      "command",
      "intent",
      "text",
      "publisher",
      "published",
      "url",
      "author",
      "title",
      "add.passage",
      "src.publisher",
      "src.published",
      "comment",
    ],
  },
  "app/edit/import/actions.ts#importAction": {
    action: "import",
    page: "/edit/import",
    fields: [
      "import",
      "intent",
      "what",
      "column-0",
      "country",
      "deviceKind",
      "encoding",
      "bulk",
      "q:x",
      "hand",
    ],
  },
  "app/edit/review/actions.ts#decideAction": {
    action: "propose",
    page: "/edit/review/00000000-0000-4000-8000-000000000000",
    fields: ["intent", "proposal", "version", "comment", "several", "take", "next"],
  },
  "app/edit/review/mend-action.ts#mendAction": {
    action: "propose",
    page: "/edit/review/00000000-0000-4000-8000-000000000000/mend/x",
    fields: [...DESK, "proposal", "proposal.version", "comment", "why", "effective", "status"],
  },
  "app/edit/review/rules/actions.ts#setRuleAction": {
    action: "administer",
    page: "/edit/review/rules",
    fields: ["command", "scope", "manufacturer", "carrier", "reason"],
  },
  "app/edit/review/rules/actions.ts#endRuleAction": {
    action: "administer",
    page: "/edit/review/rules",
    fields: ["id"],
  },
  "app/edit/settings/actions.ts#settingAction": {
    action: "administer",
    page: "/edit/settings",
    fields: ["command", "name", "value"],
  },
  "app/edit/comments/actions.ts#commentAction": {
    action: "propose",
    page: "/deals/huawei-mate-10-pro/verizon",
    fields: ["id", "on", "back", "text", "mention"],
  },
  "app/edit/comments/actions.ts#seenAction": { action: "propose", page: "/edit", fields: ["id"] },
  "app/edit/undo/[what]/[id]/actions.ts#undoAction": {
    action: "record-claim",
    page: "/edit/undo/change/00000000-0000-4000-8000-000000000000",
    fields: ["id", "what", "command", "why", "expected", "background", "intent"],
  },
  "app/edit/undo/[what]/[id]/actions.ts#cancelUndoAction": {
    action: "record-claim",
    page: "/edit/undo/change/00000000-0000-4000-8000-000000000000",
    fields: ["run", "batch"],
  },
  "app/people/actions.ts#inviteAction": { action: "administer", page: "/people", fields: ["email", "role"] },
  "app/people/actions.ts#revokeAction": { action: "administer", page: "/people", fields: ["id"] },
  "app/people/actions.ts#changeRoleAction": { action: "administer", page: "/people", fields: ["id", "role"] },
  "app/people/actions.ts#disableAction": {
    action: "administer",
    page: "/people",
    fields: ["id", "disabled"],
  },
  "app/setup/actions.ts#acceptAction": {
    action: null,
    page: "/invite",
    fields: ["token", "name", "email", "password"],
  },
  "app/sign-in/actions.ts#signInAction": {
    action: null,
    page: "/sign-in",
    fields: ["email", "password", "next"],
  },
};
