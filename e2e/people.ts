import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import type { Page } from "@playwright/test";
import { openDatabase } from "@/cli/launcher/database.mjs";
import { invitePerson, makeSetupLink } from "@/data/write/people";
import type { Role } from "@/domain/status";
import { openClient } from "@/server/db";

/** People for journeys. They come in by one-time links, as everybody does; their passwords are made up on the spot. */

async function withRecord<T>(work: (client: ReturnType<typeof openClient>) => Promise<T>): Promise<T> {
  const dataDir = path.resolve(process.env.E2E_DATA ?? ".data/e2e");
  const { appUrl } = await openDatabase({ dataDir });
  const client = openClient(appUrl);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** A new one-time set-up link's path; null once there is an admin. */
export const setupPath = (): Promise<string | null> =>
  withRecord(async (client) => {
    const token = await makeSetupLink(client);
    return token && `/setup?token=${token}`;
  });

export type Login = { readonly email: string; readonly password: string };

/** Makes a person of a role and signs them in on this page. */
export async function signInAs(page: Page, role: Role, name = `Test ${role}`): Promise<Login> {
  const login = {
    email: `${role}-${randomUUID()}@example.test`,
    password: randomBytes(12).toString("base64url"),
  };
  const token = await withRecord(async (client) => {
    const outcome = await invitePerson(client, { kind: "system" }, { email: login.email, role });
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    return outcome.value;
  });
  await page.goto(`/invite?token=${token}`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(login.password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("/");
  return login;
}
