import type { Attribution } from "@/domain/status";
import { rules } from "./rule";

/** How texts say where they have it from, beside a named party. */
export const SOURCING = rules<Attribution>([
  {
    id: "unnamed-people",
    says: "People familiar with the matter, sources, insiders and tipsters are not named.",
    effect: "anonymous",
    patterns: [
      "people|person|persons|individual|executive|official|employee|someone|somebody|those *1 familiar|brief|close|knowledgeable",
      "people|person *2 with *1 knowledge",
      "people|person at|inside *2 @seller|{carrier}|@maker",
      "familiar|briefed with|on",
      "anonymous|unnamed|undisclosed *1 source|person|people|executive|official|employee",
      "our|multiple|several|two|three|one|a|his|its|industry|internal|trusted|inside|reliable|other *2 =source|sources",
      "=sources *1 tell|say|close|familiar|claim|with|inside|at|have",
      "a source",
      "one of *1 source",
      "insider|tipster|leaker|whistleblower",
      "not to be named|identified|quoted",
      "decline to be named|identified",
      "condition of anonymity",
      "be said to",
    ],
    example: "Verizon dropped it, people familiar with the matter said.",
  },
  {
    id: "paper",
    says: "A memo, a leak, a filing, a listing or a page is a document.",
    effect: "document",
    patterns: [
      "internal|leaked|confidential *2 memo|document|e-mail|email|message|slide|note|roadmap|presentation|screenshot|image|photo|communication|schedule|calendar|inventory|listing",
      "memo|memorandum",
      "leaked *2",
      "leak roadmap",
      "fcc *1 filing|document",
      "filing",
      "screenshot",
      "e-mail|email *3 to|among|from|round *2 {shop}|staff|employee|manager",
      "support|product|listing|web|order|landing|pre-order page",
      "page *2 list|show|say",
      "inventory|ordering system",
      "document|notice *2 show|say|reveal|state|add",
      "to judge from *3 e-mail|memo|message",
    ],
    example: "An internal memo says that Verizon drops it.",
  },
  {
    id: "analyst",
    says: "An analyst is named and speaks for no party.",
    effect: "named",
    patterns: ["analyst", "analyst at|with|for"],
    example: "An analyst expects Verizon to sell it.",
  },
]);
