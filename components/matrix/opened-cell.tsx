import Link from "next/link";
import { ClaimPanel, type PanelProps } from "@/components/evidence/claim-panel";
import { dayWords } from "@/domain/date-words";
import { dealPath } from "@/formats/paths";

type Props = Omit<PanelProps, "hrefOf">;

/** The claim that stands in the open cell on the day; a deal without a status says so. */
export function OpenedCell({ history, closeHref, ...props }: Props) {
  const lane = history.lanes[0];
  if (!lane) return null;
  const { view, today, past, actor, query } = props;
  const deal = dealPath(history.device.slug, lane.carrier.slug, query);
  if (!lane.now) {
    return (
      <aside className="panel" id="claim" tabIndex={-1} aria-labelledby="claim-title">
        <div>
          <h2 id="claim-title">No status on this day</h2>
          <p>
            {history.device.name} at {lane.carrier.name}: the deal is on record, but nothing on record had
            begun on {dayWords(view.on)}.
          </p>
          <p className="btns gap">
            <Link className="btn" prefetch={false} href={deal}>
              History of this deal
            </Link>
            <Link className="btn" prefetch={false} scroll={false} href={closeHref}>
              Close <kbd className="only-w">Esc</kbd>
            </Link>
          </p>
        </div>
      </aside>
    );
  }
  return (
    <ClaimPanel
      {...{ history, view, today, past, actor, query, closeHref, lane }}
      entry={lane.now.entry}
      hrefOf={() => deal}
    />
  );
}
