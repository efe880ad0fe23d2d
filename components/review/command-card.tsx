import Link from "next/link";
import type { ReactNode } from "react";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords, instantWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { Described, StandingClaim } from "@/formats/describe";
import { sourcePath } from "@/formats/paths";

type Props = {
  described: Described;
  /** Its place, where there are several. */
  place: number | null;
  /** Claims recorded after this instant are marked: the author could not know them. */
  since: string;
  /** What could be better, in sentences. */
  warnings: readonly string[];
  /** What the two sides of a difference are called. */
  words?: { readonly now: string; readonly after: string };
  /** What can be done with this one alone. */
  children?: ReactNode;
};

const PROPOSED = { now: "Recorded now", after: "Proposed" };

/** One command before it takes effect: what it is about, what is recorded now and what would be, and what it rests on. */
export function CommandCard({ described, place, since, warnings, words = PROPOSED, children }: Props) {
  const { about, deed, href, status, when, why, changes, said, evidence, standing, stale } = described;
  return (
    <article className="proposed" aria-labelledby={`p-${described.id}`}>
      <header>
        {place !== null && <span className="nr">{place}</span>}
        <div>
          <h2 id={`p-${described.id}`}>
            <span className="tag">{deed}</span>{" "}
            {href ? (
              <Link prefetch={false} href={href}>
                {about}
              </Link>
            ) : (
              about
            )}
          </h2>
          {(status || when) && (
            <p className="what">
              {status && <StatusWord status={status} />} <b>{when}</b>
            </p>
          )}
        </div>
        {children && <div className="btns">{children}</div>}
      </header>
      {stale && (
        <div className="warn" role="note">
          <p>
            <b>Out of date.</b> {stale} Both are shown below.
          </p>
        </div>
      )}
      {warnings.map((w) => (
        <p key={w} className="warn">
          {w}
        </p>
      ))}
      {why && (
        <p>
          <span className="dim3">Why:</span> {why}
        </p>
      )}
      <div className="cols">
        {standing && standing.claims.length > 0 && (
          <div>
            <h3>Recorded now</h3>
            <ul className="standing">
              {standing.claims.map((c) => (
                <Standing key={c.id} claim={c} fresh={c.at > since} />
              ))}
            </ul>
          </div>
        )}
        <div className={changes ? "changes" : undefined}>
          <h3>
            {changes ? "What would change" : deed.startsWith("Retract") ? "What is retracted" : words.after}
          </h3>
          {changes ? <Changes changes={changes} words={words} /> : <Fields said={said} />}
        </div>
        {evidence.length > 0 && (
          <div>
            <h3>Evidence</h3>
            <ul className="rests">
              {evidence.map((e, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one source may stand here twice, and nothing moves
                <li key={`${e.source} ${i}`}>
                  {e.name.endsWith("(new)") ? (
                    e.name
                  ) : (
                    <Link prefetch={false} href={sourcePath(e.source)}>
                      {e.name}
                    </Link>
                  )}
                  <small>{e.words}</small>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </article>
  );
}

function Standing({ claim, fresh }: { claim: StandingClaim; fresh: boolean }) {
  return (
    <li className={fresh ? "fresh" : undefined}>
      <StatusWord status={claim.status} /> {edtfWords(claim.effective)}
      {claim.target && <span className="dim"> for {edtfWords(claim.target)}</span>}
      {fresh && (
        <small>
          <b>new</b> · {claim.person}, {instantWords(claim.at)}
        </small>
      )}
    </li>
  );
}

const edtfWords = (text: string): string => {
  const read = parseEdtf(text);
  return read.ok ? dateWords(read.value) : text;
};

function Fields({ said }: Pick<Described, "said">) {
  return (
    <dl className="kv wide">
      {said.map((f) => (
        <div key={f.key}>
          <dt>{f.label}</dt>
          <dd>{f.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changes({
  changes,
  words,
}: {
  changes: NonNullable<Described["changes"]>;
  words: { readonly now: string; readonly after: string };
}) {
  if (changes.length === 0) return <p className="dim">Nothing of what it says; only its evidence.</p>;
  return (
    <table className="stack diff">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">{words.now}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((c) => (
          <tr key={c.label}>
            <th scope="row">{c.label}</th>
            <td data-label={words.now}>
              {c.now ? <del>{c.now}</del> : <span className="dim3">nothing</span>}
            </td>
            <td data-label={words.after}>{c.after || <span className="dim3">nothing</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
