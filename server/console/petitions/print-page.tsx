import { AnswersShown, type AnswerSection } from "../../http/form-page/answers-shown.tsx";
import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionPath } from "./address.ts";
import { History } from "./history.tsx";
import { ClockFacts, PersonFacts } from "./petition-facts.tsx";
import { StandingTag } from "./standing-tag.tsx";

interface PrintPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: DeskPetition;
  readonly sections: readonly AnswerSection[];
  readonly now: Date;
}

/** One petition for paper: what was filed, who filed it, the clock and what happened. No notes, no messages. */
export function PrintPage(props: PrintPageProps) {
  const { page, staff, seen } = props;
  const words = page.words;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={seen.number}
      back={petitionPath(seen.id)}
    >
      <table class="sheet" role="presentation">
        <thead>
          <tr>
            <td>
              <div class="sheet-head">
                <strong>{nameIn(staff.agency, page.language)}</strong>
                <span class="nowrap">{seen.number}</span>
                <span>{words.desk.printed(formatMoment(props.now, page.language), staff.name)}</span>
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td class="stack">
              <Sheet {...props} />
            </td>
          </tr>
        </tbody>
      </table>
    </ConsoleLayout>
  );
}

/** What stands on the paper, under the head that every page of it repeats. */
function Sheet({ page, seen, sections }: PrintPageProps) {
  const words = page.words;
  return (
    <>
      <h1>{wordingIn(seen.definition.name, page.language)}</h1>
      <p class="tags">
        <strong class="nowrap">{seen.number}</strong>
        <StandingTag page={page} petition={seen} />
      </p>
      <div class="panels">
        <PersonFacts page={page} seen={seen} />
        <ClockFacts page={page} seen={seen} />
      </div>
      <section class="card stack">
        <h2>{words.desk.answers}</h2>
        <AnswersShown page={page} sections={sections} />
      </section>
      <History page={page} seen={withoutInside(seen)} />
    </>
  );
}

/** Paper goes from hand to hand: what is inside the agency stays off it. */
function withoutInside(seen: DeskPetition): DeskPetition {
  return { ...seen, events: seen.events.filter(({ isInternal }) => !isInternal) };
}
