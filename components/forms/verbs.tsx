import Link from "next/link";
import type { ReactNode } from "react";

type Props = { verb: "record" | "correct"; record?: string; correct?: string };

/** The two verbs stand at the top and explain themselves. */
export function Verbs({ verb, record, correct }: Props) {
  return (
    <div className="verbs">
      <Verb current={verb === "record"} href={record} name="Record: the world changed">
        A new claim follows what stands.
      </Verb>
      <Verb current={verb === "correct"} href={correct} name="Correct: we were wrong">
        A new claim replaces one of ours. Choose the claim on the page of its device.
      </Verb>
    </div>
  );
}

function Verb({
  current,
  href,
  name,
  children,
}: {
  current: boolean;
  href: string | undefined;
  name: string;
  children: ReactNode;
}) {
  return (
    <div aria-current={current ? "true" : undefined}>
      <b>{href && !current ? <Link href={href}>{name}</Link> : name}</b>
      <p className="dim">{children}</p>
    </div>
  );
}
