import type { ReactNode } from "react";
import { gated } from "@/app/gate";

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return gated("administer", children);
}
