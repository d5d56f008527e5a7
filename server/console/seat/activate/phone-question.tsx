import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { activatePath } from "./path.ts";

/**
 * Whose phone opened the QR: what LINE calls it and two digits, to be held against the phone. Until one of the two buttons
 * is pressed no key is made there.
 */
export function PhoneQuestion(props: {
  readonly page: PageContext;
  readonly mark: string;
  readonly lineName: string | null;
}) {
  const { page, mark, lineName } = props;
  const words = page.words.credentials.activate;
  return (
    <>
      <h1>{words.taken}</h1>
      <p class="lead">{words.isItYours}</p>
      <p>{words.isItYoursHow}</p>
      <div class="riddle">
        <div>
          <p>{words.mark}</p>
          <p class="riddle-digits">{mark}</p>
        </div>
        <div>
          <p>{words.lineName}</p>
          <strong class="line-name">{lineName ?? words.lineNameNone}</strong>
        </div>
      </div>
      <form method="post" action={`${activatePath}/confirm`}>
        <input type="hidden" name="mark" value={mark} />
        <ButtonGroup>
          <Button>{words.mine}</Button>
        </ButtonGroup>
      </form>
      <form class="stack" method="post" action={`${activatePath}/reject`}>
        <p>{words.notMineHint}</p>
        <ButtonGroup>
          <Button kind="danger">{words.notMine}</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

/** The computer knows the phone: the PIN is chosen there. */
export function KnownPhone({ page, phoneUrl }: { readonly page: PageContext; readonly phoneUrl: string }) {
  const words = page.words.credentials.activate;
  return (
    <>
      <h1>{words.confirmed}</h1>
      <Banner tone="waiting" title={words.dontClose} live>
        {words.confirmedNext}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" href={activatePath}>
          {words.check}
        </ButtonLink>
        <ButtonLink kind="line" href={phoneUrl}>
          {words.backToPhone}
        </ButtonLink>
      </ButtonGroup>
      <form method="post" action={activatePath}>
        <Button kind="quiet">{words.again}</Button>
      </form>
    </>
  );
}
