import "./globals.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Symbols } from "@/components/status/symbols";
import { FONTS } from "./fonts";

// Every page is rendered on request: it shows the record as it is, under a nonce of its own.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Rangebook", template: "%s · Rangebook" },
  description: "Which carrier ranges which device, since when, why, and how we know.",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={FONTS}>
      <body>
        <Symbols />
        {children}
      </body>
    </html>
  );
}
