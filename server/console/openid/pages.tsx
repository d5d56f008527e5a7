import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DoorPage } from "../sign-in/sign-in-page.tsx";

/** On the way back to the relying party: the browser goes by itself, and the button is there where it does not. */
export function HandOnPage({ page, system, to }: { page: PageContext; system: string; to: string }) {
  const words = page.words.openId.handOn;
  return (
    <DoorPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      <Banner tone="done" title={words.body(system)} live />
      <p>{words.stay}</p>
      <ButtonLink kind="primary" href={to}>
        {words.go(system)}
      </ButtonLink>
    </DoorPage>
  );
}

/** The relying party wants whoever is signed in to prove themselves anew. */
export function ProveAgainPage(props: { page: PageContext; system: string; action: string }) {
  const { page, system, action } = props;
  const words = page.words.openId.again;
  return (
    <DoorPage page={page} title={words.title}>
      <form class="card stack" method="post" action={action}>
        <h1>{words.title}</h1>
        <p class="lead">{words.body(system)}</p>
        <p>{words.safe}</p>
        <ButtonGroup>
          <Button>{words.yes}</Button>
        </ButtonGroup>
      </form>
    </DoorPage>
  );
}

interface RefusedProps {
  readonly page: PageContext;
  readonly sentence: string;
  /** The way on: to the system that asked, where that is known good, or to another place of ours. */
  readonly next: { readonly label: string; readonly href: string };
}

/** Nobody is sent anywhere by itself: what happened, what is safe, what to do next. */
export function RefusedPage({ page, sentence, next }: RefusedProps) {
  const words = page.words.openId.refused;
  return (
    <DoorPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      <Banner tone="refused" title={sentence}>
        {words.safe}
      </Banner>
      <p>{words.next}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={next.href}>
          {next.label}
        </ButtonLink>
      </ButtonGroup>
    </DoorPage>
  );
}

/** Asks whether to sign out, where nothing proves that it was the person who wished it. */
export function AskOutPage(props: { page: PageContext; system: string | null; query: string }) {
  const { page, system, query } = props;
  const words = page.words.openId.out;
  return (
    <DoorPage page={page} title={words.title}>
      <form class="card stack" method="post" action="/openid/logout/confirm">
        <h1>{words.ask(system)}</h1>
        <p>{words.askBody}</p>
        <input type="hidden" name="query" value={query} />
        <ButtonGroup>
          <Button>{words.yes}</Button>
          <ButtonLink href="/seat">{words.no}</ButtonLink>
        </ButtonGroup>
      </form>
    </DoorPage>
  );
}

interface SignedOutProps {
  readonly page: PageContext;
  readonly system: string | null;
  readonly to: string | null;
  /** Somebody was to be sent to an address nobody registered. */
  readonly foreign: boolean;
}

/** Signed out, and the way back to where the person came from, where there is one. */
export function SignedOutPage({ page, system, to, foreign }: SignedOutProps) {
  const words = page.words.openId.out;
  return (
    <DoorPage page={page} title={words.doneTitle}>
      <h1>{words.doneTitle}</h1>
      <Banner tone="done" title={words.doneBody} live />
      {foreign ? <Banner tone="info" title={words.foreign} /> : null}
      {to !== null && system !== null ? (
        <ButtonLink kind="primary" href={to}>
          {words.back(system)}
        </ButtonLink>
      ) : null}
    </DoorPage>
  );
}
