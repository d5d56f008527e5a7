import type { AnswerProblem } from "../../forms/answers.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { AppContext } from "../../http/env.ts";
import { formView } from "../../http/form-page/form-view.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { formatMoment, formatTime } from "../../kernel/thai-date.ts";
import type { HandedForm } from "../../petitions/actions/see-handed-form.ts";
import { sessionOf } from "../gates.ts";
import { handedPath } from "./address.ts";
import { CounterFormPage } from "./counter-form-page.tsx";

/** What the form of a handed draft shows beside the draft itself. */
export interface ShownHanded {
  /** For whom it is filled, as it goes from post to post. */
  readonly lead: string;
  /** What was typed, where it was not saved. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly wantsPaper?: boolean;
  readonly problems?: readonly AnswerProblem[];
  readonly refusals?: readonly SummaryItem[];
  /** Set when the citizen saved meanwhile, at that moment. */
  readonly changedAt?: Date | null;
  /** True: what was typed has just been saved. */
  readonly isSaved?: boolean;
}

/** The form of a draft that was handed over: the citizen's own answers and files, filled on by the officer. */
export async function showHandedForm(c: AppContext, form: HandedForm, shown: ShownHanded): Promise<Response> {
  const { lead, wantsPaper = false, problems = [], refusals = [], changedAt = null, isSaved = false } = shown;
  const { draft, definition, handOverId } = form;
  const { clock, gazetteer } = c.var.ports;
  const page = pageContext(c);
  const view = await formView(gazetteer, {
    ...{ page, form: definition.form, problems, now: clock.now(), tiles: c.var.site.mapTiles },
    answers: shown.answers ?? draft.content.answers,
    files: form.files.map(({ id, name, size, mediaType }) => ({
      ...{ id, name, size, mediaType },
      href: `${handedPath(handOverId)}/files/${id}`,
    })),
  });
  const moved = form.isMoved ? [{ sentence: page.words.desk.filing.formChanged }] : [];
  const isWrong = problems.length + refusals.length > 0;
  return sendPage(
    c,
    <CounterFormPage
      staff={sessionOf(c)}
      view={view}
      name={wordingIn(definition.name, page.language)}
      lead={lead}
      action={`${handedPath(handOverId)}/form`}
      carried={{ lead, seen: String(draft.version) }}
      wantsPaper={wantsPaper}
      refusals={[...refusals, ...moved]}
      above={<Above {...{ page, handOverId, changedAt }} savedAt={isSaved ? draft.savedAt : null} />}
      save={
        <Button kind="secondary" name="do" value="save">
          {page.words.handOver.draft.desk.save}
        </Button>
      }
    />,
    { status: changedAt ? 409 : isWrong ? 422 : 200, needs: { map: true } },
  );
}

function Above(props: {
  readonly page: PageContext;
  readonly handOverId: string;
  readonly changedAt: Date | null;
  readonly savedAt: Date | null;
}) {
  const { page, handOverId, changedAt, savedAt } = props;
  const { desk: words } = page.words.handOver.draft;
  const { language } = page;
  if (changedAt !== null) {
    return (
      <div class="changed" role="alert">
        <Banner tone="waiting" title={words.changedTitle}>
          {words.changedNext(formatMoment(changedAt, language))}
        </Banner>
        <div class="buttons">
          <ButtonLink href={`${handedPath(handOverId)}/form`}>{words.takeTheirs}</ButtonLink>
          <p class="hint">{words.keepMine}</p>
        </div>
      </div>
    );
  }
  return savedAt === null ? (
    <p class="hint">{words.same}</p>
  ) : (
    <Banner tone="done" title={words.saved(formatTime(savedAt, language))} live>
      {words.same}
    </Banner>
  );
}
