import { type Chart, type PictureFoot, wrapped } from "./chart";

type Props = {
  chart: Chart;
  foot: PictureFoot;
  width: number;
  /** Its parts lead to the records that they count. */
  linked?: boolean;
  className?: string;
};

const TITLE = 24;
const NOTE = 18;
const LINE = 16;
const GAP = 12;

/**
 * A chart as one picture that explains itself wherever it goes: title, what is counted, the drawing, the day and record that
 * it shows, its sources. Attributes and tokens only, so that it can leave the page (app/download/picture.tsx).
 */
export function Picture({ chart, foot, width, linked = false, className }: Props) {
  const { height, content } = pictureOf(chart, foot, width, linked);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="group"
      aria-label={`${chart.title}: ${chart.note}`}
      className={className}
      fontFamily="var(--font)"
      fontSize="11"
    >
      {content}
    </svg>
  );
}

/** What is inside a picture, and how high it is at this width. */
export function pictureOf(chart: Chart, foot: PictureFoot, width: number, linked = false) {
  const { height: drawn, content } = chart.draw(width, linked);
  const title = wrapped(chart.title, width, 20);
  const note = wrapped(chart.note, width, 13);
  const below = [foot.asOf, foot.sources].flatMap((text) => wrapped(text, width, 11));
  const head = TITLE * title.length + 4;
  const top = head + NOTE * note.length + GAP;
  return {
    height: top + drawn + GAP + LINE * below.length,
    content: (
      <>
        {title.map((line, i) => (
          <text
            key={line}
            y={TITLE * i + 20}
            fontSize="20"
            fontWeight="600"
            letterSpacing="-.12"
            fill="var(--ink)"
          >
            {line}
          </text>
        ))}
        {note.map((line, i) => (
          <text key={line} y={head + NOTE * i + 14} fontSize="13" fill="var(--ink-2)">
            {line}
          </text>
        ))}
        <g transform={`translate(0 ${top})`}>{content}</g>
        {below.map((line, i) => (
          <text key={line} y={top + drawn + GAP + LINE * i + 11} fill="var(--ink-3)">
            {line}
          </text>
        ))}
      </>
    ),
  };
}
