import Link from "next/link";
import type { ReactNode } from "react";
import { Empty } from "./empty";
import { PageHead } from "./page-head";

type Props = {
  /** "source", "policy action". */
  kind: string;
  slug: string;
  /** Its page as the record stands today. */
  today: string;
  /** Where else to look, after "or". */
  children?: ReactNode;
};

/** The page of something that our record did not have yet at the instant looked at. */
export function NotYet({ kind, slug, today, children }: Props) {
  return (
    <>
      <PageHead
        title="Not on record then"
        lead={`At that instant our record had no ${kind} “${slug}” yet.`}
      />
      <div className="wrap">
        <Empty>
          <Link prefetch={false} href={today}>
            See it as the record stands today
          </Link>
          {children && <>, or {children}</>}.
        </Empty>
      </div>
    </>
  );
}
