import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { wordingIn } from "../../server/forms/wording.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { toneOfPetition } from "../../server/http/page/petition-tone.ts";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { TurnedPage } from "../../server/kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../server/kernel/moment-place.ts";
import { bangkokDay, formatDay } from "../../server/kernel/thai-date.ts";
import type { ListedPetition } from "../../server/petitions/followed-petition.ts";
import type { OwnDraft } from "../../server/petitions/own-draft.ts";
import { DraftRows } from "../e-service/draft-rows.tsx";
import { petitionPath } from "./paths.ts";

export const shelves = ["open", "completed"] as const;
export type Shelf = (typeof shelves)[number];

interface Props {
  readonly page: PageContext;
  readonly shelf: Shelf;
  readonly listed: TurnedPage<ListedPetition, MomentPlace>;
  /** False on the first page. */
  readonly isFurther: boolean;
  /** True when mails to the registered address come back. */
  readonly emailBounces: boolean;
  /** What was begun and not sent, above what was. */
  readonly drafts: readonly OwnDraft[];
}

/** "คำร้องของฉัน": what runs and what ended, latest first, page by page. */
export function PetitionListPage({ page, shelf, listed, isFurther, emailBounces, drafts }: Props) {
  const words = page.words.follow;
  return (
    <Layout page={page} title={words.title} back="/liff/home">
      <h1>{words.title}</h1>
      {emailBounces ? <BouncedEmail page={page} /> : null}
      <nav class="shelves" aria-label={words.title}>
        {shelves.map((one) => (
          <a
            href={one === "open" ? "/liff/petitions" : `/liff/petitions?shelf=${one}`}
            {...(one === shelf ? { "aria-current": "page" as const } : {})}
          >
            {words.shelves[one]}
          </a>
        ))}
      </nav>
      <DraftRows page={page} drafts={drafts} />
      {listed.rows.length === 0 ? (
        <EmptyState title={words.empty[shelf]}>
          <p>{words.emptyNext[shelf]}</p>
        </EmptyState>
      ) : (
        <Card>
          <div>
            {listed.rows.map((petition) => (
              <PetitionRow page={page} petition={petition} />
            ))}
          </div>
        </Card>
      )}
      <PageTurns
        page={page}
        turned={listed}
        isFirst={!isFurther}
        placeText={makeMomentPlace}
        href={(at) => `/liff/petitions?${new URLSearchParams({ shelf, ...at }).toString()}`}
      />
      <ButtonLink kind={listed.rows.length === 0 ? "primary" : "secondary"} href="/liff/e-service">
        {words.toServices}
      </ButtonLink>
    </Layout>
  );
}

/** Mails come back: where they are put right. */
export function BouncedEmail({ page }: { page: PageContext }) {
  const { title, body } = page.words.notices.emailUnreachable;
  return (
    <Banner tone="waiting" title={title}>
      {body} <a href="/liff/account">{page.words.notices.buttons.openAccount}</a>
    </Banner>
  );
}

function PetitionRow({ page, petition }: { page: PageContext; petition: ListedPetition }) {
  const { language, words } = page;
  const { follow } = words;
  const submitted = follow.submittedOn(formatDay(bangkokDay(petition.submittedAt), language));
  const due = petition.status === "completed" ? null : petition.dueDay;
  return (
    <LinkRow
      href={petitionPath(petition)}
      title={wordingIn(petition.service, language)}
      detail={
        <>
          <span class="figures">{petition.number}</span> · {submitted}
          {due === null ? null : (
            <>
              <br />
              {follow.dueBy(formatDay(due, language))}
            </>
          )}
        </>
      }
      end={<Standing page={page} petition={petition} />}
    />
  );
}

/** One of the four statuses, always (E4); that it waits for its citizen, or how it ended, stands out beside it. */
function Standing({ page, petition }: { page: PageContext; petition: ListedPetition }) {
  const { follow, petitions } = page.words;
  const { status, pause, outcome } = petition;
  return (
    <span class="row-standing">
      <StatusTag tone="plain">{petitions.statuses[status]}</StatusTag>
      {pause !== null ? (
        <StatusTag tone="waiting">{follow.waitsForYou}</StatusTag>
      ) : outcome !== null ? (
        <StatusTag tone={toneOfPetition(petition)}>{petitions.outcomes[outcome]}</StatusTag>
      ) : null}
    </span>
  );
}
