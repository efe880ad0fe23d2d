import type { ReactNode } from "react";
import { CHOOSE_FORM, type Choosing, type Place, printPlace } from "@/formats/choice";

type Props = {
  place: Place;
  /** What is ticked, in words: "Huawei Mate 10 Pro at Verizon: withdrawn". */
  words: string;
  choosing: Choosing;
  /** Ticked only by itself: rows, columns and ranges leave it out. */
  alone?: boolean;
  /** What a phone calls it where it has no heads of columns. */
  column?: string;
  children?: ReactNode;
};

/** The box of a deal. It belongs to the form of the bar below the page, wherever it stands. */
export function Tick({ place, words, choosing, alone, column, children }: Props) {
  const value = printPlace(place);
  return (
    <label className="tickbox" data-c={column}>
      <input
        type="checkbox"
        form={CHOOSE_FORM}
        name="place"
        value={value}
        aria-label={words}
        defaultChecked={choosing.places.has(value)}
        data-alone={alone || undefined}
      />
      {children}
    </label>
  );
}

type WholeProps = { of: "row" | "column" | "all"; value: string; words: string };

/** The box of a whole row, column or page: of its deals that are on record. */
export function TickWhole({ of, value, words }: WholeProps) {
  return <input type="checkbox" form={CHOOSE_FORM} name={of} value={value} aria-label={words} />;
}
