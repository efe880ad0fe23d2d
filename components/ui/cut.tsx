import type { ReactNode } from "react";

type Props = {
  shown: number;
  of: number;
  /** Which of them are shown. */
  which?: "first" | "latest";
  /** Where the rest is. */
  children: ReactNode;
};

/** Under a list that does not hold everything: how much it holds, and where the rest is. */
export function Cut({ shown, of, which = "first", children }: Props) {
  if (of <= shown) return null;
  return (
    <p className="dim gap">
      The {which} {shown.toLocaleString("en-GB")} of {of.toLocaleString("en-GB")}. {children}
    </p>
  );
}
