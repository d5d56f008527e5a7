import { Banner } from "../../server/http/page/banner.tsx";
import { Button } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { Choices } from "../../server/notices/channel-choice.ts";
import { fixedMedia, toldThings, type ToldThing } from "../../server/notices/ways.ts";
import { BouncedEmail } from "../petitions/list-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly choices: Choices;
  readonly isSaved: boolean;
  readonly emailBounces: boolean;
}

/** The channels in the order they are offered. */
const offered = ["line", "mail", "sms"] as const;

/** By which channels one is told of what; what is always sent says so and cannot be changed. */
export function ChannelsPage({ page, choices, isSaved, emailBounces }: Props) {
  const { choices: words } = page.words.messages;
  return (
    <Layout page={page} title={words.title} back="/liff/account">
      <h1>{words.title}</h1>
      {isSaved ? <Banner tone="done" title={words.saved} live /> : null}
      {emailBounces ? <BouncedEmail page={page} /> : null}
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action="/liff/account/channels">
        {toldThings.map((thing) => (
          <ThingChoice page={page} thing={thing} choices={choices} />
        ))}
        <p class="lead">{words.quiet}</p>
        <Button>{words.save}</Button>
      </form>
    </Layout>
  );
}

function ThingChoice({ page, thing, choices }: { page: PageContext; thing: ToldThing; choices: Choices }) {
  const { choices: words } = page.words.messages;
  const fixed = fixedMedia(thing);
  const hints = { line: null, mail: words.mailHint, sms: words.smsHint };
  return (
    <Card>
      <fieldset class="field">
        <legend class="label">{words.things[thing]}</legend>
        {fixed.length > 0 ? <p class="hint">{words.completedNote}</p> : null}
        {offered.map((medium) => {
          const isFixed = fixed.includes(medium);
          const hint = isFixed ? words.always : hints[medium];
          return (
            <label class="choice">
              <input
                type="checkbox"
                name={thing}
                value={medium}
                checked={isFixed || choices[thing][medium]}
                disabled={isFixed}
              />
              <span>
                {words.media[medium]}
                {hint === null ? null : <small>{hint}</small>}
              </span>
            </label>
          );
        })}
      </fieldset>
    </Card>
  );
}
