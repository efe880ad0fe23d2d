/** What the tables of an export hold, in words, and in the groups in which a reader looks for them. */
export type ExportGroup = {
  readonly title: string;
  readonly tables: readonly (readonly [name: string, holds: string])[];
};

export const EXPORT_GROUPS: readonly ExportGroup[] = [
  {
    title: "Things",
    tables: [
      ["manufacturer", "Makers of devices"],
      ["device", "Devices with their kind and announcement"],
      ["carrier", "Carriers with country, kind and host"],
      ["retailer", "Shops, resellers and makers’ own stores"],
      ["alias", "Other names, model numbers, code names, network codes"],
      ["policy_action", "What governments and regulators did"],
      ["policy_action_manufacturer", "Which makers a policy action affects"],
      ["merging", "Records of one thing that were made one"],
      ["unmerging", "Those that were taken apart again"],
      ["merging_row", "What moved with a merge, so that it can move back"],
      ["discarding", "Things that were entered by mistake and taken out, with their rows"],
      ["bringing_back", "Those that were brought back"],
      ["list_entry", "What published lists said when they last came"],
    ],
  },
  {
    title: "Claims",
    tables: [
      ["deal", "Device and carrier, a pair once"],
      ["status_change", "Claims that a deal took a status, with all three times"],
      ["status_change_policy_action", "The policy actions behind them"],
      ["listing", "Claims that a device is on sale at a retailer"],
      ["statement", "What parties said"],
      ["retraction", "Claims and evidence that were taken back, with who and why"],
    ],
  },
  {
    title: "Sources and evidence",
    tables: [
      ["source", "Publications by address name"],
      ["source_version", "What is known of each, in all its versions"],
      ["source_retraction", "Publications that were retracted"],
      ["citation", "Which source usually rests on which"],
      ["policy_action_source", "Sources of policy actions"],
      ["evidence", "Which source says which claim: stance, attribution, quote"],
      ["evidence_via", "What it rests on for this claim"],
    ],
  },
  {
    title: "Who did what",
    tables: [
      ["user", "Names of those who recorded; no addresses, no rights"],
      ["proposal", "Commands that wait for a second person, or did"],
      ["proposal_step", "What was done to them, in order"],
      ["proposal_subject", "What they are about"],
      ["change_batch", "Commands that were sent together"],
      ["comment", "What people said to each other about claims"],
      ["comment_mention", "Whom they named"],
      ["command_receipt", "Each command that took effect, once"],
      ["audit_entry", "The audit trail, sealed entry by entry"],
    ],
  },
];
