import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { AnswersShown, type AnswerSection } from "../../server/http/form-page/answers-shown.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { FollowedPetition } from "../../server/petitions/followed-petition.ts";
import type { Words } from "../../server/words/words.ts";
import { ClosureTest, Documents, Outcome, Stars } from "./ending.tsx";
import { FourSteps } from "./four-steps.tsx";
import { petitionPath } from "./paths.ts";
import { Standing, Wanted } from "./standing.tsx";
import { Story } from "./story.tsx";
import { Thread, type TypedMessage } from "./thread.tsx";

/** What was just done, for the sentence on the page that follows. */
export type PetitionDone = keyof Words["follow"]["done"];

export interface PetitionPageProps {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
  readonly answers: readonly AnswerSection[];
  readonly done: PetitionDone | null;
  readonly requestKey: string;
  readonly typed: TypedMessage;
  readonly refusals: readonly SummaryItem[];
}

/** One petition as its citizen follows it: where it is, who has it, what comes next, and what is wanted of them. */
export function PetitionPage(props: PetitionPageProps) {
  const { page, petition, answers, done, requestKey, typed, refusals } = props;
  const { follow, petitions } = page.words;
  const title = wordingIn(petition.service, page.language);
  return (
    <Layout page={page} title={title} back="/liff/petitions" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <section>
        <h1>{title}</h1>
        <p class="lead">
          {petitions.number} <span class="figures">{petition.number}</span>
        </p>
      </section>
      {done === null ? null : <Banner tone="done" title={follow.done[done]} live />}
      <Wanted page={page} petition={petition} />
      <Asked page={page} petition={petition} />
      <FourSteps page={page} petition={petition} />
      <Standing page={page} petition={petition} />
      <Outcome page={page} petition={petition} />
      <Documents page={page} petition={petition} />
      <ClosureTest page={page} petition={petition} />
      <Stars page={page} petition={petition} />
      <Card title={follow.answers}>
        <AnswersShown page={page} sections={answers} />
      </Card>
      <Thread page={page} petition={petition} requestKey={requestKey} typed={typed} />
      <Story page={page} petition={petition} />
      {petition.mayWithdraw ? (
        <Card>
          <ButtonLink kind="quiet" href={`${petitionPath(petition)}/withdraw`}>
            {follow.withdraw.open}
          </ButtonLink>
        </Card>
      ) : null}
    </Layout>
  );
}

/** An officer wrote last: a line at the top leads to the thread, which stands far below. */
function Asked({ page, petition }: Pick<PetitionPageProps, "page" | "petition">) {
  const { thread } = page.words.follow;
  const last = petition.messages.at(-1);
  if (last === undefined || last.doer !== "staff") return null;
  return (
    <Banner tone="info" title={thread.asked}>
      <a href="#thread">{thread.read}</a>
    </Banner>
  );
}
