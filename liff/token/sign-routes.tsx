import { Hono } from "hono";
import { answerChallenge, type AnswerRefusal } from "../../server/credentials/actions/answer-challenge.ts";
import type { AnswerUnfinishedRefusal } from "../../server/credentials/challenge-answer.ts";
import { denyChallenge } from "../../server/credentials/actions/deny-challenge.ts";
import { seeChallenge } from "../../server/credentials/actions/see-challenge.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm, type FormFields } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import type { ToldOutcome } from "./list-page.tsx";
import { closedPath, tokenPath } from "./parts.tsx";
import { idOf, phoneOf } from "./phone.ts";
import { SignPage } from "./sign-page.tsx";

const gate = { kind: "gate" } as const;

/** A phone answers a computer (flows T3). */
export const signRoutes = new Hono<AppEnv>();

signRoutes.get("/token/sign/:id", (c) => signPage(c, [], null));

signRoutes.post("/token/sign/:id", async (c) => {
  const form = await readForm(c);
  const answered = await answerChallenge(c.var.ports, gate, {
    ...{ challengeId: idOf(c), phone: phoneOf(c) },
    ...{ picture: form.text("picture"), digits: form.text("digits") },
    ...{ pinText: form.text("pin"), signature: form.text("signature") },
  });
  if (!answered.ok) return refused(c, answered.refusal, form);
  return c.redirect(told(answered.value.purpose === "end_device" ? "signed_end" : "signed"), 303);
});

signRoutes.post("/token/sign/:id/deny", async (c) => {
  const denied = await denyChallenge(c.var.ports, gate, { challengeId: idOf(c), phone: phoneOf(c) });
  if (!denied.ok) return c.redirect(told("over"), 303);
  return c.redirect(told(denied.value.purpose === "sign_in" ? "denied" : "denied_other"), 303);
});

function refused(c: AppContext, refusal: AnswerRefusal, form: FormFields): Response | Promise<Response> {
  const { credentials } = pageContext(c).words;
  switch (refusal.kind) {
    case "no_challenge":
    case "challenge_over":
      return c.redirect(told("over"), 303);
    case "answer_failed":
      return c.redirect(told("failed"), 303);
    case "key_over":
      return c.redirect(`${tokenPath}/gone`, 303);
    case "pin_disabled":
      return c.redirect(closedPath, 303);
    case "answer_wrong":
      return signPage(
        c,
        [{ field: "picture", sentence: sayRefusal(credentials.phone.refusal, refusal) }],
        form,
      );
    case "signature_wrong":
      return signPage(c, [{ sentence: credentials.phone.refusal.signature_wrong() }], form);
    case "answer_unfinished":
      return signPage(c, sayUnfinished(c, refusal), form);
    case "pin_wait":
    case "pin_wrong":
      return signPage(c, [{ field: "pin", sentence: sayRefusal(credentials.pin, refusal) }], form);
  }
}

/** What was left out, each at its own place. */
function sayUnfinished(c: AppContext, { gaps, pin }: AnswerUnfinishedRefusal): readonly SummaryItem[] {
  const { phone, pin: pinWords } = pageContext(c).words.credentials;
  const told = gaps.map((gap) => ({
    field: gap === "picture_unchosen" ? "picture" : "digits",
    sentence: phone.unfinished[gap],
  }));
  return pin === null ? told : [...told, { field: "pin", sentence: sayRefusal(pinWords, pin) }];
}

/** What was chosen and typed stays, but for the PIN. */
async function signPage(
  c: AppContext,
  refusals: readonly SummaryItem[],
  form: FormFields | null,
): Promise<Response> {
  const asked = await seeChallenge(c.var.ports, gate, { challengeId: idOf(c), phone: phoneOf(c) });
  if (!asked.ok) return c.redirect(told("over"), 303);
  const typed = { chosen: form?.text("picture") ?? "", digits: form?.text("digits") ?? "" };
  const shown = { page: pageContext(c), asked: asked.value, refusals, ...typed };
  return sendPage(c, <SignPage {...shown} />, { status: refusals.length > 0 ? 422 : 200 });
}

function told(outcome: ToldOutcome): string {
  return `${tokenPath}?told=${outcome}`;
}
