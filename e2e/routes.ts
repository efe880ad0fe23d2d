import type { Action } from "@/domain/permissions";
import { DEAL_LIST, SPELL_LIST } from "@/formats/lists";

/**
 * Every address of the product, with the row of the permission table that it asks. Browser tests walk this table and that
 * of e2e/server-actions.ts as every role and with hostile input; cli/routes.test.ts fails while one of app/ is missing.
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
/** Deals are ticked there. */
const CHOOSE = ["choose", "chosen"] as const;
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
  "part",
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
  "/carriers/[slug]/spells": page("read", {
    example: "/carriers/verizon/spells",
    params: [...VIEW, ...LIST, ...Object.keys(SPELL_LIST.fields)],
  }),
  "/manufacturers/[slug]": page("read", { example: "/manufacturers/huawei", params: VIEW }),
  "/manufacturers": page("read", { params: [...VIEW, ...LIST, "q", "country"] }),
  "/retailers/[slug]": page("read", { example: "/retailers/best-buy", params: [...VIEW, ...LIST, "state"] }),
  "/retailers": page("read", { params: [...VIEW, ...LIST, "q", "country", "kind"] }),
  "/deals": page("read", { params: [...VIEW, ...LIST, ...CHOOSE, ...Object.keys(DEAL_LIST.fields)] }),
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
      ...CHOOSE,
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
    params: [...VIEW, "q", "kind", "manufacturer", "country", "status", "evidence", "page", ...CHOOSE],
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
  "/edit/intake": page("import", { params: ["url", "publisher", "published"] }),
  "/edit/attention": page("record-claim", {
    params: ["kind", "manufacturer", "carrier", "days", "page", "put"],
  }),
  "/edit/bulk": page("record-claim", {
    example: "/edit/bulk?carrier=verizon&manufacturer=huawei",
    params: ["sort", ...Object.keys(DEAL_LIST.fields), "q", "evidence", "chosen"],
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
  "/edit/review/[id]": page("record-claim", { example: "/edit/review/{proposal}", params: ["page"] }),
  "/edit/review/[id]/mend/[command]": page("record-claim", {
    example: "/edit/review/{proposal}/mend/{proposed}",
  }),
  "/edit/review/rules": page("administer"),
  "/edit/settings": page("administer"),
  "/edit/batches": page("record-claim", { params: ["page"] }),
  "/edit/undo/[what]/[id]": page("record-claim", { example: "/edit/undo/change/{change}" }),
  "/api/suggest": page("record-claim", { params: ["kind", "q"], json: true }),
};
