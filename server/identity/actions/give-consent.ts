import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { consentVersions } from "../consent-versions.ts";
import { checkAnswer, consentInForce, consentStands } from "../consent.ts";
import { lockAccount } from "../store/account.ts";
import { insertConsent, listConsents } from "../store/consent.ts";

export interface GiveConsentInput {
  /** The version that was read. */
  readonly version: string;
  readonly language: Language;
  /** "liff" or "browser". */
  readonly via: string;
}

export type GiveConsentRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "consent_version_changed" }
  | { readonly kind: "consent_not_given" };

/**
 * Takes a citizen's yes to the text in force: after a withdrawal, or when the text is newer than the one agreed to.
 * Given already: nothing is added. Refuses a session whose PIN was not given within its time, and a version that is
 * no longer in force.
 */
export async function giveConsent(
  ports: Ports,
  actor: Citizen,
  { version, language, via }: GiveConsentInput,
): Promise<Result<undefined, GiveConsentRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    await lockAccount(tx, actor.personId);
    const answers = await listConsents(tx, actor.personId);
    const inForce = consentInForce(consentVersions, bangkokDay(now));
    const may = checkAnswer(answers, { version, answer: "given" }, inForce);
    if (!may.ok) return may;
    if (consentStands(answers, inForce)) return ok();
    const { personId, channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const id = ports.random.uuid();
    await insertConsent(tx, { id, user, personId, version, answer: "given", language, via, now });
    await record(ports, tx, { action: "consent.given", actor, subjectId: id, refs: { version } });
    return ok();
  });
}
