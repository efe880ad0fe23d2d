import { ATTRIBUTIONS, REASONS, STANCES, STATEMENT_STANCES, STATUSES } from "@/domain/status";
import { ATTRIBUTION_WORDS, REASON_WORDS, STANCE_WORDS, STATEMENT_WORDS, STATUS_WORDS } from "@/domain/words";
import type { UpstreamDraft } from "@/intake/desk/draft";
import { DraftChecks, DraftQuote, DraftRef, DraftSelect, DraftText, type Part } from "./draft-field";
import { WhereFields } from "./where-fields";

/** All fields of a proposal, by what it would do; a passage of one's own has those of every deed. */
export function DraftFields({ upstream, ...of }: Part & { upstream: readonly UpstreamDraft[] }) {
  const { deed, group } = of.draft;
  const own = group === "own";
  return (
    <>
      {own && <DeedField of={of} />}
      {deed !== "statement" && deed !== "end-listing" && deed !== "evidence" && <WhereFields of={of} />}
      {deed === "status" && (
        <div className={own ? "for-status" : undefined}>
          <StatusFields of={of} />
        </div>
      )}
      {(deed === "listing" || deed === "end-listing" || own) && (
        <div className={own ? "for-listing" : undefined}>
          <ListingFields of={of} />
        </div>
      )}
      {(deed === "statement" || own) && (
        <div className={own ? "for-statement" : undefined}>
          <StatementFields of={of} />
        </div>
      )}
      {deed !== "statement" && <EvidenceFields of={of} upstream={upstream} />}
    </>
  );
}

type Props = { of: Part };

function DeedField({ of }: Props) {
  return (
    <div className="own-deed">
      <DraftSelect
        of={of}
        name="deed"
        label="It says"
        options={[
          { value: "status", word: "a status at a carrier" },
          { value: "listing", word: "on sale at a retailer" },
          { value: "statement", word: "what a party said" },
        ]}
      />
    </div>
  );
}

function StatusFields({ of }: Props) {
  return (
    <>
      <DraftSelect
        of={of}
        name="status"
        label="Status from then on"
        options={[
          { value: "", word: "choose …" },
          ...STATUSES.map((value) => ({ value, word: STATUS_WORDS[value].word })),
        ]}
      />
      <DraftText
        of={of}
        name="effective"
        label="When"
        maxLength={100}
        hint="30 Jan 2018 · Jan 2018 · by 30 Jan 2018 · about Jan 2018"
      />
      <DraftText of={of} name="effectiveWords" label="In its words" maxLength={300} />
      <DraftText of={of} name="target" label="Sale to begin" maxLength={100} hint="Of a plan." />
      <DraftText of={of} name="targetWords" label="In its words" maxLength={300} />
      <DraftChecks
        of={of}
        name="reasons"
        label="Reasons"
        options={REASONS.map((value) => ({ value, word: REASON_WORDS[value] }))}
      />
      <DraftSelect
        of={of}
        name="exclusive"
        label="Exclusive"
        options={[
          { value: "", word: "not said" },
          { value: "yes", word: "yes" },
          { value: "no", word: "no" },
        ]}
      />
      <DraftText
        of={of}
        name="note"
        label="Note"
        rows={2}
        maxLength={4000}
        hint="Needed when the change is unusual."
      />
    </>
  );
}

function ListingFields({ of }: Props) {
  const { deed, group } = of.draft;
  return (
    <>
      {deed !== "end-listing" && (
        <>
          <DraftText of={of} name="market" label="Country" maxLength={2} hint="Two letters, such as US." />
          <DraftText of={of} name="from" label="On sale since" maxLength={100} />
        </>
      )}
      <DraftText of={of} name="to" label="Until" maxLength={100} />
      {group !== "own" && <DraftText of={of} name="note" label="Note" rows={2} maxLength={4000} />}
    </>
  );
}

function StatementFields({ of }: Props) {
  const own = of.draft.group === "own";
  return (
    <>
      {!own && <DraftText of={of} name="speaker" label="Speaker" maxLength={200} />}
      <DraftText of={of} name="org" label="Organisation" maxLength={200} />
      <DraftSelect
        of={of}
        name="stance"
        label="Says"
        options={STATEMENT_STANCES.map((value) => ({ value, word: STATEMENT_WORDS[value] }))}
      />
      {!own && <DraftQuote of={of} />}
      <DraftText
        of={of}
        name="summary"
        label="Summary"
        rows={2}
        maxLength={4000}
        hint="In words of your own."
      />
      <DraftText of={of} name="date" label="Said" maxLength={100} />
      {!own && (
        <>
          <DraftRef of={of} name="device" kind="device" label="About device" />
          <DraftRef of={of} name="carrier" kind="carrier" label="About carrier" />
        </>
      )}
      <DraftRef of={of} name="manufacturer" kind="manufacturer" label="About manufacturer" />
    </>
  );
}

function EvidenceFields({ of, upstream }: Props & { upstream: readonly UpstreamDraft[] }) {
  return (
    <>
      <DraftSelect
        of={of}
        name="holds"
        label="The article"
        value="supports"
        options={STANCES.map((value) => ({ value, word: `${STANCE_WORDS[value]} it` }))}
      />
      <DraftSelect
        of={of}
        name="attribution"
        label="How it knows"
        options={ATTRIBUTIONS.map((value) => ({ value, word: ATTRIBUTION_WORDS[value].word }))}
      />
      <DraftText of={of} name="speaker" label="Speaker" maxLength={200} />
      <DraftQuote of={of} />
      {upstream.length > 0 && (
        <DraftChecks
          of={of}
          name="rests"
          label="Rests on"
          options={[
            ...upstream.map(({ publisher }, row) => ({ value: String(row), word: publisher })),
            { value: "not-named", word: "reports that it does not name" },
          ]}
        />
      )}
    </>
  );
}
