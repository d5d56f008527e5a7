import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import { CodeDisplay } from "../../server/http/page/code-display.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { formatTime } from "../../server/kernel/thai-date.ts";
import type { DraftToHandOver } from "../../server/petitions/actions/see-own-draft-hand-over.ts";
import { formatHandOverNumber } from "../../server/visits/hand-over.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly handed: DraftToHandOver;
  /** Why no number was given a moment ago. */
  readonly refused?: string;
}

/** Where a citizen gets the number with which an officer goes on with their draft (N15), and what became of it. */
export function CounterPage({ page, handed, refused }: Props) {
  const words = page.words.handOver.draft;
  const here = counterPath(handed.draftId);
  const state = handed.own?.state ?? null;
  const isWatched = state === "waiting" || state === "taken";
  return (
    <Layout
      page={page}
      title={words.title}
      back={`/liff/drafts/${handed.draftId}`}
      wrong={refused !== undefined}
      {...(isWatched
        ? {
            scripts: ["companion-wait.js"],
            data: { "data-page": here, "data-watch": `${here}/state`, "data-state": state },
          }
        : {})}
    >
      {refused === undefined ? null : <Banner tone="waiting" title={refused} live />}
      <h1>{words.title}</h1>
      {state === "waiting" ? <Waiting page={page} handed={handed} /> : null}
      {state === "taken" ? <Taken page={page} handed={handed} /> : null}
      {isWatched ? null : <Offer page={page} handed={handed} isOver={state === "over"} />}
    </Layout>
  );
}

/** The address of that page. */
export function counterPath(draftId: string): string {
  return `/liff/drafts/${draftId}/counter`;
}

function Offer({ page, handed, isOver }: { page: PageContext; handed: DraftToHandOver; isOver: boolean }) {
  const words = page.words.handOver.draft;
  return (
    <>
      {isOver ? (
        <Banner tone="info" title={words.over} live>
          {words.overNext}
        </Banner>
      ) : null}
      <p class="lead">{words.lead(nameIn(handed.town, page.language))}</p>
      <Card>
        <Facts rows={[[words.service, wordingIn(handed.service, page.language)]]} />
      </Card>
      <p>{words.seen}</p>
      <p>{words.same}</p>
      <p>{words.card}</p>
      <form method="post" action={counterPath(handed.draftId)}>
        <ButtonGroup>
          <Button icon="people">{words.submit}</Button>
          <ButtonLink kind="quiet" href={`/liff/drafts/${handed.draftId}`}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}

function Waiting({ page, handed }: { page: PageContext; handed: DraftToHandOver }) {
  const { draft: words, number: shared } = page.words.handOver;
  const { own, town, draftId } = handed;
  if (own === null) return null;
  return (
    <>
      <p class="lead">{words.numberLead(nameIn(town, page.language))}</p>
      <CodeDisplay page={page} groups={formatHandOverNumber(own.number).split(" ")} label={shared.label}>
        <p>
          {shared.until(formatTime(own.diesAt, page.language))} · {words.once}
        </p>
      </CodeDisplay>
      <p>{wordingIn(handed.service, page.language)}</p>
      <p>{words.card}</p>
      <ButtonGroup>
        <ButtonLink href={counterPath(draftId)}>{shared.check}</ButtonLink>
      </ButtonGroup>
      <form method="post" action={counterPath(draftId)}>
        <Button kind="quiet">{words.again}</Button>
      </form>
      <Withdraw draftId={draftId}>{shared.withdraw}</Withdraw>
    </>
  );
}

function Taken({ page, handed }: { page: PageContext; handed: DraftToHandOver }) {
  const words = page.words.handOver.draft;
  return (
    <>
      <Banner tone="waiting" title={words.taken} live>
        {words.takenNext}
      </Banner>
      <p>{words.same}</p>
      <ButtonGroup>
        <ButtonLink href={`/liff/drafts/${handed.draftId}`}>{words.see}</ButtonLink>
      </ButtonGroup>
      <Withdraw draftId={handed.draftId}>{words.withdrawTaken}</Withdraw>
    </>
  );
}

function Withdraw({ draftId, children }: { draftId: string; children: string }) {
  return (
    <form method="post" action={`${counterPath(draftId)}/withdraw`}>
      <Button kind="quiet">{children}</Button>
    </form>
  );
}
