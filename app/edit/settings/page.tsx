import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EditPage } from "@/components/forms/edit-page";
import { SettingsPage } from "@/components/settings/settings-page";
import { settings } from "@/data/read/settings";
import { settingsPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { settingAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsRoute() {
  const actor = await requireActor("administer", settingsPath());
  const on = await settings(db());
  return (
    <EditPage
      title="Settings"
      actor={actor}
      today={today()}
      lead="What holds for everybody here, from the next request on. Each change stands in the audit trail."
    >
      <SettingsPage on={on} command={randomUUID()} action={settingAction} />
    </EditPage>
  );
}
