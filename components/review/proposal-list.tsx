import type { Waiting } from "@/domain/batches";
import { PROPOSAL_KIND_WORDS, PROPOSAL_STATE_WORDS } from "@/domain/proposal-words";
import { reviewPath } from "@/formats/paths";
import { SentTable } from "./sent-table";

const HEADS = { what: "Proposal", kind: "From", at: "Since", state: "State" };

/** Proposals, one a line. `person`: whoever looks. */
export function ProposalList({ rows, person }: { rows: readonly Waiting[]; person: string }) {
  return (
    <SentTable
      heads={HEADS}
      rows={rows.map(({ id, title, kind, commands, author, at, state, decided }) => ({
        ...{ id, title, commands, at },
        href: reviewPath(id),
        kind: PROPOSAL_KIND_WORDS[kind],
        by: author.id === person ? "you" : author.name,
        state: (
          <>
            <span className="tag">{PROPOSAL_STATE_WORDS[state]}</span>
            {decided && state !== "withdrawn" && <small>by {decided.name}</small>}
          </>
        ),
      }))}
    />
  );
}
