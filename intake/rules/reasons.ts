import type { Reason } from "@/domain/status";

/** Words that give the reason of a change, by reason; the first that fits in the sentence, else in the paragraph, holds. */
export const REASON_WORDS_IN_TEXT: readonly {
  readonly reason: Reason;
  readonly words: readonly string[];
  readonly says: string;
}[] = [
  {
    reason: "safety-recall",
    says: "A recall, fires or overheating.",
    words: [
      "recall",
      "recalled",
      "fire",
      "fires",
      "overheating",
      "overheat",
      "explode",
      "exploding",
      "burn",
      "battery fire",
    ],
  },
  {
    reason: "political-pressure",
    says: "Pressure from a government or from politicians.",
    words: [
      "political pressure",
      "government pressure",
      "pressure from the government",
      "politicians",
      "lawmakers",
      "lawmaker",
      "under pressure from washington",
      "congress",
      "leaned on",
      "u.s. government",
      "us government",
    ],
  },
  {
    reason: "regulatory",
    says: "A ban, a sanction, an order or a missing approval.",
    words: [
      "ban",
      "banned",
      "sanctions",
      "export",
      "denial order",
      "regulator",
      "regulators",
      "certification",
      "approval",
      "fcc",
      "restrictions",
      "entity list",
    ],
  },
  {
    reason: "security",
    says: "Security, spying or a flaw.",
    words: ["espionage", "spying", "security", "vulnerability", "hack", "prying"],
  },
  {
    reason: "legal",
    says: "A court, a patent, an injunction.",
    words: ["lawsuit", "injunction", "patent", "court", "legal dispute"],
  },
  {
    reason: "technical",
    says: "A fault, a test, the network.",
    words: [
      "bug",
      "bugs",
      "defect",
      "hardware fault",
      "technical",
      "quality",
      "tests",
      "testing",
      "software issue",
      "glitch",
    ],
  },
  {
    reason: "supply",
    says: "Too few devices, or too many buyers.",
    words: ["shortage", "supply", "demand", "out of stock", "inventory", "component", "components", "yield"],
  },
  {
    reason: "end-of-life",
    says: "The maker gives the device up.",
    words: ["end of life", "end-of-life", "discontinued by", "no more phones", "successor", "replenish"],
  },
  {
    reason: "commercial",
    says: "Sales, prices, strategy.",
    words: [
      "poor sales",
      "weak sales",
      "slow sales",
      "competitive",
      "commercial",
      "price cut",
      "sales were",
      "not selling",
      "strategy",
      "disappointing sales",
      "demand was low",
      "terms",
    ],
  },
];
