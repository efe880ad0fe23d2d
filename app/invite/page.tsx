import type { Metadata } from "next";
import { acceptAction } from "@/app/setup/actions";
import { InvitePage } from "@/components/people/invite-page";
import { inviteByToken } from "@/data/read/people";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { currentActor } from "@/server/session";

export const metadata: Metadata = { title: "Invitation", robots: "noindex" };

export default async function AcceptInvitePage({ searchParams }: { searchParams: Promise<Params> }) {
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
