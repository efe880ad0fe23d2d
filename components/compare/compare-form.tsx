import Link from "next/link";
import { Hidden } from "@/components/shell/hidden";
import { COMPARE_KINDS, type CompareKind, MOST_SUBJECTS } from "@/domain/compare";
import { type CompareQuery, printCompare } from "@/formats/compare-query";
import { comparePath, merged, type Query } from "@/formats/paths";

/** What a typed name may mean. */
export type Offer = { readonly slug: string; readonly name: string; readonly about: string };

type Props = {
  asked: CompareQuery;
  subjects: readonly Offer[];
  query: Query;
  /** For the name that was typed; more than one: the reader is asked. */
  offers: readonly Offer[];
};

const ONE: Readonly<Record<CompareKind, string>> = {
  devices: "device",
  carriers: "carrier",
  manufacturers: "manufacturer",
};

/** Chooses what is compared: kinds as tabs, a field that adds one by name, and a way to take one out. */
export function CompareForm({ asked, subjects, query, offers }: Props) {
  const { by, add } = asked;
  const slugs = subjects.map((s) => s.slug);
  const to = (next: readonly string[], kind: CompareKind = by) =>
    comparePath(merged(query, printCompare({ by: kind, slugs: next })));
  const full = slugs.length >= MOST_SUBJECTS;
  const missing = asked.slugs.filter((slug) => !slugs.includes(slug));
  return (
    <>
      <nav className="tabs" aria-label="What is compared">
        {COMPARE_KINDS.map((kind) => (
          <Link
            key={kind}
            prefetch={false}
            href={to(kind === by ? slugs : [], kind)}
            aria-current={kind === by ? "page" : undefined}
          >
            {kind === "manufacturers" ? "Makers" : kind === "devices" ? "Devices" : "Carriers"}
          </Link>
        ))}
      </nav>
      <ul className="btns subjects">
        {subjects.map(({ slug, name }) => (
          <li key={slug} className="tag">
            {name}{" "}
            <Link prefetch={false} href={to(slugs.filter((s) => s !== slug))} aria-label={`Take ${name} out`}>
              ×
            </Link>
          </li>
        ))}
        {!full && (
          <li>
            <form action={comparePath()} method="get" className="btns">
              <Hidden query={query} />
              <Hidden query={printCompare({ by, slugs })} />
              <label htmlFor="add" className="sr-only">
                Add a {ONE[by]}
              </label>
              <input
                id="add"
                name="add"
                defaultValue={add}
                maxLength={200}
                placeholder={`Name of a ${ONE[by]}`}
              />
              <button className="btn" type="submit">
                Add
              </button>
            </form>
          </li>
        )}
      </ul>
      {missing.length > 0 && (
        <p className="error" role="alert">
          Not on record: {missing.join(", ")}. Add a {ONE[by]} by its name.
        </p>
      )}
      {asked.left.length > 0 && (
        <p className="error" role="alert">
          At most {MOST_SUBJECTS} are compared; left out: {asked.left.join(", ")}.
        </p>
      )}
      {add !== "" && offers.length === 0 && (
        <p className="error" role="alert">
          No {ONE[by]} on record is called “{add.slice(0, 40)}”. Try fewer letters.
        </p>
      )}
      {offers.length > 0 && (
        <p>
          Which one did you mean?{" "}
          {offers.map(({ slug, name, about }, i) => (
            <span key={slug}>
              {i > 0 && " · "}
              <Link prefetch={false} href={to([...slugs, slug])}>
                {name}
              </Link>{" "}
              <span className="dim3">{about}</span>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
