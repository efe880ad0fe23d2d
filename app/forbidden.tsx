import Link from "next/link";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { homePath } from "@/formats/paths";
import { today } from "@/server/clock";
import { currentActor } from "@/server/session";

/** Signed in, but not allowed: says so and changes nothing. */
export default async function Forbidden() {
  return (
    <Shell at={null} actor={await currentActor()} path="/" today={today()} reading={null}>
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
