import type { ReactNode } from "react";
import { gated } from "@/app/gate";

export default function ReviewRulesLayout({ children }: { children: ReactNode }) {
  return gated("administer", children);
}
