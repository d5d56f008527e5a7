import type { AnswerSection } from "../../http/form-page/answers-shown.tsx";
import { AnswersShown } from "../../http/form-page/answers-shown.tsx";
import { wordingIn } from "../../forms/wording.ts";
import { mayStaff } from "../../agencies/role.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import { closesWithPhoto, wordsTyped, type TypedStep } from "../../petitions/desk-step.ts";
import { hindranceOfIssue } from "../../petitions/issuing.ts";
import type { deskTh } from "../../words/desk/th.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionPath, petitionsPath } from "./address.ts";
import { AnswerBeside, type ShownBefore } from "./answer-beside.tsx";
import { ClosingPhotos } from "./closing-photos.tsx";
import { History } from "./history.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { ClockFacts, PersonFacts } from "./petition-facts.tsx";
import { PetitionDocuments } from "./petition-documents.tsx";
import { OtherFiles } from "./petition-files.tsx";
import { Receipts } from "./receipts.tsx";
import { StandingTag } from "./standing-tag.tsx";
import { Steps } from "./steps.tsx";
import { Thread } from "./thread.tsx";

export type DeskDone = keyof (typeof deskTh)["done"];

const inside: readonly DeskDone[] = ["assigned", "given_back", "noted", "photo"];

/** True for what a citizen is told of. */
function tells(done: DeskDone): boolean {
  return !inside.includes(done);
}

/** What somebody else did first, while this officer typed. */
export interface DeskConflict {
  readonly title: string;
  readonly body: string;
  /** What to do now; says that what was typed is there only where something was. */
  readonly next: string;
}

export interface PetitionPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: DeskPetition;
  readonly sections: readonly AnswerSection[];
  readonly before: ShownBefore | null;
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
  /** What was typed for a step that was not taken. */
  readonly typed: TypedStep | null;
  /** What was typed into thread or notes and not kept. */
  readonly said: { readonly text: string; readonly isInternal: boolean } | null;
  readonly conflict: DeskConflict | null;
  readonly done: DeskDone | null;
  /** True: the citizen is told of it in the morning. */
  readonly isNight: boolean;
}

/** What is told at once, at night too. */
const toldAtNight: readonly DeskDone[] = ["filed", "completed"];

/** How the citizen hears of it, where that is not at once by the system. */
function toldText(page: PageContext, seen: DeskPetition, done: DeskDone, isNight: boolean): string {
  const words = page.words.desk;
  if (!tells(done)) return "";
  if (!seen.contact.isTold) return words.untoldBody(seen.number);
  return isNight && !toldAtNight.includes(done) ? words.inTheMorning : "";
}

/** One petition as its officers work on it (E5.2): what was filed, what happened and was said, and what comes next. */
export function PetitionPage(props: PetitionPageProps) {
  const { page, staff, seen, faults, conflict, done } = props;
  const words = page.words.desk;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={seen.number}
      back={petitionsPath}
      wrong={faults.length > 0 || conflict !== null}
      scripts={[
        "petition-keys.js",
        "copy-text.js",
        ...(closesWithPhoto(seen.definition) ? ["take-picture.js"] : []),
      ]}
    >
      <ErrorSummary page={page} items={faults} />
      {conflict === null ? null : (
        <Banner tone="waiting" title={conflict.title} live id="conflict">
          {conflict.body} {conflict.next}
        </Banner>
      )}
      {done === null ? null : (
        <Banner tone="done" title={words.done[done]} live>
          {toldText(page, seen, done, props.isNight)}
        </Banner>
      )}
      {seen.isDestroyed ? (
        <Banner tone="info" title={words.destroyed}>
          {words.destroyedBody}
        </Banner>
      ) : null}
      <TypedBefore {...props} />
      <Head page={page} staff={staff} seen={seen} />
      <div class="desk">
        <div class="desk-main stack">
          <section class="card stack">
            <h2>{words.answers}</h2>
            {props.sections.length === 0 ? <p>{words.noAnswers}</p> : null}
            {seen.files.length === 0 ? null : (
              <p class="hint">
                {words.fileMark} {words.pdfNote}
              </p>
            )}
            <AnswersShown
              page={page}
              sections={props.sections}
              beside={(row) => <AnswerBeside page={page} row={row} before={props.before} />}
            />
          </section>
          <OtherFiles page={page} seen={seen} sections={props.sections} />
          <PetitionDocuments page={page} seen={seen} />
          <ClosingPhotos page={page} seen={seen} requestKey={props.requestKey} faults={faults} />
          <Thread page={page} seen={seen} requestKey={props.requestKey} said={props.said} faults={faults} />
        </div>
        <div class="desk-side stack">
          <Steps
            page={page}
            staff={staff}
            seen={seen}
            requestKey={props.requestKey}
            typed={props.typed}
            faults={faults}
          />
          <PersonFacts page={page} seen={seen} />
          <ClockFacts page={page} seen={seen} />
          <History page={page} seen={seen} />
          <Receipts page={page} receipts={seen.receipts} />
        </div>
      </div>
      <KeysHelp title={words.keys.title} rows={words.keys.rows} />
    </ConsoleLayout>
  );
}

/** What was typed for a step that is not offered any more: it is not lost. */
function TypedBefore({ page, seen, typed }: PetitionPageProps) {
  if (typed === null || seen.steps.includes(typed.step)) return null;
  const said = wordsTyped(typed);
  if (said.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{page.words.desk.conflict.mine}</h2>
      {said.map((each) => (
        <p>{each}</p>
      ))}
    </section>
  );
}

function Head({ page, staff, seen }: Pick<PetitionPageProps, "page" | "staff" | "seen">) {
  const words = page.words;
  const { pause } = seen;
  return (
    <header class="desk-head">
      <div>
        <h1>{wordingIn(seen.definition.name, page.language)}</h1>
        <p class="tags">
          <strong class="nowrap">{seen.number}</strong>
          <StandingTag page={page} petition={seen} />
          {pause === null ? null : <StatusTag tone="waiting">{words.desk.waitsFor[pause]}</StatusTag>}
        </p>
        {seen.reopened > 0 ? <p class="hint">{words.desk.reopenedTimes(seen.reopened)}</p> : null}
      </div>
      <div class="buttons no-print">
        {mayStaff(staff.level, "issue_documents") && hindranceOfIssue(seen, "letter") === null ? (
          <ButtonLink href={`/console/documents/new?petition=${seen.id}`}>{words.desk.issue}</ButtonLink>
        ) : null}
        <ButtonLink kind="quiet" icon="print" href={`${petitionPath(seen.id)}/print`}>
          {words.desk.print}
        </ButtonLink>
      </div>
    </header>
  );
}
