import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EditPage } from "@/components/forms/edit-page";
import { RulesPage } from "@/components/review/rules-page";
import { reviewRules } from "@/data/read/review-rules";
import { reviewPath, reviewRulesPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { endRuleAction, setRuleAction } from "./actions";

export const metadata: Metadata = { title: "What needs review" };

export default async function ReviewRulesPage() {
  const actor = await requireActor("administer", reviewRulesPath());
  const rules = await reviewRules(db());
  return (
    <EditPage
      title="What needs review"
      actor={actor}
      today={today()}
      crumbs={[{ word: "Review", href: reviewPath() }]}
      lead={
        rules.length === 0
          ? "Editors save directly. Say here what a second person must look at first."
          : "What a rule concerns is only proposed; a second person records it. Nobody accepts their own, admins included."
      }
    >
      <RulesPage rules={rules} command={randomUUID()} actions={{ set: setRuleAction, end: endRuleAction }} />
    </EditPage>
  );
}
