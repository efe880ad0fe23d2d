import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { pendingInvites, people } from "@/data/read/people";
import { peoplePath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { baseUrl } from "@/server/env";
import { requireActor } from "@/server/session";
import { changeRoleAction, disableAction, inviteAction, revokeAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function PeopleRoute() {
  const actor = await requireActor("administer", peoplePath());
  const [everybody, invites] = [await people(db()), await pendingInvites(db())];
  const admins = everybody.filter((p) => p.role === "admin" && !p.disabledAt).length;
  return (
    <Shell at="people" actor={actor} path={peoplePath()} today={today()} reading={null}>
      <PageHead
        title="People"
        lead={`${everybody.length} ${everybody.length === 1 ? "person has" : "people have"} an account; ${admins} ${admins === 1 ? "is an admin" : "are admins"}. Nobody is deleted: what they recorded keeps their name.`}
      />
      <PeoplePage
        people={everybody}
        invites={invites}
        self={actor.kind === "user" ? actor.id : ""}
        origin={baseUrl()}
        actions={{
          invite: inviteAction,
          revoke: revokeAction,
          role: changeRoleAction,
          disable: disableAction,
        }}
      />
    </Shell>
  );
}
