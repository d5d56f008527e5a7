import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { consentVersions } from "../consent-versions.ts";
import { checkAnswer, consentInForce, latestConsent } from "../consent.ts";
import { lockAccount } from "../store/account.ts";
import { insertConsent, listConsents } from "../store/consent.ts";
import { endDevices } from "../store/session.ts";

export type WithdrawConsentRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "consent_not_given" }
  | { readonly kind: "consent_version_changed" };

/**
 * Takes the citizen's consent back: kept as an answer of its own, every session of theirs ends with it, the chat is
 * told. From then on no code is issued for them or asked by them (db/sql/54-issue-code.sql). Refuses a session whose
 * PIN was not given within its time, and the withdrawal of what is not given.
 */
export async function withdrawConsent(
  ports: Ports,
  actor: Citizen,
  { language, via }: { readonly language: Language; readonly via: string },
): Promise<Result<undefined, WithdrawConsentRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    await lockAccount(tx, actor.personId);
    const answers = await listConsents(tx, actor.personId);
    const inForce = consentInForce(consentVersions, bangkokDay(now));
    const version = latestConsent(answers)?.version ?? inForce.version;
    const may = checkAnswer(answers, { version, answer: "withdrawn" }, inForce);
    if (!may.ok) return may;
    const { personId, channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const id = ports.random.uuid();
    await insertConsent(tx, { id, user, personId, version, answer: "withdrawn", language, via, now });
    const ended = await endDevices(tx, actor, now);
    await record(ports, tx, { action: "consent.withdrawn", actor, subjectId: id, refs: { version, ended } });
    await queue(ports, tx, {
      kind: "consent_withdrawn",
      medium: "line",
      to: user,
      personId,
      refs: { personId },
    });
    return ok();
  });
}
