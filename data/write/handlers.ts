import type { Action } from "@/domain/permissions";
import type { CommandKind, CommandOf } from "@/formats/commands";
import { bringBack, discard } from "./discard";
import {
  createCarrier,
  createDevice,
  createManufacturer,
  createRetailer,
  editCarrier,
  editDevice,
  editManufacturer,
  editRetailer,
} from "./entities";
import { correctListing, endListing, recordListing, retractListing } from "./listing";
import { mergeEntities, unmergeEntities } from "./merge";
import { createPolicyAction, editPolicyAction } from "./policy-action";
import { createSource, editSource, retractSource } from "./source";
import { correctStatement, recordStatement, retractStatement } from "./statement";
import { addEvidence, correctStatus, recordStatus, retractEvidence, retractStatus } from "./status";
import type { Done, Work } from "./work";

type Handler<K extends CommandKind> = {
  readonly action: Action;
  readonly run: (work: Work, command: CommandOf<K>) => Promise<Done>;
};

const claim = <K extends CommandKind>(run: Handler<K>["run"]): Handler<K> => ({
  action: "record-claim",
  run,
});
const entity = <K extends CommandKind>(run: Handler<K>["run"]): Handler<K> => ({
  action: "edit-entity",
  run,
});

/** Every command: who may send it (a row of the permission table) and what carries it out. */
export const HANDLERS: { readonly [K in CommandKind]: Handler<K> } = {
  "record-status": claim(recordStatus),
  "correct-status": claim(correctStatus),
  "retract-status": claim(retractStatus),
  "add-evidence": claim(addEvidence),
  "retract-evidence": claim(retractEvidence),
  "record-listing": claim(recordListing),
  "correct-listing": claim(correctListing),
  "end-listing": claim(endListing),
  "retract-listing": claim(retractListing),
  "record-statement": claim(recordStatement),
  "correct-statement": claim(correctStatement),
  "retract-statement": claim(retractStatement),
  "create-policy-action": claim(createPolicyAction),
  "edit-policy-action": claim(editPolicyAction),
  "create-manufacturer": entity(createManufacturer),
  "edit-manufacturer": entity(editManufacturer),
  "create-carrier": entity(createCarrier),
  "edit-carrier": entity(editCarrier),
  "create-retailer": entity(createRetailer),
  "edit-retailer": entity(editRetailer),
  "create-device": entity(createDevice),
  "edit-device": entity(editDevice),
  "create-source": entity(createSource),
  "edit-source": entity(editSource),
  "retract-source": { action: "retract-source", run: retractSource },
  discard: entity(discard),
  "bring-back": entity(bringBack),
  merge: { action: "merge", run: mergeEntities },
  unmerge: { action: "merge", run: unmergeEntities },
};
