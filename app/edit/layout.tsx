import type { ReactNode } from "react";
import { gated } from "@/app/gate";

export default function EditLayout({ children }: { children: ReactNode }) {
  return gated("record-claim", children);
}
