import type { Metadata } from "next";
import Link from "next/link";
import { PasswordForm } from "@/components/people/password-form";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { ownSessions } from "@/data/read/people";
import { instantWords } from "@/domain/date-words";
import { ROLE_WORDS } from "@/domain/words";
import { accountPath, logPath, watchesPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireActor("keep-own", accountPath());
  if (actor.kind !== "user") throw new Error("Only a person has an account.");
  const sessions = await ownSessions(db(), actor.id);
  return (
    <Shell at="account" actor={actor} path={accountPath()} today={today()} reading={null}>
      <PageHead
        title={actor.name}
        lead={`You are ${ROLE_WORDS[actor.role].word}. ${ROLE_WORDS[actor.role].meaning}`}
        actions={
          <>
            <Link className="btn" prefetch={false} href={watchesPath()}>
              What you watch
            </Link>
            <Link className="btn" prefetch={false} href={logPath("people", actor.id)}>
              What you recorded
            </Link>
            <form action="/sign-out" method="post" encType="multipart/form-data">
              <button className="btn" type="submit">
                Sign out
              </button>
            </form>
          </>
        }
      />
      <div className="wrap">
        <Section id="password" title="Password">
          <PasswordForm action={changePasswordAction} />
        </Section>
        <Section id="sessions" title="Sessions" count={sessions.length}>
          <table className="stack">
            <thead>
              <tr>
                <th>Browser</th>
                <th>Since</th>
                <th>Last used</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((s) => (
                <tr key={s.id}>
                  <th scope="row">{s.agent?.slice(0, 120) ?? "not known"}</th>
                  <td data-label="Since">{instantWords(s.since)}</td>
                  <td data-label="Last used">{instantWords(s.lastUsed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      </div>
    </Shell>
  );
}
