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
  return (
    <p className="warn">
      <Link prefetch={false} href={to("alone")}>
        {counted(of.alone, "claim")}
      </Link>{" "}
      would lose all support,{" "}
      <Link prefetch={false} href={to("weaker")}>
        {counted(of.weaker, "other")}
      </Link>{" "}
      would be less certain
      {listings.alone > 0 && `, and ${counted(listings.alone, "listing")} would lose all support`}. Whoever
      watches their devices, carriers or deals is told.
    </p>
  );
}
