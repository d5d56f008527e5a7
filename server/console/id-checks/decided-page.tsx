import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { DecidedIdCheck } from "../../identity/seen-id-check.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly decided: DecidedIdCheck;
}

/** A check that was decided, perhaps by another officer while this one looked: by whom, when, and no person any more. */
export function DecidedIdCheckPage({ page, staff, decided }: Props) {
  const words = page.words.idChecks.decided;
  const when = formatMoment(decided.decidedAt, page.language);
  const { decidedBy: name, isOwn } = decided;
  const who = isOwn ? words.byOwn(when) : name === null ? words.byColleague(when) : words.byOther(name, when);
  return (
    <ConsoleLayout page={page} staff={staff} current="idChecks" title={words.title} back="/console/id-checks">
      <h1>{words.title}</h1>
      <Banner tone={decided.state === "approved" ? "done" : "info"} title={words[decided.state]} live>
        {who}
      </Banner>
      <p>{words.gone}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/console/id-checks">
          {words.back}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}
