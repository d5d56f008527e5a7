import type { Child } from "hono/jsx";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { Companions } from "../../server/identity/actions/see-companions.ts";
import { companionLimit } from "../../server/identity/companion.ts";
import type { DelegationView } from "../../server/identity/delegation-view.ts";
import { delegationFacts, StateTag } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly companions: Companions;
  /** Something was just ended. */
  readonly isEnded: boolean;
}

/** "บุคคลที่ฉันขอแทนได้" and "ผู้ที่ขอแทนฉัน", each with the one tap that ends it. */
export function CompanionListPage({ page, companions, isEnded }: Props) {
  const words = page.words.companions.list;
  const { mine, others, isFull, serviceTypes } = companions;
  const card = (view: DelegationView) => (
    <DelegationCard page={page} view={view} facts={delegationFacts(page, view, serviceTypes)} />
  );
  return (
    <Layout page={page} title={words.title} back="/liff/home">
      <h1>{words.mine}</h1>
      {isEnded ? <Banner tone="done" title={page.words.companions.done.ended} live /> : null}
      {mine.length === 0 ? (
        <EmptyState title={words.mineEmpty} icon="people">
          <p class="lead">{words.mineEmptyNext}</p>
        </EmptyState>
      ) : (
        mine.map(card)
      )}
      {isFull ? (
        <p class="lead">{words.full(companionLimit)}</p>
      ) : (
        <ButtonLink kind="primary" icon="people" href="/liff/companions/new">
          {words.add}
        </ButtonLink>
      )}
      <h2 id="others">{words.others}</h2>
      {others.length === 0 ? <p class="lead">{words.othersEmpty}</p> : others.map(card)}
    </Layout>
  );
}

function DelegationCard(props: {
  page: PageContext;
  view: DelegationView;
  facts: readonly (readonly [string, Child])[];
}) {
  const { page, view, facts } = props;
  return (
    <Card title={view.name ?? view.maskedCitizenId}>
      <div>
        <StateTag page={page} state={view.state} />
      </div>
      <Facts rows={facts} />
      {view.side === "asker" ? (
        <AskerMoves page={page} view={view} />
      ) : (
        <OtherMoves page={page} view={view} />
      )}
    </Card>
  );
}

function AskerMoves({ page, view }: { page: PageContext; view: DelegationView }) {
  const words = page.words.companions.list;
  if (view.state === "expired") return null;
  return (
    <ButtonGroup>
      {view.state === "agreed" ? (
        <ButtonLink icon="qr" href={`/liff/for/${view.id}`}>
          {words.ask}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/liff/companions/${view.id}`}>{words.open}</ButtonLink>
      )}
      <EndForm view={view}>{view.state === "agreed" ? words.end : words.cancel}</EndForm>
    </ButtonGroup>
  );
}

function OtherMoves({ page, view }: { page: PageContext; view: DelegationView }) {
  const words = page.words.companions.list;
  if (view.state === "expired") return null;
  if (view.state === "agreed") return <EndForm view={view}>{words.stop}</EndForm>;
  return <ButtonLink href={`/liff/agree/${view.id}`}>{words.answer}</ButtonLink>;
}

/** One tap: the yes ends, the other side is told. */
export function EndForm({ view, children }: { view: DelegationView; children?: Child }) {
  return (
    <form method="post" action={`/liff/companions/${view.id}/end`}>
      <Button kind="quiet">{children}</Button>
    </form>
  );
}
