import { dateTooVague } from "./date-too-vague";
import { deviceWithoutAnnouncement } from "./device-without-announcement";
import { deviceWithoutModel } from "./device-without-model";
import { hostWithoutNetwork } from "./host-without-network";
import { mvnoWithoutHost } from "./mvno-without-host";
import { namedWithoutSpeaker } from "./named-without-speaker";
import { networkWithoutCode } from "./network-without-code";
import { planWithoutTarget } from "./plan-without-target";
import { refusalOnAnonymousWord } from "./refusal-on-anonymous-word";
import { refusalWithoutReason } from "./refusal-without-reason";
import type { Level, Rule } from "./rule";
import { saleBeforeTold } from "./sale-before-told";
import { sourceAfterRecord } from "./source-after-record";
import { sourceWithoutAddress } from "./source-without-address";
import { sourceWithoutDay } from "./source-without-day";
import { sourceWithoutHeadline } from "./source-without-headline";
import { supportUnread } from "./support-unread";
import { targetBeforePlan } from "./target-before-plan";
import { unknownBesideReasons } from "./unknown-beside-reasons";
import { unusualWithoutNote } from "./unusual-without-note";

/** Every rule of good data, by what it is asked of; the strictest first. */
export const CLAIM_RULES = [
  targetBeforePlan,
  sourceAfterRecord,
  unusualWithoutNote,
  refusalWithoutReason,
  refusalOnAnonymousWord,
  saleBeforeTold,
  supportUnread,
  unknownBesideReasons,
  planWithoutTarget,
  namedWithoutSpeaker,
  dateTooVague,
] as const;
export const SOURCE_RULES = [sourceWithoutAddress, sourceWithoutHeadline, sourceWithoutDay] as const;
export const CARRIER_RULES = [mvnoWithoutHost, hostWithoutNetwork, networkWithoutCode] as const;
export const DEVICE_RULES = [deviceWithoutAnnouncement, deviceWithoutModel] as const;

export const RULES: readonly (Pick<Rule<never>, "code" | "says" | "field"> & { readonly level: Level })[] = [
  ...CLAIM_RULES,
  ...SOURCE_RULES,
  ...CARRIER_RULES,
  ...DEVICE_RULES,
];
