import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { homePath } from "@/formats/paths";

type Props = {
  /** "device" and "devices". */
  word: string;
  words: string;
  /** A filter is in force; without one the record has none at all. */
  narrowed: boolean;
  /** The list without filters, on the same day. */
  all: string;
};

/** A list without a line says why, and what to do. */
export function NothingListed({ word, words, narrowed, all }: Props) {
  return narrowed ? (
    <Empty>
      No {word} matches. Take a filter away, or{" "}
      <Link prefetch={false} href={all}>
        see all {words}
      </Link>
      .
    </Empty>
  ) : (
    <Empty>
      No {word} is on record yet.{" "}
      <Link prefetch={false} href={homePath()}>
        See how a record begins
      </Link>
      .
    </Empty>
  );
}
