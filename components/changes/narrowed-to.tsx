import Link from "next/link";
import type { ListOptions } from "@/components/lists/deals-page";
import { CARRIER_KIND_WORDS, CERTAINTY_WORDS, REASON_WORDS, STATUS_WORDS } from "@/domain/words";
import type { ChangesQuery } from "@/formats/changes-query";
import { countryName } from "@/formats/countries";
import type { Query } from "@/formats/paths";
import { reportPath } from "./parts";

type Props = { asked: ChangesQuery; query: Query; options: ListOptions };

/** What the report is narrowed to, in words, also on paper; each can be taken away. Nothing without filters. */
export function NarrowedTo({ asked, query, options }: Props) {
  const words = filterWords(asked.filter, options);
  if (words.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters in force">
      {words.map(([name, said]) => (
        <li key={name}>
          <Link
            className="chip"
            prefetch={false}
            href={reportPath({ ...asked, filter: { ...asked.filter, [name]: null } }, query)}
          >
            {said}{" "}
            <span className="not-paper" aria-hidden="true">
              ×
            </span>
            <span className="sr-only"> (take away)</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function filterWords(filter: ChangesQuery["filter"], { manufacturers, carriers }: ListOptions) {
  const { manufacturer, carrier, country, network, status, certainty, reason } = filter;
  const nameIn = (list: ListOptions["manufacturers"], slug: string) =>
    list.find((entry) => entry.slug === slug)?.name ?? slug;
  return Object.entries({
    manufacturer: manufacturer && `devices of ${nameIn(manufacturers, manufacturer)}`,
    carrier: carrier && `at ${nameIn(carriers, carrier)}`,
    country: country && `carriers in ${countryName(country)}`,
    network: network && `at an ${CARRIER_KIND_WORDS[network].word}`,
    status: status && STATUS_WORDS[status].word,
    certainty: certainty && CERTAINTY_WORDS[certainty].word,
    reason: reason && (reason === "none" ? "no reason given" : `reason: ${REASON_WORDS[reason]}`),
  }).flatMap(([name, said]) => (said ? [[name, said] as const] : []));
}
