import Link from "next/link";
import { StatusMark } from "@/components/status/status-mark";
import { counted } from "@/components/timeline/words";
import type { StatusClaim, View } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import type { DealLane, DeviceHistory } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import { type KnowMore, knowMore } from "@/domain/know-more";
import { type Actor, may } from "@/domain/permissions";
import { CERTAINTY_WORDS, STATUS_WORDS, statusDeed } from "@/domain/words";
import {
  addEvidencePath,
  correctPath,
  dealPath,
  type Query,
  recordPath,
  retractPath,
  withQuery,
} from "@/formats/paths";
import { ClaimFacts } from "./claim-facts";
import { Opposition, Support } from "./evidence-list";
import { Provenance } from "./provenance";

export type PanelProps = {
  history: DeviceHistory;
  view: View;
  today: Day;
  past: boolean;
  actor: Actor;
  query: Query;
  closeHref: string;
  hrefOf: (claim: string) => string;
};

/** "withdrawn, 30 Jan 2018": a version of a claim in few words. */
export const sayClaim = (c: StatusClaim): string =>
  `${STATUS_WORDS[c.status].word}, ${dateWords(c.effective)}`;

/** A claim opened from its bar: what, when, how certain and why, against it, who recorded it. */
export function ClaimPanel({ lane, entry, ...props }: PanelProps & { lane: DealLane; entry: HistoryEntry }) {
  const { history, view, past, actor, query, closeHref, hrefOf } = props;
  const { claim } = entry;
  const { letter, word } = STATUS_WORDS[claim.status];
  const at = lane.history.indexOf(entry);
  const before = lane.history[at - 1];
  const unsure = lane.now?.claim.id === claim.id && !lane.now.certain;
  const judged = { judged: entry.certainty, graph: history.graph, query };
  const more = past ? knowMore(entry, lane.history, lane.claims, history.graph) : null;
  return (
    <aside className="panel" id="claim" tabIndex={-1} aria-labelledby="claim-title">
      <div>
        <div className="spread">
          <p className="cap">
            Claim {at + 1} of {lane.history.length}, {lane.carrier.name}
          </p>
          <span className="btns">
            {before && (
              <Link className="btn s" prefetch={false} scroll={false} href={hrefOf(before.claim.id)}>
                Previous
              </Link>
            )}
            <Link className="btn s" prefetch={false} scroll={false} href={closeHref}>
              Close <kbd className="only-w">Esc</kbd>
            </Link>
          </span>
        </div>
        <h2 id="claim-title" className="said-status">
          <StatusMark status={claim.status} size={14} />
          <span aria-hidden="true">{letter}</span> {word}
          {unsure && "?"}
        </h2>
        <p className="dim">
          {claim.note ?? `${lane.carrier.name} ${statusDeed(before?.claim.status ?? null, claim.status)}.`}
        </p>
        {lane.now?.claim.id === claim.id && lane.stale?.stale && (
          <p className="dim">
            <span className="tag">stale</span> {lane.stale.why}
          </p>
        )}
        {may(actor, "record-claim") && !past && (
          <p className="btns verbs">
            <Link className="btn" prefetch={false} href={recordPath(history.device.slug, lane.carrier.slug)}>
              Record a change
            </Link>
            <Link className="btn" prefetch={false} href={correctPath(claim.id)}>
              Correct
            </Link>
            <Link className="btn" prefetch={false} href={addEvidencePath(claim.id)}>
              Add evidence
            </Link>
            <Link className="btn danger" prefetch={false} href={retractPath(claim.id)}>
              Retract
            </Link>
          </p>
        )}
      </div>
      <div>
        <ClaimFacts entry={entry} lane={lane} policies={history.policies} on={view.on} query={query} />
      </div>
      <Support {...judged} />
      <Opposition {...judged} />
      {more && <More more={more} href={withQuery(dealPath(history.device.slug, lane.carrier.slug))} />}
      <div className="sm dim3">
        <Provenance
          claim={claim}
          claims={lane.claims}
          record={view.record}
          seesRecorder={may(actor, "see-recorder")}
          say={sayClaim}
        />
        {past && may(actor, "record-claim") && (
          <p>Nothing can be recorded or corrected while the page looks at the past.</p>
        )}
        <p className="gap">
          <Link prefetch={false} href={dealPath(history.device.slug, lane.carrier.slug, query)}>
            History of this deal
          </Link>{" "}
          {may(actor, "propose") && !past && (
            <>
              ·{" "}
              <Link
                prefetch={false}
                href={`${dealPath(history.device.slug, lane.carrier.slug)}#c-${claim.id}`}
              >
                Comments
              </Link>{" "}
            </>
          )}
          · <a href="#cite">Cite</a>
        </p>
      </div>
    </aside>
  );
}

