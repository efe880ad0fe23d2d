import { SmallForm } from "@/components/people/small-form";
import { Section } from "@/components/ui/section";
import { SETTINGS, type SettingName, type Settings } from "@/domain/settings";
import type { FormState } from "@/formats/form-state";

type Props = {
  on: Settings;
  /** Id of the change that a button makes: sent twice, it is one. */
  command: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

const WORDS: Readonly<Record<SettingName, { readonly title: string; readonly says: readonly string[] }>> = {
  "fetch-pages": {
    title: "Let editors fetch a linked page",
    says: [
      "The article intake then has a button that asks the address of an article for its page and fills in its text, headline, publisher and day. The other side sees this machine's address, and which page was asked for.",
      "Only pages of the public web are fetched, from ports 80 and 443: no address inside a network, also not by way of a redirect, no more than 2 MiB, no longer than 10 seconds. No cookies are sent, and nothing of a page runs.",
    ],
  },
};

/** Each setting with what it means, how it stands, and the one button that changes it. */
export function SettingsPage({ on, command, action }: Props) {
  return SETTINGS.map((name) => {
    const { title, says } = WORDS[name];
    const isOn = on.has(name);
    return (
      <Section key={name} id={name} title={title}>
        <div className="prose">
          {says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <b>{isOn ? "On." : "Off."}</b>
          </p>
        </div>
        <SmallForm
          action={action}
          values={{ command, name, value: isOn ? "off" : "on" }}
          button={isOn ? "Turn it off" : "Turn it on"}
          label={`${title}: turn it ${isOn ? "off" : "on"}`}
        />
      </Section>
    );
  });
}
