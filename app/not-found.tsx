import { NothingHere } from "@/components/ui/nothing-here";
import { today } from "@/server/clock";
import { currentActor } from "@/server/session";

export const metadata = { title: "Not found" };

export default async function NotFound() {
  return <NothingHere actor={await currentActor()} today={today()} />;
}