function More({ more, href }: { more: KnowMore; href: string }) {
  const { corrected, retracted, articles, certainty, later } = more;
  const parts = [
    corrected && `This claim was corrected to ${sayClaim(corrected)}.`,
    retracted &&
      `This claim was retracted on ${dayWords(retracted.recorded.at.slice(0, 10))}: ${retracted.reason}`,
    articles > 0 && `${counted(articles, "more article supports", "more articles support")} it.`,
    certainty && `It is ${CERTAINTY_WORDS[certainty].word} now.`,
    later > 0 && `${counted(later, "later claim")} about this deal ${later === 1 ? "is" : "are"} known.`,
  ].filter((part) => typeof part === "string");
  return (
    <div className="later">
      <h3>We know more now</h3>
      <p>{parts.join(" ")}</p>
      <Link className="btn" prefetch={false} href={href}>
        See it as known today
      </Link>
    </div>
  );
}

/** The panel for an address whose claim does not stand in this view: it says why. */
export function HiddenClaimPanel({
  claim,
  lane,
  ...props
}: PanelProps & { claim: StatusClaim; lane: DealLane }) {
  const { history, closeHref, hrefOf } = props;
  const successor = lane.claims.find((c) => c.supersedes === claim.id);
  const shown = successor && lane.history.find((e) => e.claim.id === successor.id);
  return (
    <aside className="panel" id="claim" tabIndex={-1} aria-labelledby="claim-title">
      <div>
        <div className="spread">
          <p className="cap">A claim about {lane.carrier.name}</p>
          <Link className="btn s" prefetch={false} scroll={false} href={closeHref}>
            Close <kbd className="only-w">Esc</kbd>
          </Link>
        </div>
        <h2 id="claim-title">{sayClaim(claim)}</h2>
        <p>{whyHidden(claim, successor)}</p>
        {shown && (
          <p>
            <Link className="btn" prefetch={false} scroll={false} href={hrefOf(shown.claim.id)}>
              See {sayClaim(shown.claim)}
            </Link>
          </p>
        )}
        <p className="gap">
          <Link prefetch={false} href={`${dealPath(history.device.slug, lane.carrier.slug)}#log`}>
            All that was recorded about this deal
          </Link>
        </p>
      </div>
    </aside>
  );
}

function whyHidden(claim: StatusClaim, successor: StatusClaim | undefined): string {
  if (claim.retraction)
    return `It was retracted on ${dayWords(claim.retraction.recorded.at.slice(0, 10))}: ${claim.retraction.reason}`;
  if (successor)
    return `It was corrected on ${dayWords(successor.recorded.at.slice(0, 10))}: ${successor.correctionReason ?? ""}`;
  return "It was not yet published, or not yet recorded, on the day that this page looks at.";
}

/** The panel for an address that names no claim of this page. */
export function NoClaimPanel({ closeHref }: Pick<PanelProps, "closeHref">) {
  return (
    <aside className="panel" id="claim" tabIndex={-1} aria-labelledby="claim-title">
      <div>
        <h2 id="claim-title">No such claim</h2>
        <p>
          The address names a claim that is not on this page. Choose a bar of the chart or a line of the list.
        </p>
        <p className="gap">
          <Link className="btn" prefetch={false} scroll={false} href={closeHref}>
            Close
          </Link>
        </p>
      </div>
    </aside>
  );
}
