import { StatusMark } from "@/components/status/status-mark";
import type { AnswerGroup, AnswerHit } from "@/formats/search-answer";

type Props = {
  groups: readonly AnswerGroup[];
  /** The page with all results, as a last option. */
  all: { readonly text: string; readonly total: number } | null;
  meant: string | null;
  /** Said when there is no option. */
  empty: string;
  active: number;
  onChoose: (option: number) => void;
  onPoint: (option: number) => void;
};

export const optionId = (option: number): string => `find-${option}`;

/** The list below the search box. Options are numbered through all groups; the box keeps the focus. */
export function HitList({ groups, all, meant, empty, active, onChoose, onPoint }: Props) {
  let next = 0;
  const option = (n: number) => ({
    id: optionId(n),
    role: "option",
    "aria-selected": n === active,
    tabIndex: -1,
    // The box must not lose the focus before the click arrives.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onMouseMove: () => onPoint(n),
    onClick: () => onChoose(n),
  });
  return (
    <div className="pop">
      {meant && (
        <p className="note">
          Spelled alike: <b>{meant}</b>
        </p>
      )}
      <div id="find-list" role="listbox" aria-label="Found" tabIndex={-1}>
        {groups.map(({ word, mixed, total, hits }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, which no element says
          <div key={word} role="group" aria-label={word}>
            <p className="cap" aria-hidden="true">
              {word} {total > hits.length && <span>{total.toLocaleString("en-GB")}</span>}
            </p>
            {hits.map((hit) => (
              <div key={hit.path} {...option(next++)}>
                <Hit {...hit} kind={mixed ? hit.kind : ""} />
              </div>
            ))}
          </div>
        ))}
        {all && (
          <div className="all" {...option(next)}>
            All {all.total.toLocaleString("en-GB")} results for “{all.text}”
          </div>
        )}
      </div>
      {groups.length === 0 && <p className="note">{empty}</p>}
      <p className="note keys only-w" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> open <kbd>Esc</kbd> close
      </p>
    </div>
  );
}

function Hit({ name, detail, kind, why, status }: AnswerHit) {
  return (
    <>
      <b>{name}</b> {kind && <i>{kind}</i>}
      <small>
        {status && (
          <>
            <StatusMark status={status.mark} /> {status.word} ·{" "}
          </>
        )}
        {detail}
        {why && <span> · found in {why}</span>}
      </small>
    </>
  );
}
