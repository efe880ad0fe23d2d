/** The address of the database on the application's account. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_APP_URL ?? process.env.DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set. Start with `npm start`, which provides a database, or set it.");
  return url;
}
