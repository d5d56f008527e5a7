import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { wordingIn } from "../../server/forms/wording.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { OwnDraft } from "../../server/petitions/own-draft.ts";
import { nameIn } from "../../server/visits/names.ts";

/** What was begun and not sent, each row going on with it; nothing when there is none. */
export function DraftRows({ page, drafts }: { page: PageContext; drafts: readonly OwnDraft[] }) {
  const words = page.words.eService.draft;
  const { language } = page;
  if (drafts.length === 0) return null;
  return (
    <Card title={words.list}>
      {drafts.map(({ id, service, town, savedAt }) => (
        <LinkRow
          href={`/liff/drafts/${id}`}
          icon="clock"
          title={wordingIn(service, language)}
          detail={`${nameIn(town, language)} · ${words.listSaved(formatMoment(savedAt, language))}`}
        />
      ))}
    </Card>
  );
}
