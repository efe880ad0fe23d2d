import type { Client } from "@/data/db";
import { settings } from "@/data/read/settings";
import type { Id } from "@/domain/claims";
import type { Actor } from "@/domain/permissions";
import type { Outcome } from "@/domain/refusal";
import type { SettingName } from "@/domain/settings";
import { byAdmin } from "./by-admin";
import { personOf } from "./proposal-steps";

const DEED = { action: "change-setting", subjectKind: "setting", refused: "Only an admin changes settings." };

/** Turns something on or off for everybody, from the next request on; what is so already stays. */
export function changeSetting(
  client: Client,
  actor: Actor,
  id: Id,
  name: SettingName,
  value: boolean,
): Promise<Outcome<Id>> {
  return byAdmin(client, actor, DEED, async (tx) => {
    if ((await settings(tx)).has(name) === value) return { id, detail: null };
    await tx.setting.create({ data: { id, name, value, setById: personOf(actor) }, select: { id: true } });
    return { id, detail: { name, value } };
  });
}
