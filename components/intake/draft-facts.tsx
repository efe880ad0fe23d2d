import type { ReactNode } from "react";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { StatementStance } from "@/domain/status";
import { ATTRIBUTION_WORDS, REASON_WORDS } from "@/domain/words";
import type { Draft, UpstreamDraft } from "@/intake/desk/draft";

type Props = { draft: Draft; upstream: readonly UpstreamDraft[] };

const inWords = (edtf: string | undefined): string | null => {
  const read = parseEdtf(edtf ?? "");
  return read.ok ? dateWords(read.value) : null;
};
/** "Verizon (verizon)" without its slug. */
const bare = (reference: string | undefined): string => (reference ?? "").replace(/ \([a-z0-9-]+\)$/, "");

/** What it is about and what it comes to: a status after the one before, a place on a shelf, or what was said. */
export function DraftHead({ draft }: { draft: Draft }) {
  const { title, before, status, fields } = draft;
  // A carrier's deal has a status, a place on a retailer's shelf has none.
  const shelf = status !== null && fields.retailer !== undefined;
  const said = status === null && fields.summary !== undefined && draft.group !== "own";
  return (
    <h3 className="hd">
      {said && (
        <svg width="16" height="14" aria-hidden="true" className="gl">
          <use href={`#m-${fields.stance as StatementStance}`} />
        </svg>
      )}
      <b>{title}</b>
      {shelf && <span>{status === "carried" || status === "planned" ? "on sale" : "no longer on sale"}</span>}
      {status !== null && !shelf && (
        <span>
          {before && before !== status && (
            <>
              <StatusWord status={before} /> <span className="dim3">to</span>{" "}
            </>
          )}
          <StatusWord status={status} />
        </span>
      )}
    </h3>
  );
}

/** When, why, on whose word; what the record has. */
export function DraftFacts({ draft, upstream }: Props) {
  if (draft.group === "own") return draft.passage && <p className="dim">“{shortened(draft.passage.text)}”</p>;
  return draft.fields.summary === undefined ? (
    <ClaimFacts draft={draft} upstream={upstream} />
  ) : (
    <StatementFacts draft={draft} />
  );
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

function ClaimFacts({ draft, upstream }: Props) {
  const { fields, reasons, says } = draft;
  const when = inWords(fields.effective ?? fields.from);
  const until = inWords(fields.to);
  const target = inWords(fields.target);
  return (
    <>
      <p className="dim">
        {when && <b className="ink">{when}</b>}
        {until && <> until {until}</>}
        {target && <>, sale to begin {target}</>}
        {when && ". "}
        {says.join(" ")}{" "}
        {reasons.length > 0 && `Reason: ${reasons.map((reason) => REASON_WORDS[reason]).join(", ")}.`}
        {fields.exclusive === "yes" && " Exclusive."}
      </p>
      <Small>{[attribution(draft), fields.speaker, restsOn(draft, upstream)]}</Small>
    </>
  );
}

function StatementFacts({ draft: { fields, says } }: { draft: Draft }) {
  const about = [fields.device, fields.carrier, fields.manufacturer].map(bare).filter((name) => name !== "");
  const when = inWords(fields.date);
  return (
    <>
      {fields.quote && <p className="dim">“{fields.quote}”</p>}
      {says.length > 0 && <p className="dim">{says.join(" ")}</p>}
      <Small>{[about.length > 0 && `about ${about.join(", ")}`, when]}</Small>
    </>
  );
}

const attribution = ({ fields }: Draft) =>
  ATTRIBUTION_WORDS[fields.attribution as keyof typeof ATTRIBUTION_WORDS]?.word;

function restsOn({ rests }: Draft, upstream: readonly UpstreamDraft[]): string | null {
  const reports = rests.flatMap((row) => upstream[Number(row)]?.publisher ?? []);
  if (reports.length > 0) return `rests on ${reports.join(", ")}`;
  return rests.includes("not-named") ? "rests on reports it does not name" : null;
}

function Small({ children }: { children: readonly ReactNode[] }) {
  const facts = children.filter(Boolean);
  return facts.length > 0 && <p className="sm dim3">{facts.join(" · ")}</p>;
}
