import Link from "next/link";
import { instantWords } from "@/domain/date-words";
import { searchPath } from "@/formats/paths";
import { Empty } from "./empty";
import { PageHead } from "./page-head";

type Props = {
  /** "device", "carrier". */
  kind: string;
  slug: string;
  /** What it may have meant. */
  near: readonly { readonly name: string; readonly href: string }[];
  /** It was on record once: entered by mistake, and taken out. Who and why for those who may know. */
  gone?: {
    readonly name: string;
    readonly at: string;
    readonly person: string | null;
    readonly why: string | null;
    readonly logHref: string | null;
    readonly backHref: string | null;
  } | null;
};

/** An address whose thing is not on record: what was asked for, and what is near. The answer's status is 404. */
export function Unknown({ kind, slug, near, gone = null }: Props) {
  const shown = slug.length > 40 ? `${slug.slice(0, 39)}…` : slug;
  if (gone) return <Gone kind={kind} gone={gone} />;
  return (
    <>
      <PageHead title={`No such ${kind}`} lead={`No ${kind} with the address “${shown}” is on record.`} />
      <div className="wrap">
        {near.length > 0 && (
          <>
            <p>Perhaps you meant:</p>
            <ul>
              {near.map(({ name, href }) => (
                <li key={href}>
                  <Link prefetch={false} href={href}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <Empty>
          Not it? <Link href={searchPath(shown.replaceAll("-", " "))}>Search the record for it</Link>.
        </Empty>
      </div>
    </>
  );
}

function Gone({ kind, gone }: { kind: string; gone: NonNullable<Props["gone"]> }) {
  const { name, at, person, why, logHref, backHref } = gone;
  return (
    <>
      <PageHead
        title={name}
        lead={
          <>
            <b>This {kind} was entered by mistake</b> and taken out of the record
            {person === null ? "" : ` by ${person}`} on {instantWords(at)}. No claim was ever made of it.
          </>
        }
      />
      <div className="wrap">
        {why !== null && <p>Why: {why}</p>}
        <p className="btns actions">
          {logHref && (
            <Link className="btn" prefetch={false} href={logHref}>
              Log
            </Link>
          )}
          {backHref && (
            <Link className="btn" prefetch={false} href={backHref}>
              Bring it back…
            </Link>
          )}
          <Link className="btn" prefetch={false} href={searchPath(name)}>
            Search for the name
          </Link>
        </p>
      </div>
    </>
  );
}
