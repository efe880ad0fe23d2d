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

type Props = { searchParams: Promise<{ proposed?: string | string[] }> };

export default async function IntakePage({ searchParams }: Props) {
  const actor = await requireActor("import", intakePath());
  const { proposed } = await searchParams;
  return (
    <Shell at="edit" actor={actor} path={intakePath()} today={today()} reading={null}>
      {typeof proposed === "string" && (
        <p className="wrap saved" role="status">
          Sent to review. A second person looks at it; nothing is recorded until then.
        </p>
      )}
      <IntakeForm action={intakeAction} start={freshIntake(randomUUID())} />
    </Shell>
  );
}
