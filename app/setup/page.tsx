import type { Metadata } from "next";
import { InvitePage } from "@/components/people/invite-page";
import { inviteByToken } from "@/data/read/people";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { currentActor } from "@/server/session";
import { acceptAction } from "./actions";

export const metadata: Metadata = { title: "Set up", robots: "noindex" };

export default async function SetupPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token.slice(0, 100) : "";
  const invite = await inviteByToken(db(), given);
  return (
    <InvitePage
      invite={invite}
      token={given}
      action={acceptAction}
      actor={await currentActor()}
      today={today()}
    />
  );
}
