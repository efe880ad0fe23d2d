import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { commentAction } from "@/app/edit/comments/actions";
import { decideAction } from "@/app/edit/review/actions";
import { nothingHere } from "@/app/gate";
import { EditPage } from "@/components/forms/edit-page";
import { ProposalPage } from "@/components/review/proposal-page";
import { commandWarnings } from "@/data/read/command-warnings";
import { commentsOfProposal, peopleToMention } from "@/data/read/comments";
import { describedCommands } from "@/data/read/described";
import { previewStatus } from "@/data/read/preview";
import { dealsMoved, proposal } from "@/data/read/proposals";
import { instantWords } from "@/domain/date-words";
import { PAGE_SIZE, pageOf } from "@/domain/deal-rows";
import { may } from "@/domain/permissions";
import { PROPOSAL_STATE_WORDS } from "@/domain/proposal-words";
import type { Command, CommandOf } from "@/formats/commands";
import { isId } from "@/formats/id";
import { pageNumber } from "@/formats/page-number";
import { reviewPath } from "@/formats/paths";
import type { Proposal } from "@/formats/proposal";
import type { Params } from "@/formats/view";
import { now, today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Review" };

/** Of a page, the first ones are asked what the forms would have warned of: each takes some queries. */
const WARNED = 10;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export default async function ReviewOnePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor("record-claim", reviewPath(id));
  const person = actor.kind === "user" ? actor.id : "";
  const found = isId(id) ? await proposal(db(), id, person) : null;
  if (!found) return nothingHere();
  const own = found.author.id === person;
  const query = await searchParams;
  const { page, pages } = pageOf(found.commands.length, pageNumber(query.page));
  const shown = found.commands.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const described = await describedCommands(db(), shown, found.commands);
  const waits = found.state === "open" || found.state === "sent-back";
  return (
    <EditPage
      title={found.title}
      actor={actor}
      today={today()}
      crumbs={[{ word: "Review", href: reviewPath() }]}
      saved={query.saved}
      lead={
        <>
          {own ? "You" : found.author.name} proposed it on {instantWords(found.at)}.{" "}
          <span className="tag">{PROPOSAL_STATE_WORDS[found.state]}</span>
        </>
      }
      actions={
        found.place && (
          <>
            <span className="dim nw">
              {found.place.at} of {found.place.of} waiting
            </span>
            {found.place.previous && (
              <Link className="btn" prefetch={false} href={reviewPath(found.place.previous)} data-key="k">
                Previous <kbd className="only-w">K</kbd>
              </Link>
            )}
            {found.place.next && (
              <Link className="btn" prefetch={false} href={reviewPath(found.place.next)} data-key="j">
                Next <kbd className="only-w">J</kbd>
              </Link>
            )}
          </>
        )
      }
    >
      <ProposalPage
        proposal={found}
        described={described}
        page={page}
        pages={pages}
        moved={waits && pages > 1 ? await dealsMoved(db(), id) : 0}
        warnings={waits ? await warnings(found, shown) : new Map()}
        as={own ? "author" : may(actor, "review", { own }) ? "second person" : "reader"}
        talk={{
          said: await commentsOfProposal(db(), id),
          people: await peopleToMention(db(), person),
          command: randomUUID(),
          action: commentAction,
        }}
        action={decideAction}
      />
    </EditPage>
  );
}

/** What the forms would have warned of, asked of the record as it is now. */
async function warnings(
  { commands }: Proposal,
  shown: readonly Command[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const made = commands.filter((c): c is CommandOf<"create-source"> => c.kind === "create-source");
  const found = new Map<string, readonly string[]>();
  for (const command of shown.slice(0, WARNED)) {
    if (command.kind === "record-status" || command.kind === "correct-status")
      found.set(command.id, (await previewStatus(db(), command, made, now())).warnings);
    else if (/^(?:create|edit)-(?:source|carrier|device)$/.test(command.kind))
      found.set(
        command.id,
        (await commandWarnings(db(), command)).map((p) => p.message),
      );
  }
  return found;
}
