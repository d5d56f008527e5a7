import type { RequestMessage } from "../../credentials/request-message.ts";
import { Button, ButtonGroup } from "./button.tsx";
import type { PageContext } from "./context.ts";
import type { SummaryItem } from "./error-summary.tsx";
import { TextArea } from "./text-area.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly thread: readonly RequestMessage[];
  /** Where a new line goes. */
  readonly action: string;
  /** Name and value of the hidden field that makes the form safe to send twice. */
  readonly requestKey: readonly [string, string];
  /** What was written and refused. */
  readonly typed: string;
  readonly faults: readonly SummaryItem[];
  readonly isOffice?: boolean;
}

/** The thread of a request between holder, head and central office, and the field for a new line. */
export function ThreadCard({ page, thread, action, requestKey, typed, faults, isOffice = false }: Props) {
  const words = page.words.credentials.requestPages.thread;
  return (
    <section class="card stack">
      <h2>{isOffice ? words.officeTitle : words.title}</h2>
      <p class="hint">{words.lead}</p>
      {thread.length === 0 ? <p>{words.none}</p> : null}
      <ol class="thread">
        {thread.map(({ by, text, saidAt }) => (
          <li class={(by === "office") === isOffice ? "said-line mine ours" : "said-line theirs"}>
            <small>
              {words.by[by]} · {formatMoment(saidAt, page.language)}
            </small>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <form class="stack" method="post" action={action} novalidate>
        <input type="hidden" name={requestKey[0]} value={requestKey[1]} />
        <TextArea
          name="message"
          label={words.text}
          value={typed}
          error={faults.find(({ field }) => field === "message")?.sentence}
          maxlength={2000}
        />
        <ButtonGroup>
          <Button kind="secondary">{words.send}</Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
