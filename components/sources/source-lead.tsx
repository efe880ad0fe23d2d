import Link from "next/link";
import type { ReactNode } from "react";
import { counted } from "@/components/timeline/words";
import { dateWords, dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { fallCounts, type SourceWeight } from "@/domain/source-page";

type Props = {
  weight: SourceWeight;
  known: Day | null;
  /** Where the claims that rest on it alone are listed. */
  aloneHref: string;
};

/** The page's answer in a sentence: has anybody read it, what rests on it, and what of that on it alone. */
export function SourceLead({ weight, known, aloneHref }: Props) {
  const { source, downstream, published, retracted } = weight;
  if (!published && known)
    return (
      <>
        <b>By {dayWords(known)} it had not been published.</b> It came out {dateWords(source.published)}.
      </>
    );
  const retold = downstream.length > 0 && (
    <a href="#downstream">{counted(downstream.length, "source that retells it", "sources that retell it")}</a>
  );
  if (retracted && source.retracted)
    return (
      <>
        <b>Its publisher took it back, {dateWords(source.retracted.on)}:</b> {source.retracted.reason}{" "}
        <Rests weight={weight} aloneHref={aloneHref} />
      </>
    );
  return source.seen ? (
    <>
      <b>
        <Rests weight={weight} aloneHref={aloneHref} />
      </b>
      {retold && (
        <>
          {" "}
          There {downstream.length === 1 ? "is" : "are"} {retold}.
        </>
      )}
    </>
  ) : (
    <>
      <b>Nobody here has read it.</b> It is an upstream report{retold && <>, known through {retold}</>}.{" "}
      <Rests weight={weight} aloneHref={aloneHref} />
    </>
  );
}

/** "10 claims and 1 listing rest on it, 3 claims on it alone." Every number leads to what it counts. */
function Rests({ weight, aloneHref }: { weight: SourceWeight; aloneHref: string }) {
  const { claims, offers, statementsTotal, retracted } = weight;
  const things: [string, ReactNode][] = [];
  const add = (count: number, noun: string, id: string) => {
    if (count > 0)
      things.push([
        id,
        <a key={id} href={`#${id}`}>
          {counted(count, noun)}
        </a>,
      ]);
  };
  add(claims.length, "claim", "claims");
  add(offers.length, "listing", "listings");
  add(statementsTotal, "statement", "statements");
  if (things.length === 0) return "Nothing rests on it.";
  const one = claims.length + offers.length + statementsTotal === 1;
  const { alone } = fallCounts(claims);
  return (
    <>
      {things.map(([id, thing], i) => (
        <span key={id}>
          {i > 0 && (i === things.length - 1 ? " and " : ", ")}
          {thing}
        </span>
      ))}{" "}
      {retracted ? "rested" : one ? "rests" : "rest"} on it
      {alone > 0 && (
        <>
          ,{" "}
          <Link prefetch={false} href={aloneHref}>
            {alone === claims.length
              ? alone === 1
                ? "the claim"
                : `all ${alone} claims`
              : counted(alone, "claim")}{" "}
            on it alone
          </Link>
        </>
      )}
      .
    </>
  );
}
