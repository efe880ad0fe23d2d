"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { MOST_AT_ONCE } from "@/formats/bulk";
import { CHOOSE_FORM, withoutChoosing } from "@/formats/choice";
import { choosingKeys, tickedPlaces } from "./choosing-keys";

type Props = {
  /** This page, with the mode in its address. */
  address: string;
  /** What was ticked on other pages; all places as `printPlace`. */
  kept: readonly string[];
  /** What the box of the page takes: the deals on record in sight. */
  shown: readonly string[];
  /** All that the filter finds, in sight or not; null: there is no filter. */
  all: { readonly count: number; readonly href: string } | null;
  /** Whether ranges are of rows and columns. */
  grid: boolean;
  action: (form: FormData) => Promise<void>;
};

/**
 * The bar below a page on which deals are ticked: how many, and the way on. A plain form: the server reads the boxes. With
 * script it counts, and rows, columns, ranges and arrow keys help.
 */
export function ChooseBar({ address, kept, shown, all, grid, action }: Props) {
  const form = useRef<HTMLFormElement>(null);
  /** null: nobody has counted yet, and without script nobody will. */
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    const of = form.current;
    if (!of) return;
    return choosingKeys(of, () => setCount(tickedPlaces(of).length + kept.length));
  }, [kept]);

  const tooMany = (count ?? 0) > MOST_AT_ONCE;
  return (
    <form
      id={CHOOSE_FORM}
      ref={form}
      action={action}
      className="choose-bar"
      aria-label="Deals that are chosen"
    >
      <input type="hidden" name="address" value={address} />
      <input type="hidden" name="kept" value={kept.join(" ")} />
      <input type="hidden" name="shown" value={shown.join(" ")} />
      <div className="wrap">
        <p role="status">
          {count === null ? (
            "Tick the deals that change together."
          ) : (
            <>
              <b>{deals(count)} chosen</b>
              {kept.length > 0 && `, ${kept.length} of them not in sight`}.
            </>
          )}{" "}
          {tooMany && <span className="warn">At most {MOST_AT_ONCE} are changed at once: untick some.</span>}
        </p>
        <p className="dim3 only-w">Shift ticks a range{grid && "; arrow keys move, with Shift they tick"}.</p>
        <p className="btns">
          <label className="option">
            <input type="checkbox" name="all" value="1" />
            All {shown.length} on this page
          </label>
          {all && all.count > 0 && (
            <Link className="btn" prefetch={false} href={all.href}>
              All {all.count.toLocaleString("en-GB")} that are found
            </Link>
          )}
          <button className="btn p" type="submit" disabled={count === 0 || tooMany}>
            Change status of {count ? deals(count) : "the chosen deals"} …
          </button>
          <Link className="btn t" prefetch={false} href={withoutChoosing(address)}>
            Stop<span className="only-w"> choosing</span>
          </Link>
        </p>
      </div>
    </form>
  );
}

const deals = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "deal" : "deals"}`;
