import type { Child } from "hono/jsx";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly title: string;
  readonly lead?: string;
  /** Where the form is posted, and what its button says. */
  readonly action: string;
  readonly yes: string;
  /** Where the way out leads. */
  readonly back: string;
  /** Makes the form safe to send twice; none: doing it twice is no harm. */
  readonly requestKey?: string;
  readonly faults?: readonly SummaryItem[];
  readonly children?: Child;
}

/** A page of one form of this room: what is wrong, the heading, the fields, the button and the way out. */
export function FormPage({
  page,
  staff,
  title,
  lead,
  action,
  yes,
  back,
  requestKey,
  faults = [],
  children,
}: Props) {
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="systems"
      title={title}
      back={back}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      <form class="card stack" method="post" action={action}>
        {requestKey === undefined ? null : <input type="hidden" name={requestKeyField} value={requestKey} />}
        {children}
        <ButtonGroup>
          <Button>{yes}</Button>
          <ButtonLink href={back}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
