import { z } from "zod";

/** The environment, read once and checked at the start; README, Configuration, says what each means. */

const flag = (standard: boolean) =>
  z
    .enum(["on", "off"], "Write on or off.")
    .default(standard ? "on" : "off")
    .transform((v) => v === "on");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Where readers reach the product; decides which origin may send forms, and whether cookies are Secure. */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_APP_URL: z.string().optional(),
  AUTH_SECRET: z.string().min(32, "At least 32 characters.").optional(),
  /** Visitors may read without signing in. */
  PUBLIC_READING: flag(true),
  /** A proxy in front sets X-Forwarded-Proto and -Host; without it they count for nothing. */
  TRUST_PROXY: flag(false),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.output<typeof schema>;

let read: Env | null = null;

/** @throws Error that names each variable that is wrong, and what would be right. */
export function env(): Env {
  if (read) return read;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
    throw new Error(`The environment is not usable. ${problems}`);
  }
  read = result.data;
  return read;
}

/** The address of the database on the application's account. */
export function databaseUrl(): string {
  const { DATABASE_APP_URL, DATABASE_URL } = env();
  const url = DATABASE_APP_URL ?? DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set. Start with `npm start`, which provides a database, or set it.");
  return url;
}

/** Where readers reach the product, without a final slash. */
export const baseUrl = (): string => (env().BASE_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, "");
