import Link from "next/link";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import type { Actor } from "@/domain/permissions";
import type { Role } from "@/domain/status";
import { ROLE_WORDS } from "@/domain/words";
import type { FormState } from "@/formats/form-state";
import { signInPath } from "@/formats/paths";
import { AcceptForm } from "./accept-form";

type Props = {
  invite: { readonly kind: string; readonly email: string | null; readonly role: Role } | null;
  token: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  actor: Actor;
  today: string;
};

/** What a one-time link leads to: the form to make an account, or that the link is used up. */
export function InvitePage({ invite, token, action, actor, today }: Props) {
  const setup = invite?.kind === "setup";
  return (
    <Shell at={null} actor={actor} path="/" today={today} reading={null}>
      {invite ? (
        <>
          <PageHead
            title={setup ? "Set up Rangebook" : "Join Rangebook"}
            lead={
              setup
                ? "You become the first admin: you invite the others."
                : `You were invited as ${ROLE_WORDS[invite.role].word}. ${ROLE_WORDS[invite.role].meaning}`
            }
          />
          <div className="wrap">
            <AcceptForm
              action={action}
              token={token}
              email={invite.email}
              button={setup ? "Become the admin" : "Join"}
            />
          </div>
        </>
      ) : (
        <>
          <PageHead
            title="This link leads nowhere"
            lead="It was used already, has expired, or was cut off."
          />
          <p className="wrap">
            Ask an admin for a new one, or <Link href={signInPath()}>sign in</Link> if you have an account.
          </p>
        </>
      )}
    </Shell>
  );
}
