import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { cannedReplyLimits, type CannedReply } from "../../petitions/canned-reply.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly replies: readonly CannedReply[];
  /** The text being changed; its id empty: a new one. */
  readonly typed: CannedReply;
  readonly requestKey: string;
  readonly told: string | null;
  readonly faults: readonly SummaryItem[];
}

/** The texts officers answer with, and a form for one more or for changing one. */
export function RepliesPage({ page, staff, replies, typed, requestKey, told, faults }: Props) {
  const words = page.words.services.repliesPage;
  const at = (input: string) => faults.find(({ field }) => field === input)?.sentence;
  const base = `${home}/replies`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={words.title}
      back={home}
      wrong={faults.length > 0}
    >
      {told === null ? null : <Banner tone="done" title={told} live />}
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{replies.length === 0 ? words.empty : words.lead}</p>
      <ul class="field-list">
        {replies.map(({ id, title, body }) => (
          <li class="field-card">
            <div class="field-said">
              <strong>{title}</strong>
              <span class="field-kind">{body}</span>
            </div>
            <div class="field-moves">
              <a class="button secondary small" href={`${base}/${id}`}>
                {words.edit}
              </a>
              <a class="button quiet small" href={`${base}/${id}/drop`}>
                {words.drop}
              </a>
            </div>
          </li>
        ))}
      </ul>
      <form class="card stack" method="post" action={typed.id === "" ? base : `${base}/${typed.id}`}>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <h2>{typed.id === "" ? words.add : words.edit}</h2>
        <Field
          name="title"
          label={words.titleField}
          hint={words.titleHint}
          value={typed.title}
          error={at("title")}
          maxlength={cannedReplyLimits.title}
          autofocus={typed.id !== "" && faults.length === 0}
        />
        <TextArea
          name="body"
          label={words.body}
          value={typed.body}
          error={at("body")}
          rows={5}
          maxlength={cannedReplyLimits.body}
        />
        <ButtonGroup>
          <Button>{page.words.services.save}</Button>
          {typed.id === "" ? null : <ButtonLink href={base}>{page.words.page.back}</ButtonLink>}
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
