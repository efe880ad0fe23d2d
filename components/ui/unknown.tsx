import Link from "next/link";
import { searchPath } from "@/formats/paths";
import { Empty } from "./empty";
import { PageHead } from "./page-head";

type Props = {
  /** "device", "carrier". */
  kind: string;
  slug: string;
  /** What it may have meant. */
  near: readonly { readonly name: string; readonly href: string }[];
};

/** An address whose thing is not on record: what was asked for, and what is near. The answer's status is 404. */
export function Unknown({ kind, slug, near }: Props) {
  const shown = slug.length > 40 ? `${slug.slice(0, 39)}…` : slug;
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
