import Link from "next/link";
import { StatusWord } from "@/components/status/status-mark";
import type { ChangeLine } from "@/domain/change-rows";
import { dateWords } from "@/domain/date-words";
import { carrierPath, devicePath, type Query, withClaim } from "@/formats/paths";

/** The newest changes in the world, each with the deal that it opens. */
export function LatestChanges({ rows, query }: { rows: readonly ChangeLine[]; query: Query }) {
  return (
    <ul className="lines">
      {rows.map(({ key, deal, claim, before }) => (
        <li key={key} className="change">
          <span>
            {before && before.status !== claim.status && (
              <>
                <StatusWord status={before.status} /> <span className="dim3">to</span>{" "}
              </>
            )}
            <StatusWord status={claim.status} />
          </span>
          <span className="dim3">{dateWords(claim.effective)}</span>
          <span>
            <Link href={devicePath(deal.device.slug, withClaim(query, claim.id))} prefetch={false}>
              {deal.device.name}
            </Link>{" "}
            at{" "}
            <Link href={carrierPath(deal.carrier.slug, query)} prefetch={false}>
              {deal.carrier.name}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
