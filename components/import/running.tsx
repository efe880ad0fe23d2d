"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = {
  /** What happens at the moment: "Reading the file". */
  stage: string;
  done: number;
  /** About how many there are; null: nobody knows. */
  total: number | null;
  path: string;
};

const EVERY = 1_500;

/** How far it is. Looks again by itself; without script the link does. The work goes on when the page is closed. */
export function Running({ stage, done, total, path }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="running">
      <p role="status">
        {stage || "Waiting for its turn"}
        {done > 0 &&
          `: ${done.toLocaleString("en-GB")} ${total ? `of about ${total.toLocaleString("en-GB")}` : "rows"}`}
      </p>
      <progress aria-label="Progress" {...(total ? { value: Math.min(done, total), max: total } : {})} />
      <p className="hint">
        You may close this page; the work goes on.{" "}
        <Link href={path} prefetch={false}>
          Look again
        </Link>
      </p>
    </div>
  );
}
