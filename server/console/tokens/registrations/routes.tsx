import { Hono } from "hono";
import { decideRegistration } from "../../../credentials/actions/decide-registration.ts";
import { seeRegistration, seeRegistrationFile } from "../../../credentials/actions/see-registration.ts";
import { seeRegistrations } from "../../../credentials/actions/see-registrations.ts";
import { queuedStates } from "../../../credentials/queued-registration.ts";
import { refusalReasons, type Decision } from "../../../credentials/registration-decision.ts";
import { userCodeLength } from "../../../credentials/user-code.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { readTurn } from "../../../http/page/turn.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { parseMomentPlace } from "../../../kernel/moment-place.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { wordsIn } from "../../../words/words.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { sendDeskFile } from "../../petitions/send-desk-file.ts";
import type { TypedDecision } from "./decide-form.tsx";
import { RegistrationQueuePage } from "./queue-page.tsx";
import { RegistrationPage } from "./registration-page.tsx";

/** The central office looks at registrations and decides them (flows T2, step 4). */
export const registrationPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/registrations";
const tellings = ["approved", "refused"] as const;

registrationPages.get(path, mayRegister, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const filter = {
    state: queuedStates.find((state) => state === c.req.query("state")) ?? "sent",
    codeBegins: codeIn(c.req.query("code") ?? ""),
  };
  const queue = await seeRegistrations(c.var.ports, staffOf(c), { ...filter, turn });
  const done = tellings.find((each) => each === c.req.query("done")) ?? null;
  const told = { done, inLine: c.req.query("by") === "line" };
  const shown = { page: pageContext(c), staff: sessionOf(c), queue, filter, isFirst: turn === null, told };
  return sendPage(c, <RegistrationQueuePage {...shown} />);
});

registrationPages.get(`${path}/:holdingId`, mayRegister, (c) =>
  show(c, { verdict: "", reasons: [], own: "" }, []),
);

registrationPages.post(`${path}/:holdingId`, mayRegister, async (c) => {
  const form = await readForm(c);
  const typed = { verdict: form.text("verdict"), reasons: form.all("reason"), own: form.text("own") };
  const holdingId = c.req.param("holdingId");
  const decision = decisionIn(typed);
  const decided = await decideRegistration(c.var.ports, staffOf(c), { holdingId, decision });
  if (decided.ok) {
    const done = decision.kind === "approve" ? "approved" : "refused";
    const by = decided.value.inLine ? "&by=line" : "";
    return c.redirect(`/console${path}?done=${done}${by}`, 303);
  }
  const { refusal } = decided;
  if (refusal.kind === "registration_not_found") return notFoundPage(c);
  const sentence = sayRefusal(pageContext(c).words.credentials.queue.refusal, refusal);
  const isOfPage = ["registration_decided", "email_bound", "letter_opened_by_you"].includes(refusal.kind);
  if (isOfPage) return show(c, typed, [{ sentence }], 409);
  return show(c, typed, [{ field: refusal.kind === "reason_missing" ? "reason" : "own", sentence }]);
});

/** One opening of one file of the order, written down. */
registrationPages.get(`${path}/:holdingId/files/:orderFileId`, mayRegister, async (c) => {
  const { holdingId, orderFileId: fileId } = c.req.param();
  const opened = await seeRegistrationFile(c.var.ports, staffOf(c), { holdingId, fileId });
  if (!opened.ok) return notFoundPage(c);
  const { bytes, file } = opened.value;
  c.header("cache-control", "no-store");
  return sendDeskFile(c, { bytes, mediaType: file.mime, name: file.name, isDrawnAnew: false });
});

function codeIn(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, userCodeLength);
}

/** The reason in Thai, as the holder and the record have it: the chosen sentences, then one's own words. */
function decisionIn({ verdict, reasons, own }: TypedDecision): Decision {
  if (verdict === "approve") return { kind: "approve" };
  const { one } = wordsIn("th").credentials.queue;
  const chosen = refusalReasons.filter((each) => reasons.includes(each)).map((each) => one.reasons[each]);
  return { kind: "refuse", reason: [...chosen, own].filter((part) => part.trim() !== "").join(" ") };
}

async function show(
  c: AppContext,
  typed: TypedDecision,
  faults: readonly SummaryItem[],
  refused: 409 | 422 = 422,
): Promise<Response> {
  const seen = await seeRegistration(c.var.ports, staffOf(c), c.req.param("holdingId") ?? "");
  if (!seen.ok) return notFoundPage(c);
  const shown = { page: pageContext(c), staff: sessionOf(c), seen: seen.value, typed, faults };
  return sendPage(c, <RegistrationPage {...shown} />, { status: faults.length > 0 ? refused : 200 });
}
