import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { AnswersShown, type AnswerSection } from "../../server/http/form-page/answers-shown.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { assurancePath } from "../../server/identity/ladder.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { SeenDraft } from "../../server/petitions/actions/see-draft.ts";
import { nameIn } from "../../server/visits/names.ts";
import { counterPath } from "./counter-page.tsx";
import { News } from "./news.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: SeenDraft;
  readonly sections: readonly AnswerSection[];
  readonly wantsPaper: boolean;
  /** Why it was not sent a moment ago. */
  readonly refused?: string | undefined;
}

/** "ตรวจสอบก่อนส่ง": all answers as they will stand, when it counts as received, and the choice of paper. */
export function ReviewPage({ page, seen, sections, wantsPaper, refused }: Props) {
  const { draft, town, definition, isHighEnough, ifSent } = seen;
  const words = page.words.eService.review;
  const { language } = page;
  const here = `/liff/drafts/${draft.id}`;
  return (
    <Layout page={page} title={words.title} back={here} wrong={refused !== undefined}>
      {refused === undefined ? null : <Banner tone="waiting" title={refused} live />}
      <p class="lead">
        {wordingIn(definition.name, language)} · {nameIn(town, language)}
      </p>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {draft.content.news === null ? null : (
        // Everything is answered by now: what was to be looked at again is in the answers below.
        <News page={page} form={definition.form} news={{ ...draft.content.news, askAgain: [] }} />
      )}
      <Card>
        <AnswersShown page={page} sections={sections} />
        <ButtonLink href={here}>{words.edit}</ButtonLink>
      </Card>
      <Card title={words.receipt}>
        <p>{words.deemed(formatMoment(ifSent.deemedReceivedAt, language))}</p>
        {ifSent.dueDay === null ? null : <p>{words.due(formatDay(ifSent.dueDay, language))}</p>}
      </Card>
      <form class="stack" method="post" action={`${here}/send`}>
        <input type="hidden" name="seen" value={String(draft.version)} />
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="paper" value="yes" checked={wantsPaper} />
            <span>
              {words.paper}
              <small>{words.paperHint}</small>
            </span>
          </label>
        </div>
        {isHighEnough ? (
          <ButtonGroup>
            <Button>{words.send}</Button>
          </ButtonGroup>
        ) : (
          <>
            <Banner tone="waiting" title={words.rungLow}>
              {page.words.eService.service.proof.how[definition.assurance]}
            </Banner>
            <ButtonGroup>
              <ButtonLink
                kind="primary"
                href={assurancePath(definition.assurance, town.slug, `${here}/check`)}
              >
                {page.words.eService.service.climb}
              </ButtonLink>
            </ButtonGroup>
          </>
        )}
      </form>
      <ButtonGroup>
        <ButtonLink kind="quiet" icon="people" href={counterPath(draft.id)}>
          {page.words.eService.draft.counter}
        </ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}
