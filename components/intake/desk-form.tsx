import { useState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { PageHead } from "@/components/ui/page-head";
import { editPath } from "@/formats/paths";
import { type Desk, fieldOf, isClear } from "@/intake/desk/draft";
import { ArticlePane } from "./article-pane";
import { countAccepted, followChange, followKey } from "./desk-help";
import { DraftGroups } from "./draft-groups";
import { deskLead } from "./lead";
import { NotRead } from "./not-read";
import { OwnPassage } from "./own-passage";
import { numbered } from "./passages";
import { SaveBar } from "./save-bar";
import { SourceBlock } from "./source-block";
import type { IntakeState } from "./state";

type Props = { state: IntakeState; desk: Desk; submit: (form: FormData) => void; pending: boolean };

/** What the article says, beside it: every proposal can be accepted, changed or rejected, and all is saved at once. */
export function DeskForm({ state, desk, submit, pending }: Props) {
  const passages = numbered(desk.drafts);
  const [selected, setSelected] = useState("");
  // Counted where script runs; each answer of the server says it anew.
  const [counted, setCounted] = useState<{ of: IntakeState | null; accepted: number }>({
    of: null,
    accepted: 0,
  });
  const accepted =
    counted.of === state
      ? counted.accepted
      : desk.drafts.filter(({ key }) => state.values[fieldOf(key, "decision")] === "accept").length;
  const clear = desk.drafts.filter(isClear).length;
  const kept = ["command", "given.publisher", "given.published", "given.url"];
  const own = Object.keys(state.values).filter((name) => name.startsWith("own."));
  return (
    <form
      action={submit}
      onChange={(event) => {
        followChange(event);
        setCounted({ of: state, accepted: countAccepted(event.currentTarget) });
      }}
      onKeyDown={followKey}
      noValidate
    >
      {[...kept, ...own].map((name) => (
        <input key={name} type="hidden" name={name} value={state.values[name] ?? ""} />
      ))}
      <PageHead
        title="What this article says"
        crumbs={[{ word: "Edit", href: editPath() }]}
        lead={deskLead(desk)}
        actions={
          <>
            <button className="btn" type="submit" name="intent" value="again" disabled={pending}>
              Another text
            </button>
            <button className="btn" type="submit" name="intent" value="reject-all" disabled={pending}>
              Reject all
            </button>
            {clear > 0 && (
              <button className="btn" type="submit" name="intent" value="accept-clear" disabled={pending}>
                Accept {clear} without questions
              </button>
            )}
          </>
        }
      />
      <div className="wrap">
        <ErrorList state={state} />
        <div className="intake">
          <div>
            <SourceBlock state={state} desk={desk} />
            <ArticlePane text={state.text} passages={passages} onSelect={setSelected} />
            <OwnPassage state={state} selected={selected} />
          </div>
          <div>
            <DraftGroups state={state} desk={desk} passages={passages} />
            <NotRead notRead={desk.notRead} />
            <SaveBar accepted={accepted} word={state.values.comment ?? ""} pending={pending} />
          </div>
        </div>
      </div>
    </form>
  );
}
