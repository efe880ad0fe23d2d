import Link from "next/link";
import { Shell } from "@/components/shell/shell";
import type { Actor } from "@/domain/permissions";
import { homePath } from "@/formats/paths";
import { PageHead } from "./page-head";

/** The whole page for somebody who is signed in, but not allowed. The answer's status is 403. */
export function NotAllowed({ actor, today }: { actor: Actor; today: string }) {
  return (
    <Shell at={null} actor={actor} path={homePath()} today={today} reading={null}>
      <PageHead
        title="Not allowed"
        lead="Your role does not allow this. An admin can give you another one."
      />
      <p className="wrap">
        <Link href={homePath()}>To the overview</Link>
      </p>
    </Shell>
  );
}
