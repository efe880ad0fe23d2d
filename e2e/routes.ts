import type { Action } from "@/domain/permissions";
import type { FormKind } from "@/formats/edit-specs";
import { DEAL_LIST } from "@/formats/lists";

/**
 * Every address and every server action of the product, with the row of the permission table that it asks. Browser tests
 * walk these tables as every role and with hostile input; cli/routes.test.ts fails while one of app/ is missing here.
 */

export type Route = {
  /** The row of domain/permissions.ts that it asks; null: open to everybody. */
  readonly action: Action | null;
  readonly method: "GET" | "POST";
  /** An address of it on the dossier, where that is not its pattern. A claim, evidence, listing or statement: "{claim}" … */
  readonly example?: string;
  /** The query parameters that it reads. */
  readonly params: readonly string[];
  /** A program asks, and is answered in JSON. */
  readonly json?: true;
};

const LIST = ["sort", "page"] as const;
const VIEW = ["on", "known", "record", "saved"] as const;
const CHANGES = [
  "from",
  "to",
  "by",
  "manufacturer",
  "carrier",
  "country",
  "network",
  "status",
  "certainty",
  "reason",
  "group",
  "page",
  "all",
] as const;
const page = (action: Action | null, more: Partial<Route> = {}): Route => ({
  action,
  method: "GET",
  params: [],
  ...more,
});

