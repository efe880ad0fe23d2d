import type { ReactNode } from "react";

/** Nothing to show: one sentence that says why, and what to do. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
