import type { Metadata } from "next";
import Link from "next/link";
import { EditPage } from "@/components/forms/edit-page";
import { ImportList } from "@/components/import/import-list";
import { ProposalList } from "@/components/review/proposal-list";
import { QueueKeys } from "@/components/review/queue-keys";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { importsHanded } from "@/data/read/imports";
import { proposalQueue, QUEUE_PAGE } from "@/data/read/proposals";
import { counted } from "@/domain/import-words";
import { may } from "@/domain/permissions";
import { pageNumber } from "@/formats/page-number";
import { editPath, reviewPath, reviewRulesPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Review" };

function waitingWords(proposals: number, files: number): string {
  const parts = [
    ...(proposals > 0 ? [counted(proposals, "proposal")] : []),
    ...(files > 0 ? [counted(files, "file")] : []),
  ];
  if (parts.length === 0) return "Nothing waits for a second person.";
  return `${parts.join(" and ")} ${proposals + files === 1 ? "waits" : "wait"} for a second person.`;
}

export default async function ReviewQueuePage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("record-claim", reviewPath());
  const person = actor.kind === "user" ? actor.id : "";
  const params = await searchParams;
  const [page, own, decided] = [params.page, params.own, params.decided].map(pageNumber) as [
    number,
    number,
    number,
  ];
  const [waiting, mine, done, files] = await Promise.all([
    proposalQueue(db(), "waiting", person, page),
    proposalQueue(db(), "own", person, own),
    proposalQueue(db(), "decided", person, decided),
    importsHanded(db()),
  ]);
  const reviews = may(actor, "review", { own: false });
  const first = waiting.rows.find((row) => row.author.id !== person);
  const pages = (total: number) => Math.ceil(total / QUEUE_PAGE);
  const query = {
    page: page > 1 ? page : null,
    own: own > 1 ? own : null,
    decided: decided > 1 ? decided : null,
  };
  return (
    <EditPage
      title="Review"
      actor={actor}
      today={today()}
      saved={params.saved}
      lead={waitingWords(waiting.total, files.length)}
      actions={
        <>
          {may(actor, "administer") && (
            <Link className="btn" prefetch={false} href={reviewRulesPath()}>
              What needs review
            </Link>
          )}
          {reviews && first && (
            <Link className="btn p" prefetch={false} href={reviewPath(first.id)} data-key="j">
              Review one by one <kbd className="only-w">J</kbd>
            </Link>
          )}
        </>
      }
    >
      <QueueKeys />
      <Section id="waiting" title="Waiting" count={waiting.total}>
        {waiting.rows.length === 0 ? (
          <Empty>
            Nothing waits. What is proposed from a <Link href={editPath()}>form</Link>, an article or a file
            stands here until a second person has looked at it.
          </Empty>
        ) : (
          <ProposalList rows={waiting.rows} person={person} />
        )}
        <Pager path={reviewPath()} query={query} page={page} pages={pages(waiting.total)} />
      </Section>
      {files.length > 0 && (
        <Section id="files" title="Files" count={files.length}>
          <ImportList runs={files} />
        </Section>
      )}
      {mine.total > 0 && (
        <Section id="own" title="Your own" count={mine.total}>
          <ProposalList rows={mine.rows} person={person} />
          <Pager path={reviewPath()} query={query} page={own} pages={pages(mine.total)} name="own" />
        </Section>
      )}
      {done.total > 0 && (
        <Section id="decided" title="Decided" count={done.total}>
          <ProposalList rows={done.rows} person={person} />
          <Pager path={reviewPath()} query={query} page={decided} pages={pages(done.total)} name="decided" />
        </Section>
      )}
    </EditPage>
  );
}
