import Link from "next/link";
import { counted } from "@/components/timeline/words";
import { fallCounts, type SourceWeight } from "@/domain/source-page";
import { sourcePath } from "@/formats/paths";
import { printRests } from "@/formats/source-page-query";

/** What falls with a source, before it is taken back; each number opens what it counts. */
export function FallSentence({ weight: { claims, offers, source } }: { weight: SourceWeight }) {
  const [of, listings] = [fallCounts(claims), fallCounts(offers)];
  const to = (rests: "alone" | "weaker") =>
    `${sourcePath(source.slug, printRests({ rests, through: null, page: 1 }))}#claims`;
  const number = (rests: "alone" | "weaker", word: string) =>
    of[rests] === 0 ? (
      `no ${word}`
    ) : (
      <Link prefetch={false} href={to(rests)}>
        {counted(of[rests], word)}
      </Link>
    );
  return (
    <p className="warn gap">
      If it is taken back, {number("alone", "claim")} would lose all support and{" "}
      {number("weaker", "other claim")} would be less certain
      {listings.alone > 0 && `; so would ${counted(listings.alone, "listing")} lose all support`}. Whoever
      watches their devices, carriers or deals is told.
    </p>
  );
}
