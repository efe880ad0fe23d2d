import { countTry, forgetTries, normalisedEmail, waitBeforeTrying } from "@/data/write/people";
import type { Refusal } from "@/domain/refusal";
import { auth, PASSWORD_LENGTH } from "./auth";
import { db } from "./db";
import { note } from "./request-context";

const WRONG: Refusal = {
  code: "invalid",
  message: "E-mail address and password do not belong together. Check both.",
};

/**
 * Signs a person in and sets their cookie; null, or what was wrong. The answer to a wrong password and to an unknown or
 * disabled account is the same, and takes one password check each.
 */
export async function signIn(headers: Headers, email: string, password: string): Promise<Refusal | null> {
  if (!(await countTry(db(), email))) {
    const seconds = await waitBeforeTrying(db(), email);
    note({ status: 429, retryAfterSeconds: seconds });
    const minutes = Math.ceil(seconds / 60);
    return {
      code: "too-many",
      message: `Too many wrong tries for this account. Try again in ${minutes} minutes.`,
      details: { retryAfterSeconds: seconds },
    };
  }
  const address = normalisedEmail(email);
  const person = await db().user.findUnique({ where: { email: address }, select: { disabledAt: true } });
  try {
    // A disabled account is checked like an unknown one: against nobody. So is what cannot be an address.
    const asked = person?.disabledAt ? `nobody-${address}` : address;
    await auth().api.signInEmail({ body: { email: asked, password }, headers });
  } catch (error) {
    if (!isWrongPassword(error)) throw error;
    note({ status: 422, outcome: "wrong-password" });
    return WRONG;
  }
  await forgetTries(db(), email);
  return null;
}

const isWrongPassword = (error: unknown): boolean => {
  const status = (error as { statusCode?: number }).statusCode ?? 0;
  return status >= 400 && status < 500;
};

/** A password as it is kept. */
export async function hashPassword(password: string): Promise<string> {
  return (await auth().$context).password.hash(password);
}

/** Whether it is this person's password; without an account it is not. */
export async function isOwnPassword(userId: string, password: string): Promise<boolean> {
  const account = await db().account.findFirst({
    where: { userId, providerId: "credential" },
    select: { password: true },
  });
  return account?.password
    ? (await auth().$context).password.verify({ hash: account.password, password })
    : false;
}

/** What is wrong with a new password; null: nothing. */
export function passwordProblem(password: string): Refusal | null {
  const { min, max } = PASSWORD_LENGTH;
  if (password.length >= min && password.length <= max) return null;
  return {
    code: "invalid",
    field: "password",
    message: `A password has ${min} to ${max} characters; this one has ${password.length}.`,
  };
}
