import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { consentVersions, type ConsentVersionName } from "../consent-versions.ts";
import { consentInForce, latestConsent, type AnsweredConsent } from "../consent.ts";
import { listConsents } from "../store/consent.ts";

export interface ConsentView {
  /** The last answer; null: none. */
  readonly last: AnsweredConsent | null;
  /** The version that was last agreed to, when it is another than the one in force. */
  readonly agreedOther: ConsentVersionName | null;
  readonly inForce: (typeof consentVersions)[number];
}

/** What the citizen answered to the consent text, and which text is in force today. */
export async function seeConsent(ports: Ports, actor: Citizen): Promise<ConsentView> {
  const answers = await ports.db.as(actor, (tx) => listConsents(tx, actor.personId));
  const given = latestConsent(answers.filter((each) => each.answer === "given"));
  const inForce = consentInForce(consentVersions, bangkokDay(ports.clock.now()));
  const others = consentVersions.filter((each) => each !== inForce);
  const agreedOther = others.find((each) => each.version === given?.version)?.version ?? null;
  return { last: latestConsent(answers), agreedOther, inForce };
}
