import type { Child } from "hono/jsx";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

/** Where the page's script asks for the system's time. */
export const clockPath = "/console/ready/now";

/** "เตรียมความพร้อม" (F0): a checklist in any order; what can be checked checks itself. */
export function ReadyPage({ page, staff }: Props) {
  const words = page.words.ready;
  const { say, word } = words;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="ready"
      title={words.title}
      scripts={["ready.js"]}
      data={{
        "data-words": JSON.stringify({ say, word }),
        "data-source": clockPath,
        "data-staff": staff.staffId,
      }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <div class="panels">
        <AccessPart page={page} staff={staff} />
        <Part id="pin-part" title={words.pin}>
          <p>{words.pinHow}</p>
          <label class="choice">
            <input type="checkbox" id="ready-pin" disabled />
            <span>{words.pinTick}</span>
          </label>
          <p class="hint">{words.pinKept}</p>
        </Part>
        <Part id="agent-part" title={words.agent}>
          <State page={page} id="agent" />
          <Steps steps={words.agentHow} />
        </Part>
        <Part id="reader-part" title={words.reader}>
          <State page={page} id="reader" />
          <Steps steps={words.readerHow} />
        </Part>
        <Part id="computer-part" title={words.computer}>
          <Facts
            rows={(["browser", "screen", "clock", "network"] as const).map(
              (id) => [words[id], <State page={page} id={id} />] as const,
            )}
          />
        </Part>
        <Part id="test-part" title={words.test}>
          <p>{words.testHow}</p>
          <p id="ready-test" class="ready-state" role="status"></p>
          <ButtonGroup>
            <Button kind="secondary" type="button" id="ready-read" icon="person">
              {words.testRead}
            </Button>
          </ButtonGroup>
        </Part>
      </div>
    </ConsoleLayout>
  );
}

function AccessPart({ page, staff }: Props) {
  const words = page.words.ready;
  return (
    <Part id="access-part" title={words.access}>
      <p>
        <StatusTag tone="done">{words.accessDone}</StatusTag>
      </p>
      <Facts
        rows={[
          [words.accessAgency, nameIn(staff.agency, page.language)],
          [words.accessLevel, page.words.console.level[staff.level]],
        ]}
      />
      <p class="hint">{words.accessKept}</p>
    </Part>
  );
}

function Part({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A line that the script keeps true. */
function State({ page, id }: { page: PageContext; id: string }) {
  return (
    <p id={`ready-${id}`} class="ready-state waiting" role="status">
      {page.words.ready.say.looking}
    </p>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="steps-told">
      {steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  );
}
