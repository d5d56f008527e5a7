import { Hono } from "hono";
import { seePasswordMonths, setPasswordMonths } from "../../../credentials/actions/password-months.ts";
import { passwordMonthChoices } from "../../../credentials/password-age.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import { ErrorSummary } from "../../../http/page/error-summary.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { ConsoleLayout } from "../../layout.tsx";

/** How often the office wants its holders' passwords anew. */
export const passwordMonthsPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/passwords";

passwordMonthsPages.get(path, mayRegister, (c) => show(c));

passwordMonthsPages.post(path, mayRegister, async (c) => {
  const text = (await readForm(c)).text("months");
  const set = await setPasswordMonths(c.var.ports, staffOf(c), text);
  if (set.ok) return c.redirect(`/console${path}?saved=1`, 303);
  return show(c, pageContext(c).words.credentials.passwords.months.unknown);
});

async function show(c: AppContext, refused?: string): Promise<Response> {
  const page = pageContext(c);
  const words = page.words.credentials.passwords.months;
  const months = await seePasswordMonths(c.var.ports, staffOf(c));
  const faults = refused === undefined ? [] : [{ field: "months", sentence: refused }];
  const options = passwordMonthChoices.map((each) => ({ value: String(each), label: words.of(each) }));
  return sendPage(
    c,
    <ConsoleLayout
      page={page}
      staff={sessionOf(c)}
      current="tokenRegistrations"
      title={words.title}
      back="/console/tokens/registrations"
      wrong={refused !== undefined}
    >
      <ErrorSummary page={page} items={faults} />
      {c.req.query("saved") === "1" ? <Banner tone="done" title={words.saved} live /> : null}
      <form class="card stack" method="post" action={`/console${path}`}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <SelectField
          name="months"
          label={words.field}
          options={options}
          value={String(months)}
          error={refused}
        />
        <ButtonGroup>
          <Button>{words.save}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>,
    { status: refused === undefined ? 200 : 422 },
  );
}
