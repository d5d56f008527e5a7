import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PinField } from "../../http/page/secret-field.tsx";
import { DoorPage } from "./sign-in-page.tsx";

/**
 * Signing in by one's own card. The form is shown by its script alone, for the PIN must go to the card program on this
 * machine and never to us.
 */
export function CardSignInPage({ page }: { page: PageContext }) {
  const words = page.words.agencies.card;
  const sayings = { ...words.state, pinShape: words.pinShape };
  return (
    <DoorPage
      page={page}
      title={words.title}
      scripts={["sign-in-card.js"]}
      data={{ "data-card-words": JSON.stringify(sayings), "data-language": page.language }}
    >
      <div id="card-cannot">
        <h1>{words.title}</h1>
        <Banner tone="info" title={words.noScript} />
      </div>
      <form id="card-sign-in" class="card stack" novalidate hidden>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p id="card-state" role="alert"></p>
        <div id="card-agencies" hidden>
          <label class="label" for="agencyId">
            {words.agency}
          </label>
          <p class="hint">{words.agencyHint}</p>
          <select class="input" id="agencyId" name="agencyId"></select>
        </div>
        <PinField page={page} name="pin" label={words.pin} hint={words.pinHint} maxlength={4} />
        <ButtonGroup>
          <Button>{words.yes}</Button>
        </ButtonGroup>
      </form>
      <section class="stack">
        <h2>{words.how}</h2>
        <p>{words.howBody}</p>
      </section>
      <ButtonLink href="/console/sign-in">{words.back}</ButtonLink>
    </DoorPage>
  );
}
