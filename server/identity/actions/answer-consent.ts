import { record } from "../../audit/store.ts";
import type { Visitor } from "../../kernel/actor.ts";
import type { Language } from "../../kernel/language.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { consentVersions } from "../consent-versions.ts";
import { consentInForce } from "../consent.ts";
import { applyEvent, holdDraft, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";
import { insertConsent } from "../store/consent.ts";
import { endDraft } from "../store/draft.ts";

export interface ConsentInput {
  readonly version: string;
  readonly answer: "given" | "refused";
  readonly language: Language;
  /** "liff" or "browser". */
  readonly via: string;
}

export type AnswerConsentRefusal = { readonly kind: "consent_version_changed" } | WalkRefusal;

/**
 * Takes the visitor's answer to the consent text in force. A yes goes on to the number; a no ends the draft and keeps
 * nothing but the refusal (`next` is null). Refuses an answer to a text that is no longer in force.
 */
export async function answerConsent(
  ports: Ports,
  actor: Visitor,
  input: ConsentInput,
): Promise<Result<{ readonly next: NextStep | null }, AnswerConsentRefusal>> {
  const now = ports.clock.now();
  const inForce = consentInForce(consentVersions, bangkokDay(now));
  if (input.version !== inForce.version) return refuse({ kind: "consent_version_changed" });
  return ports.db.as(actor, async (tx) => {
    const draft = await holdDraft(ports, tx, actor);
    const { version, answer, language, via } = input;
    const id = ports.random.uuid();
    const { channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    await insertConsent(tx, { id, user, personId: null, version, answer, language, via, now });
    await record(ports, tx, { action: `consent.${answer}`, actor, subjectId: id, refs: { version } });
    if (answer === "refused") {
      await endDraft(tx, draft.id, "consent_refused", now);
      return ok({ next: null });
    }
    const applied = await applyEvent(ports, tx, draft, { kind: "consented", version });
    return applied.ok ? ok({ next: applied.value }) : applied;
  });
}
