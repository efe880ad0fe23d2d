import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { instantWords } from "@/domain/date-words";
import type { Described } from "@/formats/describe";
import type { FormState } from "@/formats/form-state";
import { CommandCard } from "./command-card";
import { UndoForm } from "./undo-form";

type Props = {
  undone: { readonly person: string; readonly at: string } | null;
  /** Too many to look at one by one: how many in all, and of which kinds. */
  long: { readonly total: number; readonly deeds: readonly { readonly says: string }[] } | null;
  /** The first of the commands that would take it back. */
  touched: readonly Described[];
  count: number;
  left: readonly { readonly title: string; readonly why: string; readonly href: string | null }[];
  leftCount: number;
  /** Deeds of which nothing stands any more. */
  gone: number;
  values: Readonly<Record<string, string | number>>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** What an undo would do, what it would leave alone and why, and the word to do it. */
export function UndoPage({ undone, long, touched, count, left, leftCount, gone, values, action }: Props) {
  const number = (n: number) => n.toLocaleString("en-GB");
  return (
    <>
      {undone && (
        <p className="warn" role="note">
          {undone.person} undid this on {instantWords(undone.at)}. Below is what of it stands still.
        </p>
      )}
      {long && (
        <p>
          <b>{number(long.total)} changes</b> would be taken back: {long.deeds.map((d) => d.says).join(", ")}.
          It is worked out and done in one step in the background. What somebody changed since, or what
          something rests on, is left alone and told afterwards. Below is what the newest of them come to.
        </p>
      )}
      <Section id="touched" title="What would be recorded" count={count}>
        {count === 0 ? (
          <Empty>Nothing of it stands any more that could be taken back.</Empty>
        ) : (
          <>
            {touched.map((d, at) => (
              <CommandCard
                key={d.id}
                described={{ ...d, why: null }}
                place={count > 1 ? at + 1 : null}
                since="9"
                warnings={[]}
                words={{ now: "Now", after: "Again" }}
              />
            ))}
            {count > touched.length && <p className="dim">And {number(count - touched.length)} more.</p>}
          </>
        )}
      </Section>
      {leftCount > 0 && (
        <Section id="left" title="What is left alone" count={leftCount}>
          <ul className="bullets">
            {left.map((l) => (
              <li key={l.title}>
                {l.href ? (
                  <Link prefetch={false} href={l.href}>
                    {l.title}
                  </Link>
                ) : (
                  l.title
                )}
                <small> {l.why}</small>
              </li>
            ))}
          </ul>
          {leftCount > left.length && <p className="dim">And {number(leftCount - left.length)} more.</p>}
        </Section>
      )}
      {gone > 0 && (
        <p className="dim">
          {number(gone)} {gone === 1 ? "change has" : "changes have"} no effect any more; nothing is to be
          done about {gone === 1 ? "it" : "them"}.
        </p>
      )}
      {count > 0 && (
        <Section id="why" title="Undo it">
          <UndoForm action={action} values={values} count={long?.total ?? count} proposes={!long} />
        </Section>
      )}
    </>
  );
}
