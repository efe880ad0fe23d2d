import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { IntakeForm } from "@/components/intake/intake-form";
import { freshIntake } from "@/components/intake/state";
import { Shell } from "@/components/shell/shell";
import { intakePath } from "@/formats/paths";
import { today } from "@/server/clock";
import { requireActor } from "@/server/session";
import { intakeAction } from "./actions";

export const metadata: Metadata = { title: "Read an article" };

export default async function IntakePage() {
  const actor = await requireActor("import", intakePath());
  return (
    <Shell at="edit" actor={actor} path={intakePath()} today={today()} reading={null}>
      <IntakeForm action={intakeAction} start={freshIntake(randomUUID())} />
    </Shell>
  );
}
