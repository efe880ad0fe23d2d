import type { Metadata } from "next";
import SetupPage from "@/app/setup/page";

export const metadata: Metadata = { title: "Invitation", robots: "noindex" };

/** An invitation is taken up as the first account is set up: by a one-time link. */
export default SetupPage;
