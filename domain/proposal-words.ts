import type { BatchKind, ProposalDeed, ProposalKind, ProposalState } from "./batches";

export const PROPOSAL_STATE_WORDS: Readonly<Record<ProposalState, string>> = {
  open: "waiting",
  "sent-back": "sent back",
  accepted: "accepted",
  rejected: "rejected",
  withdrawn: "withdrawn",
};

export const PROPOSAL_DEED_WORDS: Readonly<Record<ProposalDeed, string>> = {
  proposed: "proposed it",
  mended: "changed it",
  "sent-back": "sent it back",
  accepted: "accepted it",
  rejected: "rejected it",
  withdrawn: "withdrew it",
};

export const PROPOSAL_KIND_WORDS: Readonly<Record<ProposalKind, string>> = {
  claim: "form",
  intake: "article",
  import: "import",
  "bulk-edit": "bulk edit",
  undo: "undo",
};

export const BATCH_KIND_WORDS: Readonly<Record<BatchKind, string>> = {
  intake: "article",
  import: "import",
  "bulk-edit": "bulk edit",
  undo: "undo",
  proposal: "accepted proposal",
};
