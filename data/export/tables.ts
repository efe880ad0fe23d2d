/** What an export holds of the database, table by table, and why the rest is not in it. */

export type ExportTable = {
  readonly name: string;
  /** Columns of the order in which rows are written: the primary key. */
  readonly key: readonly string[];
  /** Columns that no export holds, and what a restored row has instead, as SQL on the row `r`. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** In full exports only: it tells who did what, accepted or refused. */
  readonly trail?: true;
  /** Its rows are people. */
  readonly people?: true;
};

const byId = (name: string): ExportTable => ({ name, key: ["id"] });

/** In the order in which rows may be written: what is referred to before what refers to it. */
export const EXPORT_TABLES: readonly ExportTable[] = [
  {
    name: "user",
    key: ["id"],
    people: true,
    // What people did keeps their name. Their rights, addresses and passwords belong to one installation: a restored
    // person cannot sign in, and does not stand in the way of a first admin.
    hidden: {
      email: "r.id || '@restored.invalid'",
      email_verified: "false",
      image: "NULL",
      role: "'analyst'",
      disabled_at: "now()",
      updated_at: "r.created_at",
    },
  },
  byId("manufacturer"),
  byId("carrier"),
  byId("retailer"),
  byId("device"),
  byId("alias"),
  byId("source"),
  { name: "source_version", key: ["source_id", "version"] },
  { name: "source_retraction", key: ["source_id"] },
  byId("citation"),
  byId("policy_action"),
  { name: "policy_action_manufacturer", key: ["policy_action_id", "manufacturer_id"] },
  { name: "policy_action_source", key: ["policy_action_id", "source_id"] },
  byId("deal"),
  { name: "status_change", key: ["seq"] },
  { name: "status_change_policy_action", key: ["status_change_id", "policy_action_id"] },
  { name: "listing", key: ["seq"] },
  { name: "evidence", key: ["seq"] },
  { name: "evidence_via", key: ["evidence_id", "source_id"] },
  { name: "statement", key: ["seq"] },
  byId("retraction"),
  byId("merging"),
  { name: "unmerging", key: ["merging_id"] },
  { name: "merging_row", key: ["place"] },
  byId("discarding"),
  { name: "bringing_back", key: ["discarding_id"] },
  { name: "list_entry", key: ["list", "key", "name_key"] },
  { name: "proposal", key: ["id"], trail: true },
  { name: "proposal_step", key: ["proposal_id", "version"], trail: true },
  { name: "proposal_subject", key: ["proposal_id", "kind", "subject_id"], trail: true },
  { name: "change_batch", key: ["id"], trail: true },
  { name: "comment", key: ["id"], trail: true },
  { name: "comment_mention", key: ["comment_id", "user_id"], trail: true },
  { name: "command_receipt", key: ["id"], trail: true },
  { name: "audit_entry", key: ["seq"], trail: true },
];

/** Tables that are in no export. A test fails while a table stands neither here nor above. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  _prisma_migrations: "the shape of the database, not its content",
  deal_span: "derived from the claims; a restore derives it anew",
  span_by_known: "derived from the claims; a restore derives it anew",
  span_by_record: "derived from the claims; a restore derives it anew",
  claim_known: "derived from the claims; a restore derives it anew",
  listing_known: "derived from the claims; a restore derives it anew",
  publisher: "derived from the sources; a restore derives it anew",
  session: "secret",
  account: "secret",
  verification: "secret",
  invite: "secret",
  sign_in_attempt: "of the moment",
  saved_view: "a person's own",
  choice: "of the moment",
  watch: "a person's own",
  put_off: "the desk of this installation: what it looks at later",
  review_rule: "a setting of this installation",
  setting: "a setting of this installation",
  undo_run: "work of the moment; what it did stands in the trail",
  import_run: "files on their way in",
  import_chunk: "files on their way in",
  import_row: "files on their way in",
  import_question: "files on their way in",
  import_mapping: "a convenience of this installation",
};

/** Who gets how much of it. */
export type ExportScope = "everything" | "record" | "public";

/** Columns that say who recorded something: not for visitors (`see-recorder` in domain/permissions.ts). */
const RECORDER = ["recorded_by_id", "command_id"];

/** The tables that a scope holds, in the order in which their rows may be written. */
export const tablesOf = (scope: ExportScope): readonly ExportTable[] =>
  EXPORT_TABLES.filter((t) => scope === "everything" || (!t.trail && (scope === "record" || !t.people)));

/** Columns of a table that a scope leaves out. */
export const hiddenColumns = (table: ExportTable, scope: ExportScope): readonly string[] => [
  ...Object.keys(table.hidden ?? {}),
  ...(scope === "public" ? RECORDER : []),
];
