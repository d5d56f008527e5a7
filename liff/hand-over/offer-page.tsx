import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { Asking } from "../../server/visits/actions/see-asking.ts";
import { nameIn } from "../../server/visits/names.ts";
import { forQuery } from "../code/code-row.tsx";
import { ForWhom } from "../scan/ask-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly ticket: string;
  readonly asking: Asking;
  readonly delegationId: string | null;
  /** True: nobody is registered yet, and what was typed is handed over. */
  readonly isDraft: boolean;
  /** Why no number was given a moment ago. */
  readonly refused?: string;
}

/** What handing over means, before it is done: where, for whom, what staff will see. */
export function OfferPage({ page, ticket, asking, delegationId, isDraft, refused }: Props) {
  const { title, offer: words } = page.words.handOver;
  const { place } = asking;
  const back = `/liff/ask/${ticket}${forQuery(delegationId)}`;
  return (
    <Layout page={page} title={title} back={back} wrong={refused !== undefined}>
      {refused === undefined ? null : <Banner tone="refused" title={refused} live />}
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`/liff/hand-over/new/${ticket}`}>
        <Card>
          <Facts
            rows={[
              [words.facility, nameIn(place.facility, page.language)],
              [words.service, nameIn(place.service, page.language)],
            ]}
          />
        </Card>
        <ForWhom page={page} asking={asking} delegationId={delegationId} />
        <p>{isDraft ? words.seenDraft : words.seen}</p>
        <p>{words.card}</p>
        <ButtonGroup>
          <Button icon="people">{words.submit}</Button>
          <ButtonLink kind="quiet" href={back}>
            {words.no}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}
