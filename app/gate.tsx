import type { ReactNode } from "react";
import { NotAllowed } from "@/components/ui/not-allowed";
import { NothingHere } from "@/components/ui/nothing-here";
import type { Action } from "@/domain/permissions";
import { today } from "@/server/clock";
import { note } from "@/server/request-context";
import { allowed, currentActor } from "@/server/session";

/*
 * What forbidden() and notFound() throw is drawn by a script: without one the page stays empty. These draw it on the
 * server. They are for the eye: every page below still asks requireActor itself.
 */

/** A layout's content, unless the person may not see it. A visitor passes: the page leads them to sign in. */
export async function gated(action: Action, children: ReactNode): Promise<ReactNode> {
  const actor = await currentActor();
  return actor.kind === "visitor" || allowed(actor, action) ? children : notAllowed();
}

export async function notAllowed(): Promise<ReactNode> {
  note({ status: 403 });
  return <NotAllowed actor={await currentActor()} today={today()} />;
}

export async function nothingHere(): Promise<ReactNode> {
  note({ status: 404 });
  return <NothingHere actor={await currentActor()} today={today()} />;
}
