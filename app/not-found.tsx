import Link from "next/link";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { devicesPath, homePath } from "@/formats/paths";
import { today } from "@/server/clock";
import { currentActor } from "@/server/session";

export const metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <Shell at={null} actor={await currentActor()} path="/" today={today()} reading={null}>
      <PageHead title="Nothing is here" lead="No page and nothing of the record has this address." />
      <p className="wrap">
        Search for it above, go to the <Link href={homePath()}>overview</Link>, or see all{" "}
        <Link href={devicesPath()}>devices</Link>.
      </p>
    </Shell>
  );
}
