import { NotAllowed } from "@/components/ui/not-allowed";
import { today } from "@/server/clock";
import { currentActor } from "@/server/session";

/** Signed in, but not allowed: says so and changes nothing. */
export default async function Forbidden() {
  return <NotAllowed actor={await currentActor()} today={today()} />;
}
