import type { Desk, DraftGroup } from "@/intake/desk/draft";

const WORDS: readonly (readonly [DraftGroup, string, string])[] = [
  ["new", "new claim", "new claims"],
  ["have", "that the record has already", "that the record has already"],
  ["brand", "about a whole brand", "about a whole brand"],
  ["listing", "listing", "listings"],
  ["statement", "statement", "statements"],
  ["own", "of your own", "of your own"],
];

/** "7 proposals from one article: 1 new claim, 3 listings, 2 statements. Nothing is saved until you accept it." */
export function deskLead({ drafts }: Desk) {
  const counts = WORDS.flatMap(([group, one, many]) => {
    const count = drafts.filter((draft) => draft.group === group).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  if (drafts.length === 0) {
    return "Nothing that changes the record was found. Mark a passage yourself, below the text, if there is one.";
  }
  return (
    <>
      {drafts.length} {drafts.length === 1 ? "proposal" : "proposals"} from one article:{" "}
      <b>{counts.join(", ")}</b>. Nothing is saved until you accept it.
    </>
  );
}
