import Link from "next/link";
import { Comments, type Talk } from "@/components/comments/comments";
import { Pager } from "@/components/ui/pager";
import { instantWords } from "@/domain/date-words";
import { PAGE_SIZE } from "@/domain/deal-rows";
import { PROPOSAL_DEED_WORDS } from "@/domain/proposal-words";
import type { Described } from "@/formats/describe";
import { hasForm } from "@/formats/edit-values";
import type { FormState } from "@/formats/form-state";
import { mendPath, reviewPath, undoPath } from "@/formats/paths";
import type { Proposal } from "@/formats/proposal";
import { CommandCard } from "./command-card";
import { DecideForm } from "./decide-form";

type Props = {
  proposal: Proposal;
  /** Its commands on this page. */
  described: readonly Described[];
  page: number;
  pages: number;
  /** On how many of its deals something was recorded since, of a proposal of several pages. */
  moved: number;
  warnings: ReadonlyMap<string, readonly string[]>;
  as: "author" | "second person" | "reader";
  talk: Talk;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** One proposal: its claims with what is recorded now, what others propose of the same, and what can be done with it. */
export function ProposalPage(props: Props) {
  const { proposal, described, page, pages, moved, warnings, as, talk, action } = props;
  const { commands, steps, others, state, batch, place } = proposal;
  const waits = state === "open" || (state === "sent-back" && as === "author");
  const several = commands.length > 1;
  const decides = waits && as === "second person";
  const last = steps.findLast((s) => s.changed)?.at ?? proposal.at;
  const isStale = moved > 0 || described.some((d) => d.stale !== null);
  const before = (page - 1) * PAGE_SIZE;
  const total = commands.length.toLocaleString("en-GB");
  return (
    <div className="reviewing">
      <div>
        {pages > 1 && (
          <p className="dim">
            Changes {before + 1} to {before + described.length} of {total}.
          </p>
        )}
        {described.map((d, at) => (
          <CommandCard
            key={d.id}
            described={d}
            place={several ? before + at + 1 : null}
            since={last}
            warnings={warnings.get(d.id) ?? []}
          >
            {decides && several && pages === 1 && (
              <label className="option">
                <input type="checkbox" name="take" value={d.id} form="decide" defaultChecked /> Take
              </label>
            )}
            {waits && as !== "reader" && hasForm(d.kind) && (
              <Link
                className="btn"
                prefetch={false}
                href={mendPath(proposal.id, d.id)}
                {...(!several && { "data-key": "e" })}
              >
                {as === "author" ? "Mend" : "Change"} {!several && <kbd className="only-w">E</kbd>}
              </Link>
            )}
          </CommandCard>
        ))}
        <Pager path={reviewPath(proposal.id)} query={null} page={page} pages={pages} keys />
      </div>
      <aside className="panel" aria-label="Decision">
        {waits && as !== "reader" && (
          <div>
            {pages > 1 && (
              <p>
                All {total} changes are decided together; they stand on {pages} pages.
                {as === "second person" && " To have some left out, send it back and say which."}
                {moved > 0 &&
                  ` ${moved === 1 ? "One of its deals was" : `${moved.toLocaleString("en-GB")} of its deals were`} changed since; each is marked.`}
              </p>
            )}
            <DecideForm
              action={action}
              values={{
                proposal: proposal.id,
                version: proposal.version,
                // After the last one, to one that was passed over.
                next: place?.next ?? place?.previous ?? "",
                ...(several && pages === 1 && { several: "yes" }),
              }}
              as={as}
              onTop={isStale}
            />
          </div>
        )}
        {waits && as === "reader" && (
          <div>
            <p className="dim">A reviewer decides. You can comment below.</p>
          </div>
        )}
        {batch && (
          <div>
            <p>
              Recorded as one batch.{" "}
              <Link prefetch={false} href={undoPath("batch", batch)}>
                Undo…
              </Link>
            </p>
          </div>
        )}
        {others.length > 0 && (
          <div>
            <h2>Also proposed of the same</h2>
            <ul className="bullets">
              {others.map((o) => (
                <li key={o.id}>
                  <Link prefetch={false} href={reviewPath(o.id)}>
                    {o.title}
                  </Link>{" "}
                  <span className="dim3">by {o.author}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h2>What was done</h2>
          <ol className="trail">
            {steps.map((s) => (
              <li key={s.version}>
                <b>{s.person}</b> {PROPOSAL_DEED_WORDS[s.deed]}{" "}
                <small>
                  <time dateTime={s.at}>{instantWords(s.at)}</time>
                </small>
                {s.comment && <p className="said-word">{s.comment}</p>}
              </li>
            ))}
          </ol>
        </div>
        <div>
          <Comments
            talk={talk}
            on={`proposal ${proposal.id}`}
            back={reviewPath(proposal.id)}
            about="this proposal"
          />
        </div>
      </aside>
    </div>
  );
}
