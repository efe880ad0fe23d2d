import type { Statement } from "@/domain/claims";
import { type Axis, NARROW, WIDE } from "./axis";
import { type Mark, marksOf } from "./marks";
import { counted, statementWords } from "./words";

type Props = { statements: readonly Statement[]; axis: Axis; y: number };

/** What was said, as bubbles in time; each leads to its line in the list. */
export function LaneMarks({ statements, axis, y }: Props) {
  const wide = marksOf(statements, axis, WIDE);
  const narrow = marksOf(statements, axis, NARROW);
  if (wide.length === narrow.length) return <Marks marks={wide} y={y} />;
  return (
    <>
      <Marks marks={wide} y={y} className="only-w" />
      <Marks marks={narrow} y={y} className="only-p" />
    </>
  );
}

function Marks({ marks, y, className }: { marks: readonly Mark[]; y: number; className?: string }) {
  return (
    <g className={className}>
      {marks.map(({ x, statements }) => {
        const first = statements[0];
        if (!first) return null;
        const many = statements.length > 1;
        const said = statements.map((s) => statementWords(s, s.speaker));
        const words = many ? `${counted(said.length, "statement")}: ${said.join("; ")}` : (said[0] ?? "");
        return (
          <a key={first.id} className="mark" href={`#s-${first.id}`} aria-label={words}>
            <title>{words}</title>
            <use href={many ? "#at-stack" : `#at-${first.stance}`} x={`${x}%`} y={y} />
          </a>
        );
      })}
      {marks.map(({ x, statements }) =>
        statements.length > 1 ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: SVG text takes no focus; the link beside it has the name
          <text key={x} x={`${x}%`} y={y + 9} textAnchor="middle" className="mk" aria-hidden="true">
            {statements.length}
          </text>
        ) : null,
      )}
    </g>
  );
}
