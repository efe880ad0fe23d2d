import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { StatusWord } from "./status-mark";

/** What each status means, in the page: on hover and focus as a title, and in full behind one click, without script. */
export function StatusLegend() {
  return (
    <details className="legend">
      <summary>What the marks mean</summary>
      <dl>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <StatusWord status={status} />
            </dt>
            <dd>{STATUS_WORDS[status].meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
