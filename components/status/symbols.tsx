import { STATUSES, type Status } from "@/domain/status";

/**
 * The shapes and fills of statuses, once a page, by its layout; marks refer to them by `<use>`. Colours are tokens, so that
 * both themes, forced colours and print need nothing more.
 */
export function Symbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <SymbolDefs />
    </svg>
  );
}

/** The same for a picture that leaves the page and takes them along. */
export function SymbolDefs() {
  return (
    <defs>
      {STATUSES.map((status) => (
        <symbol key={status} id={`s-${status}`} viewBox="0 0 12 12">
          <StatusShape status={status} />
        </symbol>
      ))}
      <SpeechMark id="m-confirms" sign="M5 5.8l2 2 4-4" />
      <SpeechMark id="m-denies" sign="M5.5 3.5l5 4.5M10.5 3.5l-5 4.5" />
      <SpeechMark id="m-no-comment" sign="M4.2 5.8h1.6M7.2 5.8h1.6M10.2 5.8h1.6" />
      <SpeechMark id="m-criticises" sign="M8 3v3.4M8 7.4v1.4" />
      <SpeechMark id="m-supports" sign="M8 3.2v5M5.5 5.7h5" />
      <SpeechMark id="m-stack" sign="" />
      <Meter id="c-confirmed" bars={4} />
      <Meter id="c-corroborated" bars={3} />
      <Meter id="c-reported" bars={2} />
      <Meter id="c-rumoured" bars={1} />
      <Meter id="c-unsupported" bars={0} />
      <symbol id="logo" viewBox="0 0 20 20">
        <path d="M1 4h11v4H1z" fill="var(--ink)" />
        <path
          d="M8.75 12.75h9.5v2.5h-9.5z"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeDasharray="2.5 1.5"
        />
        <path d="M15 1v18" stroke="var(--ink)" strokeWidth="1" />
      </symbol>
      <pattern id="p-paused" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--wash-paused)" />
        <rect width="4" height="8" fill="var(--st-paused)" />
      </pattern>
      <pattern
        id="p-withdrawn"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" fill="var(--wash-withdrawn)" />
        <rect width="2" height="5" fill="var(--st-withdrawn)" />
      </pattern>
      <pattern id="p-retail-only" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--wash-retail)" />
        <circle cx="1.5" cy="1.5" r="1.25" fill="var(--st-retail)" />
        <circle cx="4.5" cy="4.5" r="1.25" fill="var(--st-retail)" />
      </pattern>
    </defs>
  );
}

/** A status's mark, 12 by 12. */
export function StatusShape({ status, transform }: { status: Status; transform?: string }) {
  switch (status) {
    case "planned":
      return (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          stroke="var(--st-planned)"
          strokeWidth="2"
          transform={transform}
        />
      );
    case "carried":
      return <circle cx="6" cy="6" r="5.5" fill="var(--st-carried)" transform={transform} />;
    case "paused":
      return <path d="M1.5 1h3v10h-3zM7.5 1h3v10h-3z" fill="var(--st-paused)" transform={transform} />;
    case "withdrawn":
      return (
        <path
          d="M1.8 1.8l8.4 8.4M10.2 1.8l-8.4 8.4"
          stroke="var(--st-withdrawn)"
          strokeWidth="2.4"
          fill="none"
          transform={transform}
        />
      );
    case "declined":
      return (
        <path
          d="M1.3 6a4.7 4.7 0 1 0 9.4 0a4.7 4.7 0 1 0-9.4 0M2.8 9.2l6.4-6.4"
          fill="none"
          stroke="var(--st-declined)"
          strokeWidth="1.6"
          transform={transform}
        />
      );
    case "retail-only":
      return <path d="M6 .2L11.8 6 6 11.8.2 6z" fill="var(--st-retail)" transform={transform} />;
    case "ended":
      return <path d="M1.2 1.2h9.6v9.6H1.2z" fill="var(--st-ended)" transform={transform} />;
  }
}

function SpeechMark({ id, sign }: { id: string; sign: string }) {
  return (
    <symbol id={id} viewBox="0 0 16 14">
      <path d="M1.5 1.5h13v8.5h-7l-3 3v-3h-3z" fill="var(--bg)" stroke="var(--ink-2)" />
      <path d={sign} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
    </symbol>
  );
}

const FULL = ["M0 7h3v3H0z", "M4 5h3v5H4z", "M8 2.5h3v7.5H8z", "M12 0h3v10h-3z"];
const HOLLOW = ["M.5 7.5h2v2h-2z", "M4.5 5.5h2v4h-2z", "M8.5 3h2v6.5h-2z", "M12.5 .5h2v9h-2z"];

function Meter({ id, bars }: { id: string; bars: number }) {
  return (
    <symbol id={id} viewBox="0 0 15 10">
      <path d={FULL.slice(0, bars).join("")} fill="var(--ink-2)" />
      <path d={HOLLOW.slice(bars).join("")} fill="none" stroke="var(--edge)" />
    </symbol>
  );
}
