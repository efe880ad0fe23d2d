import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/people/sign-in-form";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { nextPath } from "@/formats/next-path";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { currentActor } from "@/server/session";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { next } = await searchParams;
  const to = nextPath(next as string | undefined);
  const actor = await currentActor();
  if (actor.kind === "user") redirect(to);
  return (
    <Shell at="sign-in" actor={actor} path={to} today={today()} reading={null}>
      <PageHead
        title="Sign in"
        lead="For people who keep the record, or follow it. An admin gives out accounts."
      />
      <div className="wrap">
        <SignInForm action={signInAction} next={to} />
      </div>
    </Shell>
  );
}
