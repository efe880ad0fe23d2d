import { makeSetupLink } from "@/data/write/people";
import { closeDb, db } from "@/server/db";

/** Prints the path of a new one-time set-up link, or nothing once there is an admin. `npm start` puts the address before it. */

const token = await makeSetupLink(db());
if (token) console.log(`/setup?token=${token}`);
await closeDb();
