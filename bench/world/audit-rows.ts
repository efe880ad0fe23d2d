import { hash } from "node:crypto";
import type { Row } from "./copy";
import { instant, mapped } from "./rows";
import type { World } from "./world";

/** What the door leaves of each command: its receipt, and its entry in the audit trail, sealed with the one before. */

/** The world keeps no command's text, so its receipt is sealed by its id. */
export const receiptRows = ({ commands }: World): Iterable<Row> =>
  mapped(commands, ({ id, kind, user, subject, claim, at }) => ({
    id,
    kind,
    content: hash("sha256", id),
    actor_id: user.id,
    answer: JSON.stringify({ commandId: id, kind, subject, claim, version: 1 }),
    recorded_at: instant(at),
  }));

const DETAIL = '{"before": null}';
const OUTCOME = "accepted";

/**
 * Sealed here, since the database would have to read each entry again to seal the next one. `verifyAudit` recomputes every
 * seal by the record's own `audit_hash`.
 */
export function* auditRows({ commands }: World): Generator<Row> {
  let sealed = "";
  for (const [i, { id, kind, user, subject, at }] of commands.entries()) {
    // As jsonb_build_array writes it; PostgreSQL escapes texts as JSON.stringify does.
    const text = `[${i + 1}, "${instant(at)}", "${user.id}", ${JSON.stringify(user.name)}, "${kind}", "${OUTCOME}", \
"${id}", "${subject.kind}", "${subject.id}", ${DETAIL}, "${sealed}"]`;
    const seal = hash("sha256", text);
    yield {
      seq: i + 1,
      at: instant(at),
      actor_id: user.id,
      actor_name: user.name,
      action: kind,
      outcome: OUTCOME,
      command_id: id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      detail: DETAIL,
      prev_hash: sealed,
      hash: seal,
    };
    sealed = seal;
  }
}
