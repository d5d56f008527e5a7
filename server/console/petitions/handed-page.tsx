import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { HandedOverDraft } from "../../petitions/actions/see-handed-draft.ts";
import { ConsoleLayout } from "../layout.tsx";
import { handedPath, petitionsPath } from "./address.ts";

/** Whose draft was handed over, to be compared with who stands there: the number is typed from the card. */
export function HandedPage(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly handed: HandedOverDraft;
  readonly typed: string;
  /** Why it did not open. */
  readonly refused: string | null;
}) {
  const { page, staff, handed, typed, refused } = props;
  const { desk: words } = page.words.handOver.draft;
  const { filing } = page.words.desk;
  const { language } = page;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={words.title}
      back={`${petitionsPath}/new`}
      wrong={refused !== null}
    >
      <ErrorSummary page={page} items={refused === null ? [] : [{ field: "citizenId", sentence: refused }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <section class="card stack">
        <Facts
          rows={[
            [words.name, fullName(handed.person) ?? "–"],
            [filing.service, wordingIn(handed.service, language)],
            [words.savedAt, formatMoment(handed.savedAt, language)],
          ]}
        />
      </section>
      <form class="stack" method="post" action={handedPath(handed.id)}>
        <Field
          name="citizenId"
          label={filing.citizenId}
          hint={filing.citizenIdHint}
          value={typed}
          inputmode="numeric"
          autocomplete="off"
          maxlength={40}
          figures
          error={refused ?? undefined}
        />
        <div class="buttons">
          <Button>{words.open}</Button>
          <ButtonLink kind="quiet" href={`${petitionsPath}/new`}>
            {words.another}
          </ButtonLink>
        </div>
      </form>
    </ConsoleLayout>
  );
}
