import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import {
  decideIdPictures,
  isProofAsked,
  type IdCheckVerdict,
} from "../../identity/actions/decide-id-check.ts";
import { seeIdCheck } from "../../identity/actions/see-id-check.ts";
import { seeIdChecks } from "../../identity/actions/see-id-checks.ts";
import { seeIdPicture } from "../../identity/actions/see-id-picture.ts";
import { idPictureSlots, parseSlotFault } from "../../identity/id-check.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { IdCheckOfPage } from "./check-page.tsx";
import type { TypedDecision } from "./decide-form.tsx";
import { DecidedIdCheckPage } from "./decided-page.tsx";
import { IdCheckQueuePage } from "./queue-page.tsx";

/** Officers look at people's ID pictures (E5.3). */
export const idCheckPages = new Hono<AppEnv>();

const mayCheck = requireRight("check_identity");
const nothing: TypedDecision = { faults: [], said: "" };

idCheckPages.get("/id-checks", mayCheck, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const queue = await seeIdChecks(c.var.ports, staffOf(c), turn);
  const done = c.req.query("done");
  const shown = {
    ...{ page: pageContext(c), staff: sessionOf(c), queue, isFirst: turn === null },
    done: done === "approved" || done === "sentBack" ? done : null,
    now: c.var.ports.clock.now(),
  } as const;
  return sendPage(c, <IdCheckQueuePage {...shown} />);
});

idCheckPages.get("/id-checks/:checkId", mayCheck, (c) => show(c, nothing, []));

idCheckPages.post("/id-checks/:checkId", mayCheck, async (c) => {
  const form = await readForm(c);
  const [checkId, verdict] = [c.req.param("checkId"), readVerdict(form)];
  const typed = { faults: faultsIn(form), said: form.text("said") };
  const lastFour = form.text("lastFour").trim();
  const { refusal } = pageContext(c).words.idChecks;
  if (lastFour === "" && isProofAsked(verdict))
    return show(c, typed, [{ field: "lastFour", sentence: refusal.id_proof_empty() }]);
  const decided = await decideIdPictures(c.var.ports, staffOf(c), { checkId, verdict, lastFour });
  if (decided.ok) {
    return c.redirect(`/console/id-checks?done=${verdict.kind === "approve" ? "approved" : "sentBack"}`, 303);
  }
  switch (decided.refusal.kind) {
    case "id_check_not_found":
      return notFoundPage(c);
    case "id_check_decided":
      return show(c, typed, []);
    case "id_faults_missing":
      return show(c, typed, [{ field: "faults", sentence: refusal.id_faults_missing() }]);
    case "id_proof_wrong":
    case "id_proof_locked":
      return show(c, typed, [{ field: "lastFour", sentence: refusal[decided.refusal.kind]() }]);
  }
});

/** One opening of one picture, with this officer's name in it. Nothing else on the answer may run or be kept. */
idCheckPages.get("/id-checks/:checkId/pictures/:pictureId", mayCheck, async (c) => {
  const { checkId, pictureId } = c.req.param();
  const seen = await seeIdPicture(c.var.ports, staffOf(c), { checkId, pictureId });
  if (!seen.ok) return notFoundPage(c);
  c.header("content-type", "image/jpeg");
  c.header("cache-control", "no-store");
  c.header("content-security-policy", "default-src 'none'; sandbox");
  return c.body(Uint8Array.from(seen.value));
});

function faultsIn(form: FormFields): readonly string[] {
  return idPictureSlots.flatMap((slot) => form.all(`fault-${slot}`));
}

function readVerdict(form: FormFields): IdCheckVerdict {
  if (form.text("verdict") === "approve") return { kind: "approve" };
  const faults = faultsIn(form)
    .map(parseSlotFault)
    .filter((fault) => fault !== null);
  return { kind: "send_back", faults, said: form.text("said") };
}

async function show(c: AppContext, typed: TypedDecision, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeIdCheck(c.var.ports, staffOf(c), { checkId: c.req.param("checkId") ?? "" });
  const common = { page: pageContext(c), staff: sessionOf(c) };
  if (seen.ok) {
    const page = <IdCheckOfPage {...common} seen={seen.value} typed={typed} faults={faults} />;
    return sendPage(c, page, { status: faults.length > 0 ? 422 : 200 });
  }
  if (seen.refusal.kind === "id_check_not_found") return notFoundPage(c);
  const isTooLate = c.req.method === "POST";
  const page = <DecidedIdCheckPage {...common} decided={seen.refusal.decided} />;
  return sendPage(c, page, { status: isTooLate ? 409 : 200 });
}
