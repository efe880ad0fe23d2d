import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import type { Page } from "@playwright/test";
import { openDatabase } from "@/cli/launcher/database.mjs";
import { invitePerson, makeSetupLink } from "@/data/write/people";
import type { Role } from "@/domain/status";
import { openClient } from "@/server/db";

/** People for journeys. They come in by one-time links, as everybody does; their passwords are made up on the spot. */

let address: ReturnType<typeof openDatabase> | null = null;

/** The record that the browser tests run on, on the application's account. */
export async function withRecord<T>(work: (client: ReturnType<typeof openClient>) => Promise<T>): Promise<T> {
  address ??= openDatabase({ dataDir: path.resolve(process.env.E2E_DATA ?? ".data/e2e") });
  const client = openClient((await address).appUrl);
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

/** A one-time link's token for a new person of a role, and what they will sign in with. */
export async function invited(role: Role): Promise<{ login: Login; token: string }> {
  const email = `${role}-${randomUUID()}@example.test`;
  const outcome = await withRecord((client) => invitePerson(client, { kind: "system" }, { email, role }));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { login: { email, password: randomBytes(12).toString("base64url") }, token: outcome.value };
}

/** Makes a person of a role and signs them in on this page. */
export async function signInAs(page: Page, role: Role, name = `Test ${role}`): Promise<Login> {
  const { login, token } = await invited(role);
  await page.goto(`/invite?token=${token}`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(login.password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("/");
  return login;
}
