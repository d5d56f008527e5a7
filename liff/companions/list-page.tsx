import type { Child } from "hono/jsx";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { Companions } from "../../server/identity/actions/see-companions.ts";
import { companionLimit } from "../../server/identity/companion.ts";
import type { DelegationView } from "../../server/identity/delegation-view.ts";
import { scopeFacts, StateTag } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly companions: Companions;
  /** Something was just ended. */
  readonly isEnded: boolean;
}

/**
 * "บุคคลที่ฉันขอแทนได้" and "ผู้ที่ขอแทนฉัน", each with the one tap that ends it. Whoever still waits for this
 * citizen's answer comes first.
 */
export function CompanionListPage(props: Props) {
  const { page, companions, isEnded } = props;
  const { list, done } = page.words.companions;
  const sections = [<Mine {...props} />, <Others {...props} />];
  const isAsked = companions.others.some((view) => view.state === "asked");
  return (
    <Layout page={page} title={list.title} back="/liff/home">
      <h1>{list.title}</h1>
      {isEnded ? <Banner tone="done" title={done.ended} live /> : null}
      {isAsked ? sections.reverse() : sections}
    </Layout>
  );
}

function Mine({ page, companions }: Props) {
  const words = page.words.companions.list;
  const { mine, isFull } = companions;
  return (
    <section class="stack">
      <h2>{words.mine}</h2>
      {mine.length === 0 ? (
        <EmptyState title={words.mineEmpty} icon="people">
          <p class="lead">{words.mineEmptyNext}</p>
        </EmptyState>
      ) : (
        mine.map((view) => (
          <DelegationCard page={page} view={view} companions={companions}>
            <AskerMoves page={page} view={view} />
          </DelegationCard>
        ))
      )}
      {isFull ? (
        <p class="lead">{words.full(companionLimit)}</p>
      ) : (
        <ButtonLink kind="primary" icon="people" href="/liff/companions/new">
          {words.add}
        </ButtonLink>
      )}
    </section>
  );
}

function Others({ page, companions }: Props) {
  const words = page.words.companions.list;
  const { others } = companions;
  return (
    <section class="stack" id="others">
      <h2>{words.others}</h2>
      {others.length === 0 ? <p class="lead">{words.othersEmpty}</p> : null}
      {others.map((view) => (
        <DelegationCard page={page} view={view} companions={companions}>
          <OtherMoves page={page} view={view} />
        </DelegationCard>
      ))}
    </section>
  );
}

interface CardProps {
  readonly page: PageContext;
  readonly view: DelegationView;
  readonly companions: Companions;
  readonly children?: Child;
}

function DelegationCard({ page, view, companions, children }: CardProps) {
  const { facts } = page.words.companions;
  const number = <span class="figures">{view.maskedCitizenId}</span>;
  const isNumbered = view.side === "asker" && view.name !== null;
  return (
    <Card>
      <h3 class="card-name">{view.name === null ? number : <WholeName>{view.name}</WholeName>}</h3>
      <div>
        <StateTag page={page} state={view.state} />
      </div>
      <Facts
        rows={[
          ...(isNumbered ? [[facts.citizenId, number] as const] : []),
          ...scopeFacts(page, view, companions.serviceTypes),
        ]}
      />
      {children}
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

/** One tap: the yes ends, the other side is told. Said with the name to who cannot see the card around it. */
export function EndForm({ view, children }: { view: DelegationView; children?: Child }) {
  return (
    <form method="post" action={`/liff/companions/${view.id}/end`}>
      <Button kind="quiet">
        {children}
        <span class="visually-hidden"> {view.name ?? view.maskedCitizenId}</span>
      </Button>
    </form>
  );
}
