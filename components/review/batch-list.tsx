import Link from "next/link";
import type { BatchRow } from "@/domain/batches";
import { instantWords } from "@/domain/date-words";
import { BATCH_KIND_WORDS } from "@/domain/proposal-words";
import { reviewPath, undoPath } from "@/formats/paths";
import { SentTable } from "./sent-table";

const HEADS = { what: "What", kind: "Kind", at: "When", state: "Undone" };

/** Batches, newest first: who, when, what, how many, and whether it was undone. */
export function BatchList({ rows }: { rows: readonly BatchRow[] }) {
  return (
    <SentTable
      heads={HEADS}
      rows={rows.map(({ id, title, reason, kind, proposal, commands, person, at, undone }) => ({
        ...{ id, title, commands, at },
        href: undoPath("batch", id),
        why: reason,
        kind: proposal ? (
          <Link prefetch={false} href={reviewPath(proposal)}>
            {BATCH_KIND_WORDS[kind]}
          </Link>
        ) : (
          BATCH_KIND_WORDS[kind]
        ),
        by: person,
        state: undone ? (
          <>
            <span className="tag">undone</span>
            <small>
              {undone.person}, {instantWords(undone.at)}
            </small>
          </>
        ) : (
          <Link className="btn s" prefetch={false} href={undoPath("batch", id)}>
            Undo…
          </Link>
        ),
      }))}
    />
  );
}
