/**
 * Every address of the product is made here. `query` is what the reader's view adds (`printView`), kept while moving from
 * page to page.
 */

export type Query = URLSearchParams | Readonly<Record<string, string | number | null | undefined>> | null;

/** A path, perhaps with a query, and more of it; empty values are left out, of two of a name the later one holds. */
export function withQuery(path: string, ...queries: readonly (Query | undefined)[]): string {
  const [bare = "", before] = path.split("?", 2);
  const all = new URLSearchParams(before);
  for (const query of queries) {
    if (!query) continue;
    const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
    for (const [key, value] of entries) {
      if (value !== null && value !== undefined && value !== "") all.set(key, String(value));
    }
  }
  const text = all.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text === "" ? bare : `${bare}?${text}`;
}

/** Queries as one; of a name that is given twice the last holds, and empty ones are left out. */
export const merged = (...queries: readonly (Query | undefined)[]): URLSearchParams =>
  new URLSearchParams(withQuery("", ...queries));

const s = encodeURIComponent;

export const homePath = (q?: Query) => withQuery("/", q);
export const matrixPath = (q?: Query) => withQuery("/matrix", q);
export const comparePath = (q?: Query) => withQuery("/compare", q);
export const devicesPath = (q?: Query) => withQuery("/devices", q);
export const devicePath = (slug: string, q?: Query) => withQuery(`/devices/${s(slug)}`, q);
export const carriersPath = (q?: Query) => withQuery("/carriers", q);
export const carrierPath = (slug: string, q?: Query) => withQuery(`/carriers/${s(slug)}`, q);
export const spellsPath = (carrier: string, q?: Query) => withQuery(`/carriers/${s(carrier)}/spells`, q);
export const manufacturersPath = (q?: Query) => withQuery("/manufacturers", q);
export const manufacturerPath = (slug: string, q?: Query) => withQuery(`/manufacturers/${s(slug)}`, q);
export const retailersPath = (q?: Query) => withQuery("/retailers", q);
export const retailerPath = (slug: string, q?: Query) => withQuery(`/retailers/${s(slug)}`, q);
export const sourcesPath = (q?: Query) => withQuery("/sources", q);
export const sourcePath = (slug: string, q?: Query) => withQuery(`/sources/${s(slug)}`, q);
export const policiesPath = (q?: Query) => withQuery("/policy", q);
export const policyPath = (slug: string, q?: Query) => withQuery(`/policy/${s(slug)}`, q);
export const dealsPath = (q?: Query) => withQuery("/deals", q);
export const dealPath = (device: string, carrier: string, q?: Query) =>
  withQuery(`/deals/${s(device)}/${s(carrier)}`, q);
export const changesPath = (q?: Query) => withQuery("/changes", q);
/** A file of what a page shows, with the page's own parameters. */
export const downloadPath = (what: string, format: string, q?: Query) =>
  withQuery(`/download/${what}.${format}`, q);
export const searchPath = (text: string, q?: Query) => withQuery("/search", { q: text }, q);
export const aboutPath = (q?: Query) => withQuery("/about", q);

export const signInPath = (next?: string) => withQuery("/sign-in", { next });
export const peoplePath = () => "/people";
export const viewsPath = (q?: Query) => withQuery("/views", q);
export const accountPath = () => "/account";

export const editPath = () => "/edit";
/** An article by its address. */
export const linkPath = (url?: string) => withQuery("/edit/link", { url });
/** One change for many deals: those of a list's filter. */
export const bulkPath = (q?: Query) => withQuery("/edit/bulk", q);
/** The intake; with an address, and what is known of it, to fetch or paste its page. */
export const intakePath = (q?: Query) => withQuery("/edit/intake", q);
export const attentionPath = (q?: Query) => withQuery("/edit/attention", q);
export const recordPath = (device?: string, carrier?: string) =>
  withQuery("/edit/record", { device, carrier });
export const correctPath = (claim: string) => `/edit/claims/${s(claim)}/correct`;
export const retractPath = (claim: string) => `/edit/claims/${s(claim)}/retract`;
export const addEvidencePath = (claim: string) => `/edit/claims/${s(claim)}/evidence`;
export const retractEvidencePath = (evidence: string) => `/edit/evidence/${s(evidence)}/retract`;

export const importsPath = (q?: Query) => withQuery("/edit/import", q);
export const importPath = (id: string, q?: Query) => withQuery(`/edit/import/${s(id)}`, q);
export const importUploadPath = () => "/edit/import/upload";
export const importFilePath = (id: string, file: "report.csv" | "refused.csv") =>
  `/edit/import/${s(id)}/${file}`;
export const exportPath = () => "/export";
export const exportFilePath = (file: string) => `/export/${s(file)}`;
/** The queue; with an id one proposal. */
export const reviewPath = (proposal?: string, q?: Query) =>
  withQuery(proposal ? `/edit/review/${s(proposal)}` : "/edit/review", q);
export const mendPath = (proposal: string, command: string) =>
  `/edit/review/${s(proposal)}/mend/${s(command)}`;
export const reviewRulesPath = () => "/edit/review/rules";
export const settingsPath = () => "/edit/settings";
export const batchesPath = (q?: Query) => withQuery("/edit/batches", q);
/** What an undo would touch: of a batch, or of one command. */
export const undoPath = (what: "batch" | "change", id: string, q?: Query) =>
  withQuery(`/edit/undo/${what}/${s(id)}`, q);

export type EditableKind =
  | "manufacturers"
  | "carriers"
  | "retailers"
  | "devices"
  | "sources"
  | "policy"
  | "listings"
  | "statements";
export const newPath = (kind: EditableKind, q?: Query) => withQuery(`/edit/${kind}/new`, q);
/** Entities by slug, claims (listings, statements) by id. */
export const editEntityPath = (kind: EditableKind, slug: string) => `/edit/${kind}/${s(slug)}`;

/** What has a log of its own: things by slug, deals by device and carrier, people by id. */
export type LogKind = Exclude<EditableKind, "listings" | "statements"> | "deals" | "people";
export const logPath = (kind: LogKind, slug: string, carrier?: string) =>
  ["/log", kind, s(slug), ...(carrier === undefined ? [] : [s(carrier)])].join("/");

/** What can be watched; `of`: one of them by its path, to begin with it. */
export type WatchKind = "devices" | "carriers" | "manufacturers" | "sources" | "deals";
export const watchesPath = (of?: string) => withQuery("/watches", { of });
export const isWatchKind = (kind: string): kind is WatchKind =>
  ["devices", "carriers", "manufacturers", "sources", "deals"].includes(kind);

/** Merging it into another one, and un-merging what was merged into it. */
export const mergePath = (kind: EditableKind, slug: string, q?: Query) =>
  withQuery(`${editEntityPath(kind, slug)}/merge`, q);

/** The view's parameters and the claim that a page opens. */
export function withClaim(query: Query | undefined, claim: string): URLSearchParams {
  const all = new URLSearchParams(query instanceof URLSearchParams ? query : undefined);
  all.set("claim", claim);
  return all;
}
