import type { Accepted } from "../../forms/accepted.ts";
import { answerSections } from "../../http/form-page/answers-shown.tsx";
import type { AppContext } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isHeldForMorning } from "../../notices/router.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { seeDeskPetition } from "../../petitions/actions/see-desk-petition.ts";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import { wordsTyped, type TypedStep } from "../../petitions/desk-step.ts";
import { sessionOf, staffOf } from "../gates.ts";
import { rowsByPath, type ShownBefore } from "./answer-beside.tsx";
import { doerText, eventText } from "./history.tsx";
import { filePath } from "./petition-files.tsx";
import { PetitionPage, type DeskConflict, type DeskDone } from "./petition-page.tsx";

/** What a page of a petition shows beside it. */
export interface ShownBeside {
  readonly typed?: TypedStep;
  readonly said?: { readonly text: string; readonly isInternal: boolean };
  readonly faults?: readonly SummaryItem[];
  /** Somebody else was quicker. */
  readonly isBehind?: boolean;
}

/** The petition of the address within this officer's reach; null: the plain 404 it is. */
export async function reached(c: AppContext): Promise<DeskPetition | null> {
  const purpose = pageContext(c).words.desk.purpose;
  const petitionId = c.req.param("petitionId") ?? "";
  const seen = await seeDeskPetition(c.var.ports, staffOf(c), { petitionId, purpose });
  return seen.ok ? seen.value : null;
}

/** The page of a petition, or the plain 404. */
export async function petitionPage(c: AppContext, shown: ShownBeside): Promise<Response> {
  const seen = await reached(c);
  if (seen === null) return notFoundPage(c);
  const page = pageContext(c);
  const { typed = null, said = null, faults = [], isBehind = false } = shown;
  return sendPage(
    c,
    <PetitionPage
      page={page}
      staff={sessionOf(c)}
      seen={seen}
      sections={await sectionsOf(c, page, seen)}
      before={await shownBefore(c, page, seen)}
      requestKey={newRequestKey(c.var.ports.random)}
      faults={faults}
      typed={typed}
      said={said}
      conflict={isBehind ? conflictOf(page, seen, typed) : null}
      done={doneOf(page, c.req.query("done"))}
      isNight={isHeldForMorning(c.var.ports.clock.now())}
    />,
    { status: isBehind ? 409 : faults.length > 0 ? 422 : 200 },
  );
}

/** A form that names no step of ours: the petition as it stands, or the plain 404. */
export function reachedOr404(c: AppContext): Promise<Response> {
  return petitionPage(c, {});
}

/** What was filed, in words, its files leading to where they are opened. */
export function sectionsOf(c: AppContext, page: PageContext, seen: DeskPetition) {
  const { definition, answers } = seen;
  const given = { page, form: definition.form, answers, files: shownFiles(seen) };
  return answerSections(c.var.ports.gazetteer, given);
}

function shownFiles(seen: DeskPetition) {
  return seen.files.map((file) => ({ ...file, href: filePath(seen.id, file.id) }));
}

/** What stood before the last correction, in words; null: nothing was corrected. */
async function shownBefore(
  c: AppContext,
  page: PageContext,
  seen: DeskPetition,
): Promise<ShownBefore | null> {
  const { before, definition } = seen;
  if (before === null) return null;
  const { form } = definition;
  const given = Object.entries(before).filter((each): each is [string, Accepted] => each[1] !== null);
  const fields = form.fields.filter(({ key }) => Object.hasOwn(before, key));
  const answers = Object.fromEntries(given);
  const asked = { page, form: { ...form, fields }, answers, files: shownFiles(seen) };
  return { keys: before, rows: rowsByPath(await answerSections(c.var.ports.gazetteer, asked)) };
}

/** Who did what first. */
function conflictOf(page: PageContext, seen: DeskPetition, typed: TypedStep | null): DeskConflict {
  const words = page.words.desk.conflict;
  const next = typed !== null && wordsTyped(typed).length > 0 ? words.nextTyped : words.next;
  const last = seen.events.at(-1);
  if (last === undefined) return { title: words.title, body: "", next };
  const when = formatMoment(last.happenedAt, page.language);
  return {
    title: last.isOwn ? words.ownTitle : words.title,
    body: words.body(doerText(page, last), eventText(page, last), when),
    next,
  };
}

function doneOf(page: PageContext, text: string | undefined): DeskDone | null {
  return text !== undefined && Object.hasOwn(page.words.desk.done, text) ? (text as DeskDone) : null;
}
