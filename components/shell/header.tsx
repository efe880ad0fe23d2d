import Link from "next/link";
import { type Actor, may } from "@/domain/permissions";
import { ROLE_WORDS } from "@/domain/words";
import {
  accountPath,
  carriersPath,
  changesPath,
  comparePath,
  devicesPath,
  editPath,
  homePath,
  manufacturersPath,
  matrixPath,
  peoplePath,
  policiesPath,
  type Query,
  retailersPath,
  reviewPath,
  signInPath,
  sourcesPath,
} from "@/formats/paths";
import { SearchBox } from "./search-box";

const ROOMS = [
  ["overview", "Overview", homePath],
  ["matrix", "Matrix", matrixPath],
  ["compare", "Compare", comparePath],
  ["devices", "Devices", devicesPath],
  ["carriers", "Carriers", carriersPath],
  ["manufacturers", "Makers", manufacturersPath],
  ["retailers", "Retailers", retailersPath],
  ["policy", "Policy", policiesPath],
  ["sources", "Sources", sourcesPath],
  ["changes", "Changes", changesPath],
] as const;
export type Room = (typeof ROOMS)[number][0] | "edit" | "people" | "account" | "sign-in";

type Props = { at: Room | null; actor: Actor; query: Query; path: string };

export async function Header({ at, actor, query, path }: Props) {
  const waiting = actor.kind === "user" ? ((await actor.waiting?.()) ?? 0) : 0;
  const links = ROOMS.map(([room, word, to]) => (
    <Link key={room} href={to(query)} prefetch={false} aria-current={at === room ? "page" : undefined}>
      {word}
    </Link>
  ));
  const edit = may(actor, "record-claim") && (
    <Link href={editPath()} prefetch={false} aria-current={at === "edit" ? "page" : undefined}>
      Edit
    </Link>
  );
  const waits = waiting > 0 && (
    <Link href={reviewPath()} prefetch={false} className="waits" title={waitingWords(waiting)}>
      <span aria-hidden="true">{waiting > 99 ? "99+" : waiting}</span>
      <span className="sr-only">{waitingWords(waiting)}</span>
    </Link>
  );
  const people = may(actor, "administer") && (
    <Link href={peoplePath()} prefetch={false} aria-current={at === "people" ? "page" : undefined}>
      People
    </Link>
  );
  return (
    <header className={actor.kind === "user" ? "top signed-in" : "top"}>
      <div className="wrap">
        <Link className="brand" href={homePath(query)} prefetch={false}>
          <svg width="20" height="20" aria-hidden="true">
            <use href="#logo" />
          </svg>
          Rangebook
        </Link>
        <nav aria-label="Main" className="only-w">
          {links}
          {edit}
          {waits}
          {people}
        </nav>
        <SearchBox view={plain(query)} />
        <Who actor={actor} path={path} />
        <details className="menu only-p">
          <summary className="btn">Menu</summary>
          <nav aria-label="Main">
            {links}
            {edit}
            {waits}
            {people}
          </nav>
        </details>
      </div>
    </header>
  );
}

const waitingWords = (count: number): string =>
  count === 1 ? "One proposal waits for you" : `${count} proposals wait for you`;

function Who({ actor, path }: { actor: Actor; path: string }) {
  if (actor.kind !== "user") {
    return (
      <Link className="who" href={signInPath(path)} prefetch={false}>
        Sign in
      </Link>
    );
  }
  return (
    <Link className="who" href={accountPath()} prefetch={false} title={actor.name}>
      <span>{actor.name}</span> <i>{ROLE_WORDS[actor.role].word}</i>
    </Link>
  );
}

/** The view's parameters as a client component can be given them. */
const plain = (query: Query): Record<string, string> =>
  Object.fromEntries(new URL(homePath(query), "http://here").searchParams);
