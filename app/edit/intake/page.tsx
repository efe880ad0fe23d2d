import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { IntakeForm } from "@/components/intake/intake-form";
import { freshIntake } from "@/components/intake/state";
import { Shell } from "@/components/shell/shell";
import { settings } from "@/data/read/settings";
import { intakePath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { intakeAction } from "./actions";

export const metadata: Metadata = { title: "Read an article" };

/** What a page that led here knows of the article. */
const GIVEN = ["url", "publisher", "published"] as const;

export default async function IntakePage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const given = Object.fromEntries(
    GIVEN.flatMap((name) => {
      const value = params[name];
      return typeof value === "string" ? [[name, value.slice(0, 2_000)]] : [];
    }),
  );
  const actor = await requireActor("import", intakePath(given));
  const fetches = (await settings(db())).has("fetch-pages");
  return (
    <Shell at="edit" actor={actor} path={intakePath()} today={today()} reading={null}>
      <IntakeForm action={intakeAction} start={freshIntake(randomUUID(), given)} fetches={fetches} />
    </Shell>
  );
}