/** By the folder of app/ that holds page.tsx or route.ts. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "/": page("read", { params: [...VIEW, "manufacturer", "country", "years"] }),
  "/devices": page("read", { params: [...VIEW, ...LIST, "q", "manufacturer", "kind", "carrier", "status"] }),
  "/carriers": page("read", {
    params: [...VIEW, ...LIST, "q", "country", "network", "host", "manufacturer", "status"],
  }),
  "/carriers/[slug]": page("read", { example: "/carriers/verizon", params: [...VIEW, ...LIST] }),
  "/manufacturers/[slug]": page("read", { example: "/manufacturers/huawei", params: VIEW }),
  "/manufacturers": page("read", { params: [...VIEW, ...LIST, "q", "country"] }),
  "/retailers/[slug]": page("read", { example: "/retailers/best-buy", params: [...VIEW, ...LIST, "state"] }),
  "/retailers": page("read", { params: [...VIEW, ...LIST, "q", "country", "kind"] }),
  "/deals": page("read", { params: [...VIEW, ...LIST, ...Object.keys(DEAL_LIST.fields)] }),
  "/compare": page("read", {
    params: [...VIEW, "by", "devices", "carriers", "manufacturers", "add", "page"],
  }),
  "/matrix": page("read", {
    params: [
      ...VIEW,
      "manufacturer",
      "country",
      "kind",
      "status",
      "certainty",
      "reason",
      "mark",
      "rows",
      "sort",
      "columns",
      "page",
      "cpage",
      "cell",
    ],
  }),
  "/devices/[slug]": page("read", {
    example: "/devices/huawei-mate-10-pro",
    params: [...VIEW, "claim", "list", "sources"],
  }),
  "/deals/[device]/[carrier]": page("read", {
    example: "/deals/huawei-mate-10-pro/verizon",
    params: VIEW,
  }),
  "/search": page("read", {
    example: "/search?q=huawei",
    params: [...VIEW, "q", "kind", "manufacturer", "country", "status", "evidence", "page"],
  }),
  "/sources": page("read", {
    params: [...VIEW, "q", "publisher", "kind", "seen", "retracted", "sort", "page"],
  }),
  "/sources/[slug]": page("read", {
    example: "/sources/bloomberg-20180130-verizon",
    params: [...VIEW, "rests", "through", "page"],
  }),
  "/policy": page("read", { params: [...VIEW, "page"] }),
  "/policy/[slug]": page("read", {
    example: "/policy/huawei-entity-list-2019",
    params: [...VIEW, "days", "who", "side", "became", "began", "page"],
  }),
  "/api/search": page("read", { example: "/api/search?q=huawei", params: [...VIEW, "q"], json: true }),

  "/changes": page("read", { params: [...VIEW, ...CHANGES] }),
  "/download/[file]": page("export", {
    example: "/download/changes.json",
    params: [...VIEW, ...CHANGES, "years", "slug", "device", "devices", "days", "state"],
    json: true,
  }),

  "/export": page("export"),
  "/export/[file]": page("export", { example: "/export/retailer.csv", json: true }),

  "/log/[...of]": page("see-recorder", { example: "/log/devices/huawei-mate-10-pro", params: ["before"] }),
  "/about": page("read"),
  "/sign-in": page(null, { params: ["next"] }),
  "/sign-out": page(null, { method: "POST" }),
  "/setup": page(null, { params: ["token"] }),
  "/invite": page(null, { params: ["token"] }),
  "/account": page("keep-own"),
  "/views": page("keep-own", { params: ["address"] }),
  "/watches": page("keep-own", { example: "/watches?of=devices/huawei-mate-10-pro", params: ["of"] }),
  "/people": page("administer"),

  "/edit": page("record-claim"),
  "/edit/intake": page("import"),
  "/edit/attention": page("record-claim", {
    params: ["kind", "manufacturer", "carrier", "days", "page", "put"],
  }),
  "/edit/bulk": page("record-claim", {
    example: "/edit/bulk?carrier=verizon&manufacturer=huawei",
    params: ["sort", ...Object.keys(DEAL_LIST.fields)],
  }),
  "/edit/link": page("record-claim", { params: ["url"] }),
  "/edit/record": page("record-claim", { params: ["device", "carrier", "source"] }),
  "/edit/[kind]/new": page("edit-entity", { example: "/edit/carriers/new", params: ["name", "country"] }),
  "/edit/[kind]/[slug]": page("edit-entity", { example: "/edit/devices/huawei-mate-10-pro", params: ["do"] }),
  "/edit/[kind]/[slug]/merge": page("merge", {
    example: "/edit/devices/huawei-mate-10-pro/merge",
    params: ["into", "into.choice"],
  }),
  "/edit/claims/[id]/[verb]": page("record-claim", { example: "/edit/claims/{claim}/correct" }),
  "/edit/evidence/[id]/retract": page("record-claim", { example: "/edit/evidence/{evidence}/retract" }),
  "/edit/import": page("import", { params: ["page", "problem"] }),
  "/edit/import/[id]": page("import", {
    example: "/edit/import/{import}",
    params: ["what", "show", "after", "ask"],
  }),
  "/edit/import/[id]/[file]": page("import", { example: "/edit/import/{import}/report.csv", json: true }),
  "/edit/import/upload": page("import", { method: "POST", json: true }),
  "/edit/review": page("record-claim", { params: ["page", "own", "decided"] }),
  "/edit/review/[id]": page("record-claim", { example: "/edit/review/{proposal}" }),
  "/edit/review/[id]/mend/[command]": page("record-claim", {
    example: "/edit/review/{proposal}/mend/{proposed}",
  }),
  "/edit/review/rules": page("administer"),
  "/edit/batches": page("record-claim", { params: ["page"] }),
  "/edit/undo/[what]/[id]": page("record-claim", { example: "/edit/undo/change/{change}" }),
  "/api/suggest": page("record-claim", { params: ["kind", "q"], json: true }),
};

export type ServerAction = {
  readonly action: Action | null;
  /** A page that has it. */
  readonly page: string;
  /** The fields that it reads; of one with many forms, `forms` says which. */
  readonly fields: readonly string[];
  readonly forms?: Readonly<Record<FormKind, Action>>;
  /** Its first argument is the form, not the state before it. */
  readonly stateless?: true;
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
  },
  "app/edit/bulk/actions.ts#bulkAction": {
    action: "record-claim",
    page: "/edit/bulk?carrier=verizon&manufacturer=huawei",
    fields: [...DESK, "deal"],
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
  "app/edit/comments/actions.ts#commentAction": {
    action: "propose",
    page: "/deals/huawei-mate-10-pro/verizon",
    fields: ["id", "on", "back", "text", "mention"],
  },
  "app/edit/comments/actions.ts#seenAction": { action: "propose", page: "/edit", fields: ["id"] },
  "app/edit/undo/[what]/[id]/actions.ts#undoAction": {
    action: "record-claim",
    page: "/edit/undo/change/00000000-0000-4000-8000-000000000000",
    fields: ["id", "what", "command", "why", "expected", "intent"],
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
