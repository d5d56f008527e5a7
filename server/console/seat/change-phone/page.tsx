import type { WholeSeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { SeatPage } from "../seat-page.tsx";

/** What changing the phone means, before the old one is asked. */
export function ChangePhonePage({ page, session }: { page: PageContext; session: WholeSeatSession }) {
  const words = page.words.credentials.home.change;
  return (
    <SeatPage page={page} seat={session} title={words.title} back="/seat/home">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Banner tone="waiting" title={words.warn} />
      <form method="post" action="/seat/change-phone">
        <ButtonGroup>
          <Button>{words.start}</Button>
        </ButtonGroup>
      </form>
      <p>
        <a href="/seat/requests">{words.lost}</a>
      </p>
    </SeatPage>
  );
}
