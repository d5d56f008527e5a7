import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

/** A page to try the API: its script reads the same description that the hospital's programmers get. */
export function TryPage({ page, staff }: Props) {
  const words = page.words.systems.trial;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="systems"
      title={words.title}
      back={home}
      scripts={["try-api.js"]}
      data={{ "data-words": JSON.stringify(words), "data-language": page.language }}
    >
      <h1>{words.title}</h1>
      <Banner tone="info" title={words.lead} />
      <noscript>
        <p>
          <a href="/api/v1/openapi.json">{words.noScript}</a>
        </p>
      </noscript>
      <form class="card stack" id="try" hidden>
        <div class="field">
          <label class="label" for="operation">
            {words.operation}
          </label>
          <select id="operation" class="input"></select>
          <p class="hint" id="operation-scope"></p>
        </div>
        <Field
          name="key"
          label={words.key}
          hint={words.keyHint}
          type="password"
          autocomplete="off"
          maxlength={100}
        />
        <fieldset class="field stack" id="fields">
          <legend class="label">{words.fields}</legend>
        </fieldset>
        <ButtonGroup>
          <Button>{words.send}</Button>
        </ButtonGroup>
      </form>
      <section class="card stack" id="sent" hidden>
        <Shown id="response" title={words.response} live />
        <Shown id="request" title={words.request} />
        <Shown id="curl" title={words.curl} hint={words.curlHint} />
      </section>
    </ConsoleLayout>
  );
}

function Shown({ id, title, hint, live }: { id: string; title: string; hint?: string; live?: boolean }) {
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint ? <p class="lead">{hint}</p> : null}
      {live ? <p id={`${id}-state`} role="status"></p> : null}
      <pre class="wire" id={id} tabindex={0}></pre>
    </section>
  );
}
