import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { db } from "./db";
import { env } from "./env";

/** Passwords and sessions are better-auth's; who may do what is domain/permissions.ts, asked by us. */

const HOUR = 60 * 60;
/** How long a session lasts (docs/promises.md, Limits). */
const SESSION_IDLE_S = 12 * HOUR;
export const SESSION_ABSOLUTE_S = 14 * 24 * HOUR;
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

function create() {
  const { AUTH_SECRET, BASE_URL, PORT } = env();
  const baseURL = BASE_URL ?? `http://localhost:${PORT}`;
  const https = baseURL.startsWith("https:");
  return betterAuth({
    appName: "Rangebook",
    baseURL,
    // While building there is no secret, and nothing to sign.
    ...(AUTH_SECRET ? { secret: AUTH_SECRET } : {}),
    // Its own routes are not exposed: forms reach it through our actions, behind our front server's Origin check.
    trustedOrigins: [baseURL, `http://127.0.0.1:${PORT}`, `http://localhost:${PORT}`],
    database: prismaAdapter(db(), { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      // People come by a one-time link only.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, defaultValue: "analyst" },
        disabledAt: { type: "date", input: false, required: false },
      },
    },
    session: { expiresIn: SESSION_IDLE_S, updateAge: HOUR / 2 },
    rateLimit: { enabled: false }, // counted per account in people.ts, whatever the headers say
    telemetry: { enabled: false },
    advanced: {
      database: { generateId: "uuid" },
      useSecureCookies: false,
      cookies: {
        session_token: {
          // `__Host-`: no other host, also no sibling, can set it.
          name: https ? "__Host-rangebook.session" : "rangebook.session",
          attributes: { httpOnly: true, sameSite: "lax", secure: https, path: "/" },
        },
      },
    },
    plugins: [nextCookies()],
  });
}

const kept = globalThis as { rangebookAuth?: ReturnType<typeof create> };

/** The one instance of this process; made when it is first asked for. */
export function auth(): ReturnType<typeof create> {
  kept.rangebookAuth ??= create();
  return kept.rangebookAuth;
}
