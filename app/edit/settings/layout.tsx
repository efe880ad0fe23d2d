import type { ReactNode } from "react";
import { gated } from "@/app/gate";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return gated("administer", children);
}
