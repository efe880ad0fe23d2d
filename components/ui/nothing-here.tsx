import Link from "next/link";
import { Shell } from "@/components/shell/shell";
import type { Actor } from "@/domain/permissions";
import { devicesPath, homePath } from "@/formats/paths";
import { PageHead } from "./page-head";

/** The whole page for an address of nothing. The answer's status is 404. */
export function NothingHere({ actor, today }: { actor: Actor; today: string }) {
  return (
    <Shell at={null} actor={actor} path={homePath()} today={today} reading={null}>
      <PageHead title="Nothing is here" lead="No page and nothing of the record has this address." />
      <p className="wrap">
        Search for it above, go to the <Link href={homePath()}>overview</Link>, or see all{" "}
        <Link href={devicesPath()}>devices</Link>.
      </p>
    </Shell>
  );
}
