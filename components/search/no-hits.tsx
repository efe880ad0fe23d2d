import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { linkPath, type Query, searchPath } from "@/formats/paths";

type Props = {
  text: string;
  suggestions: readonly string[];
  query: Query;
  /** The search is a web address. */
  address: string | null;
  /** Whether the reader may record what stands there. */
  mayRecord: boolean;
};

/** Nothing was found, also with slips of the fingers: what the record has that is like it. */
export function NoHits({ text, suggestions, query, address, mayRecord }: Props) {
  if (address !== null) {
    return (
      <div className="wrap">
        <Empty>
          No source on record has this address. Try its publisher or a word of its headline
          {mayRecord && (
            <>
              , or{" "}
              <Link href={linkPath(address)} prefetch={false}>
                record it
              </Link>
            </>
          )}
          .
        </Empty>
      </div>
    );
  }
  return (
    <div className="wrap">
      <Empty>
        Nothing on record has all of “{text}” in a name, model number, headline or speaker. Try fewer words,
        or a part of one.
      </Empty>
      {suggestions.length > 0 && (
        <>
          <p>On record and near it:</p>
          <ul className="lines">
            {suggestions.map((suggestion) => (
              <li key={suggestion}>
                <Link href={searchPath(suggestion, query)} prefetch={false}>
                  {suggestion}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Nothing was asked yet: what can be found, by example. */
export function WhatIsFound({ query }: { query: Query }) {
  const examples = [
    ["mate 10 verizon", "the deal of a device at a carrier"],
    ["huwei mate", "names, also with a slip"],
    ["Telefonica", "with or without accents; other names and parent companies"],
    ["Richard Yu", "what somebody said, and in which source"],
    ["Bloomberg", "sources by publisher or headline; an article also by its address"],
  ] as const;
  return (
    <div className="wrap">
      <p>
        Names, other names, model numbers, code names, people, headlines, publishers and policy actions are
        searched.
      </p>
      <ul className="lines">
        {examples.map(([text, what]) => (
          <li key={text}>
            <Link href={searchPath(text, query)} prefetch={false}>
              {text}
            </Link>
            <span className="dim">{what}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
