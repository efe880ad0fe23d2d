import Link from "next/link";
import { Section } from "@/components/ui/section";
import { dayWords } from "@/domain/date-words";
import { dayOfInstant } from "@/domain/edtf";
import type { PendingInvite, Person } from "@/domain/people";
import { ROLES } from "@/domain/status";
import { ROLE_WORDS } from "@/domain/words";
import type { FormState } from "@/formats/form-state";
import { logPath } from "@/formats/paths";
import { InviteForm } from "./invite-form";
import { SmallForm } from "./small-form";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  people: readonly Person[];
  invites: readonly PendingInvite[];
  self: string;
  origin: string;
  actions: { invite: Action; revoke: Action; role: Action; disable: Action };
};

export function PeoplePage({ people, invites, self, origin, actions }: Props) {
  return (
    <div className="wrap">
      <Section id="invite" title="Invite">
        <InviteForm action={actions.invite} origin={origin} />
      </Section>
      <Section id="people" title="People" count={people.length}>
        <table className="stack">
          <thead>
            <tr>
              <th>Name</th>
              <th>E-mail</th>
              <th>Role</th>
              <th>Since</th>
              <th>Account</th>
            </tr>
          </thead>
          <tbody>
            {people.map((p) => (
              <tr key={p.id}>
                <th scope="row">
                  <Link prefetch={false} href={logPath("people", p.id)} title="What they did">
                    {p.name}
                  </Link>
                  {p.id === self && <span className="dim3"> (you)</span>}
                </th>
                <td data-label="E-mail">{p.email}</td>
                <td data-label="Role">
                  {p.id === self ? (
                    ROLE_WORDS[p.role].word
                  ) : (
                    <SmallForm
                      action={actions.role}
                      values={{ id: p.id }}
                      button="Change"
                      label={`Change the role of ${p.name}`}
                    >
                      <select
                        name="role"
                        defaultValue={p.role}
                        aria-label={`Role of ${p.name}`}
                        className="inline"
                      >
                        {ROLES.map((r) => (
                          <option key={r} value={r}>
                            {ROLE_WORDS[r].word}
                          </option>
                        ))}
                      </select>
                    </SmallForm>
                  )}
                </td>
                <td data-label="Since">{dayWords(dayOfInstant(p.since))}</td>
                <td data-label="Account">
                  {p.disabledAt && (
                    <span className="tag">disabled {dayWords(dayOfInstant(p.disabledAt))}</span>
                  )}
                  <SmallForm
                    action={actions.disable}
                    values={{ id: p.id, disabled: p.disabledAt ? "no" : "yes" }}
                    button={p.disabledAt ? "Enable" : "Disable"}
                    label={`${p.disabledAt ? "Enable" : "Disable"} the account of ${p.name}`}
                    danger={!p.disabledAt}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="invites" title="Open invitations" count={invites.length}>
        {invites.length === 0 ? (
          <p className="dim">Nobody is invited at the moment.</p>
        ) : (
          <table className="stack">
            <thead>
              <tr>
                <th>E-mail</th>
                <th>Role</th>
                <th>Works until</th>
                <th>Link</th>
              </tr>
            </thead>
            <tbody>
              {invites.map((i) => (
                <tr key={i.id}>
                  <th scope="row">{i.email}</th>
                  <td data-label="Role">{ROLE_WORDS[i.role].word}</td>
                  <td data-label="Works until">{dayWords(dayOfInstant(i.expires))}</td>
                  <td>
                    <SmallForm
                      action={actions.revoke}
                      values={{ id: i.id }}
                      button="Withdraw"
                      label={`Withdraw the invitation of ${i.email}`}
                      danger
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </div>
  );
}
