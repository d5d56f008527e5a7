import type { SeenRequest } from "../credentials/actions/see-requests.ts";
import { maskRequestFacts, requestForm } from "../credentials/request-form.ts";
import { caseNumber, type RequestState } from "../credentials/service-request.ts";
import type { AppContext } from "./env.ts";
import type { Tone } from "./page/status-tag.tsx";
import { formatCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import type { Language } from "../kernel/language.ts";
import { tidyPhone } from "../kernel/phone.ts";
import { formatMoment } from "../kernel/thai-date.ts";
import { requestFormTh } from "../words/documents/request-form.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** The colour of a state, beside its word. */
export const toneOfState = {
  unsigned: "waiting",
  sent: "waiting",
  granted: "done",
  refused: "refused",
  withdrawn: "plain",
} as const satisfies Record<RequestState, Tone>;

/** How a request stands, in the same words wherever it is shown: one that the head has still to sign waits for the head. */
export function sayRequestState(
  words: Words["credentials"]["requests"],
  { state, isSignedByHead }: { readonly state: RequestState; readonly isSignedByHead: boolean },
): string {
  return state === "sent" && !isSignedByHead ? words.unsigned : words.states[state];
}

/** The same of one that is opened. */
export function sayStateOf(
  words: Words["credentials"]["requests"],
  { shown, headSigned }: Pick<SeenRequest, "shown" | "headSigned">,
): string {
  return sayRequestState(words, { state: shown, isSignedByHead: headSigned !== null });
}

/** Part 2 of the form, by which the central office knows the person: whole, for the office alone. */
export function personFacts(
  { facts }: Pick<SeenRequest, "facts">,
  language: Language,
): readonly (readonly [string, string])[] {
  const { form } = wordsIn(language).credentials.requests;
  const { citizenId, registeredEmail } = facts;
  return [
    [form.citizenId, formatCitizenId(citizenId as CitizenId)],
    [form.registeredEmail, registeredEmail === "" ? form.noEmail : registeredEmail],
  ];
}

/** What a page tells of a request: parts 1–3, the signatures and what the central office did. */
export function requestFacts(seen: SeenRequest, language: Language): readonly (readonly [string, string])[] {
  const { requests: words } = wordsIn(language).credentials;
  const { facts, office } = seen;
  const given = (label: string, value: string | undefined) => (value ? [[label, value] as const] : []);
  const headSigned =
    seen.headSigned === null
      ? words.notSigned
      : `${words.ways[seen.headSigned]} ${formatMoment(seen.headSignedAt ?? seen.sentAt, language)}`;
  const signed =
    seen.requesterSigned === null
      ? words.notSigned
      : `${words.ways[seen.requesterSigned]} ${formatMoment(seen.sentAt, language)}`;
  const proven = seen.emailProvenAt === null ? words.notProven : words.isProven;
  return [
    [words.asked, `${caseNumber(seen.case)}. ${words.cases[seen.case]}`],
    ...given(words.form.said, facts.said),
    ...given(words.form.newEmail, facts.newEmail),
    ...(seen.case === "email_changed" ? [[words.emailProven, proven] as const] : []),
    [words.form.about, facts.name],
    [words.form.userCode, facts.userCode],
    [words.agency, facts.agency],
    [words.form.payingUnit, facts.payingUnit],
    [words.form.mobile, tidyPhone(facts.mobile)],
    [words.form.division, facts.division],
    [words.form.ministry, facts.ministry],
    [words.requester, words.requesters[seen.requester]],
    [words.signedBy, signed],
    [words.headSigned, headSigned],
    ...given(words.reason, office.reason),
  ];
}

/**
 * The form in its four parts, as a PDF. For a password alone (`masked`), which may be stolen, number and registered address
 * are not told: whoever signs by hand writes nothing there, for the central office reads them here.
 */
export async function sendRequestForm(
  c: AppContext,
  seen: SeenRequest,
  { masked = false }: { readonly masked?: boolean } = {},
): Promise<Response> {
  const { ports } = c.var;
  const { requests: words } = wordsIn("th").credentials;
  const { requesterSigned: way } = seen;
  const signed =
    way === null || way === "paper" ? null : `${words.ways[way]} ${formatMoment(seen.sentAt, "th")}`;
  const head =
    seen.headSigned === null || seen.headSigned === "paper"
      ? null
      : `${words.ways[seen.headSigned]} ${formatMoment(seen.headSignedAt ?? seen.sentAt, "th")}`;
  const paper = {
    ...{
      facts: masked ? maskRequestFacts(seen.facts) : seen.facts,
      case: seen.case,
      number: seen.number,
      state: seen.shown,
    },
    signed,
    headSigned: head,
    signers: seen.signers,
    reason: seen.office.reason ?? "",
    decidedAt: seen.decidedAt ? formatMoment(seen.decidedAt, "th") : "",
  };
  const made = await ports.pdf.make(requestForm(paper, requestFormTh, ports.clock.now()));
  return c.body(Uint8Array.from(made), 200, {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="request-${seen.facts.userCode}.pdf"`,
  });
}
