import type { Metadata } from "next";
import Link from "next/link";
import { seenAction } from "@/app/edit/comments/actions";
import { MentionList } from "@/components/comments/mention-list";
import { EditPage } from "@/components/forms/edit-page";
import { LinkField } from "@/components/forms/link-field";
import { Section } from "@/components/ui/section";
import { attentionCounts } from "@/data/read/attention";
import { mentionsOf } from "@/data/read/comments";
import { waitingFor } from "@/data/read/proposals";
import { attentionTally, PRESSING_KINDS } from "@/domain/attention";
import { may } from "@/domain/permissions";
import { ANONYMOUS_DAYS } from "@/formats/attention-query";
import {
  attentionPath,
  batchesPath,
  bulkPath,
  devicesPath,
  type EditableKind,
  editPath,
  importsPath,
  intakePath,
  newPath,
  recordPath,
  reviewPath,
  reviewRulesPath,
  settingsPath,
} from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Edit" };

const NEW: readonly (readonly [EditableKind, string])[] = [
  ["devices", "Device"],
  ["carriers", "Carrier"],
  ["manufacturers", "Manufacturer"],
  ["retailers", "Retailer"],
  ["sources", "Source"],
  ["listings", "Listing at a retailer"],
  ["statements", "Statement"],
  ["policy", "Policy action"],
];

export default async function EditStart() {
  const actor = await requireActor("record-claim", editPath());
  const now = today();
  const counts = await attentionCounts(
    db(),
    {
      today: now,
      days: ANONYMOUS_DAYS,
      manufacturer: null,
      carrier: null,
    },
    PRESSING_KINDS,
  );
  const { pressing } = attentionTally(counts);
  const person = actor.kind === "user" ? actor.id : "";
  const [waiting, mentions] = [await waitingFor(db(), person), await mentionsOf(db(), person)];
  return (
    <EditPage
      title="Keep the record"
      actor={actor}
      today={now}
      lead="Nothing is overwritten: a change is a new claim, a correction closes an old one and says why."
    >
      <Section id="record" title="The world changed">
        <p className="btns">
          <Link className="btn p" href={recordPath()}>
            Record a change
          </Link>
          <Link className="btn" href={intakePath()}>
            Read an article
          </Link>
        </p>
        <LinkField />
      </Section>
      <Section id="attention" title="What needs attention">
        <p>
          <Link className="btn" prefetch={false} href={attentionPath()}>
            {pressing === 1 ? "One thing needs" : `${pressing} things need`} a look
          </Link>
        </p>
      </Section>
      {mentions.length > 0 && (
        <Section id="mentions" title="Said to you" count={mentions.length}>
          <MentionList mentions={mentions} action={seenAction} />
        </Section>
      )}
      <Section id="review" title="What waits for a second person">
        <p className="btns">
          <Link className="btn" prefetch={false} href={reviewPath()}>
            {waiting.open === 1 ? "One proposal waits" : `${waiting.open} proposals wait`}
          </Link>
          {waiting.back > 0 && (
            <Link className="btn" prefetch={false} href={`${reviewPath()}#own`}>
              {waiting.back === 1 ? "One of yours was sent back" : `${waiting.back} of yours were sent back`}
            </Link>
          )}
          <Link className="btn" prefetch={false} href={batchesPath()}>
            Batches, and undo
          </Link>
        </p>
      </Section>
      <Section id="correct" title="What we had was wrong">
        <p>
          Open the claim on the page of its <Link href={devicesPath()}>device</Link>; from there it is one
          click to correct it, to retract it, or to add evidence.
        </p>
      </Section>
      <Section id="import" title="Many at once">
        <p className="btns">
          <Link className="btn" href={importsPath()}>
            Import a list
          </Link>
          <Link className="btn" href={bulkPath()}>
            One change for many deals
          </Link>
        </p>
      </Section>
      <Section id="create" title="New on record">
        <ul className="btns">
          {NEW.map(([kind, word]) => (
            <li key={kind}>
              <Link className="btn" href={newPath(kind)}>
                {word}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      {may(actor, "administer") && (
        <Section id="settings" title="How this desk works">
          <p className="btns">
            <Link className="btn" prefetch={false} href={reviewRulesPath()}>
              What needs review
            </Link>
            <Link className="btn" prefetch={false} href={settingsPath()}>
              Settings
            </Link>
          </p>
        </Section>
      )}
    </EditPage>
  );
}
