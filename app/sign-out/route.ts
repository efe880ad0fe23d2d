import { headers } from "next/headers";
import { auth } from "@/server/auth";

/** POST only, behind the front server's Origin check; ends this session here and in the database. */
export async function POST(): Promise<Response> {
  const signedOut = await auth().api.signOut({ headers: await headers(), asResponse: true });
  const answer = new Headers({ Location: "/" });
  for (const cookie of signedOut.headers.getSetCookie()) answer.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers: answer });
}
