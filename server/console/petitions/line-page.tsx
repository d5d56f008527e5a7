import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatMoment, formatTime } from "../../kernel/thai-date.ts";
import { staffLineCodeText } from "../../petitions/staff-line-code.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionsPath } from "./address.ts";

/** Linking one's own LINE by a code that is typed in chat. */
export function LinePage(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: none is linked. */
  readonly linkedAt: Date | null;
  /** A code that was just made; it is shown this once. */
  readonly made: { readonly code: string; readonly expiresAt: Date } | null;
  readonly isEnded: boolean;
}) {
  const { page, staff, linkedAt, made, isEnded } = props;
  const words = page.words.desk.line;
  return (
    <ConsoleLayout page={page} staff={staff} current="petitions" title={words.title} back={petitionsPath}>
      {isEnded ? <Banner tone="done" title={words.ended} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <strong>
          {linkedAt === null ? words.notLinked : words.linked(formatMoment(linkedAt, page.language))}
        </strong>
      </p>
      {made === null ? null : (
        <section class="card stack">
          <h2>{words.codeTitle}</h2>
          <p class="link-code">{staffLineCodeText(made.code)}</p>
          <p>{words.codeLead(formatTime(made.expiresAt, page.language))}</p>
        </section>
      )}
      <div class="buttons">
        <form method="post" action={`${petitionsPath}/line`}>
          <Button>{linkedAt === null ? words.make : words.again}</Button>
        </form>
        {linkedAt === null ? null : (
          <form method="post" action={`${petitionsPath}/line/end`}>
            <Button kind="danger">{words.end}</Button>
          </form>
        )}
      </div>
    </ConsoleLayout>
  );
}
