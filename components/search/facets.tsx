import Link from "next/link";
import type { ReactNode } from "react";
import { StatusWord } from "@/components/status/status-mark";
import { FACETS, type FacetName, type FacetUnit, type FacetValue } from "@/domain/search-facets";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { EvidenceMark, SearchFilter, SearchQuery } from "@/formats/search-query";

const HEADS: Readonly<Record<FacetName, string>> = {
  status: "Status",
  evidence: "Evidence",
  manufacturer: "Maker",
  country: "Carrier's country",
};

const MARKS: Readonly<Record<EvidenceMark, { word: string; meaning: string }>> = {
  anonymous: { word: "anonymous origin only", meaning: "The status rests on one origin that names nobody." },
  "one-origin": { word: "one origin only", meaning: "However many articles, they lead back to one origin." },
  disputed: { word: "disputed officially", meaning: "An official source disputes the status." },
  stale: { word: "stale", meaning: "Nothing was heard for so long that the status may no longer hold." },
};

/** The filters of a search in words, without what they count. */
export const chosenWords = ({ status, evidence, manufacturer, country }: SearchFilter): string[] => [
  ...(status ? [STATUS_WORDS[status].word] : []),
  ...(evidence ? [MARKS[evidence].word] : []),
  ...(manufacturer ? [`devices of ${manufacturer}`] : []),
  ...(country ? [`carriers in ${countryName(country)}`] : []),
];

type Props = {
  facets: readonly FacetValue[];
  unit: FacetUnit;
  asked: SearchQuery;
  to: (more: Partial<SearchQuery>) => string;
};

/** The filters that are on, each with its way out: where they stand on a phone, the facets are far below. */
export function Chosen({ facets, asked, to }: Omit<Props, "unit">) {
  const on = FACETS.flatMap((facet) => {
    const value = asked.filter[facet];
    if (value === null) return [];
    const counted = facets.find((one) => one.facet === facet && one.value === value);
    return [counted ?? { facet, value, name: value, count: 0 }];
  });
  if (on.length === 0) return null;
  return (
    <p className="chosen">
      Only
      {on.map((value) => (
        <Link
          key={value.facet}
          className="btn s"
          href={to({ filter: { ...asked.filter, [value.facet]: null } })}
          prefetch={false}
        >
          <FacetWord {...value} />
          <span aria-hidden="true">×</span>
          <span className="sr-only">: let go</span>
        </Link>
      ))}
    </p>
  );
}

/** How the deals or devices found divide. Each value is a link that leaves those; followed again, it lets go of it. */
export function Facets({ facets, unit, asked, to }: Props) {
  return (
    <aside className="sift" aria-labelledby="narrow">
      <h2 id="narrow" className="cap">
        {unit === "deal" ? "The deals found" : "The devices found, by their deals"}
      </h2>
      {FACETS.map((facet) => {
        const values = facets.filter((value) => value.facet === facet && value.count > 0);
        if (values.length === 0) return null;
        return (
          <div key={facet}>
            <h3>{HEADS[facet]}</h3>
            <ul>
              {values.map((value) => {
                const chosen = asked.filter[facet] === value.value;
                const filter = { ...asked.filter, [facet]: chosen ? null : value.value } as SearchFilter;
                return (
                  <li key={value.value}>
                    <Link
                      href={to({ kind: unit, filter })}
                      prefetch={false}
                      aria-current={chosen || undefined}
                    >
                      <FacetWord {...value} />
                    </Link>
                    {chosen && <span className="sr-only"> (chosen; follow again to let go)</span>}
                    <span className="num">{value.count.toLocaleString("en-GB")}</span>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </aside>
  );
}

function FacetWord({ facet, value, name }: FacetValue): ReactNode {
  if (facet === "status") return <StatusWord status={value as Status} />;
  if (facet === "country") return countryName(value);
  if (facet === "manufacturer") return name;
  const { word, meaning } = MARKS[value as EvidenceMark];
  return <span title={meaning}>{word}</span>;
}
