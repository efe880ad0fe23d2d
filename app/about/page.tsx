import type { Metadata } from "next";
import { AboutPage } from "@/components/about/about-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { aboutPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "How to read Rangebook" };

export default async function Page() {
  const actor = await requireActor("read", aboutPath());
  return (
    <Shell at={null} actor={actor} path={aboutPath()} today={today()} reading={null}>
      <PageHead
        title="How to read Rangebook"
        lead="Carriers range devices: they plan to sell one, sell it, drop it, or leave it to retailers. Rangebook is the record of these decisions: which carrier ranges which device, since when, why, and how we know."
      />
      <AboutPage />
    </Shell>
  );
}
