import Link from "next/link";
import { SmallForm } from "@/components/people/small-form";
import type { Mention } from "@/domain/comments";
import { instantWords } from "@/domain/date-words";
import type { FormState } from "@/formats/form-state";
import { dealPath, reviewPath } from "@/formats/paths";

type Props = {
  mentions: readonly Mention[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Comments that speak to the person, each with the way to what it is about. Read, it leaves the desk and stays where it is. */
export function MentionList({ mentions, action }: Props) {
  return (
    <ol className="trail">
      {mentions.map((m) => (
        <li key={m.id}>
          <b>{m.person}</b> on{" "}
          <Link prefetch={false} href={hrefOf(m)}>
            {m.about}
          </Link>{" "}
          <small>
            <time dateTime={m.at}>{instantWords(m.at)}</time>
          </small>
          <p className="said-word">{m.text}</p>
          <SmallForm
            action={action}
            values={{ id: m.id }}
            button="Seen"
            label={`Seen: ${m.person} on ${m.about}`}
          />
        </li>
      ))}
    </ol>
  );
}

const hrefOf = (m: Mention): string => {
  const to = m.proposal ? reviewPath(m.proposal) : m.pair ? dealPath(m.pair.device, m.pair.carrier) : "";
  return `${to}#m-${m.id}`;
};
