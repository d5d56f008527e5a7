import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { SentPetition } from "../../server/petitions/actions/see-sent.ts";
import { nameIn } from "../../server/visits/names.ts";
import { petitionPath } from "../petitions/paths.ts";

/** "สำเร็จ": the number, when it counts as received by law, and by when an answer is due (E3.3). */
export function SentPage({ page, sent }: { page: PageContext; sent: SentPetition }) {
  const words = page.words.eService.sent;
  const { language } = page;
  const { petition, town, service } = sent;
  return (
    <Layout page={page} title={words.title}>
      <Banner tone="done" title={words.title}>
        {words.lead}
      </Banner>
      <section class="sent-number">
        <p>{words.number}</p>
        <h1 class="figures">{petition.number}</h1>
      </section>
      <Card>
        <Facts
          rows={[
            [words.service, wordingIn(service, language)],
            [words.town, nameIn(town, language)],
            [words.submitted, formatMoment(petition.submittedAt, language)],
            [words.deemed, formatMoment(petition.deemedReceivedAt, language)],
            [words.due, petition.dueDay === null ? words.noDue : formatDay(petition.dueDay, language)],
          ]}
        />
      </Card>
      <p>{words.next}</p>
      {petition.wantsPaper ? <p>{words.paper}</p> : null}
      <ButtonGroup>
        <ButtonLink kind="primary" href={petitionPath({ agencyId: town.agencyId, id: petition.id })}>
          {words.follow}
        </ButtonLink>
        <ButtonLink href={`/liff/e-service/${town.slug}`}>{words.other}</ButtonLink>
        <ButtonLink kind="quiet" href="/liff/home">
          {words.home}
        </ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}
