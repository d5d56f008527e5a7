import { Hono } from "hono";
import { resetSecondStep, seeSecondStepOwner } from "../../agencies/actions/reset-second-step.ts";
import { mayStaff } from "../../agencies/role.ts";
import { resetReasons, type SecondStepOwner } from "../../agencies/second-step-reset.ts";
import type { AppContext, AppEnv, StaffSession } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";

/**
 * Setting the second step of somebody who lost it anew: their agency's admin, or the registrar who grants them. Anybody
 * else meets no such page.
 */
export const secondStepResetPages = new Hono<AppEnv>();

const mayReset = requireRight("reset_second_step");

/** Where somebody's second step is set anew. */
export function secondStepResetPath(staffId: string): string {
  return `/console/people/${staffId}/second-step`;
}

secondStepResetPages.get("/people/:staffId/second-step", mayReset, (c) => showReset(c));

secondStepResetPages.post("/people/:staffId/second-step", mayReset, async (c) => {
  const staffId = c.req.param("staffId");
  const reason = (await readForm(c)).text("reason");
  const reset = await resetSecondStep(c.var.ports, staffOf(c), { staffId, reason });
  if (reset.ok) return c.redirect(`${secondStepResetPath(staffId)}?done=1`, 303);
  if (reset.refusal.kind === "staff_missing") return notFoundPage(c);
  return showReset(c, pageContext(c).words.agencies.reset.refusal.reset_reason_missing());
});

async function showReset(c: AppContext, refused?: string): Promise<Response> {
  const owner = await seeSecondStepOwner(c.var.ports, staffOf(c), c.req.param("staffId") ?? "");
  if (!owner.ok) return notFoundPage(c);
  const shown = { page: pageContext(c), staff: sessionOf(c), owner: owner.value, refused };
  const isDone = c.req.query("done") === "1";
  return sendPage(c, <ResetPage {...shown} isDone={isDone} />, { status: refused === undefined ? 200 : 422 });
}

/** Where that level has people on a list; null: nowhere yet. */
function listOf(level: StaffLevel): "people" | "officers" | "access" | null {
  if (mayStaff(level, "manage_people")) return "people";
  if (mayStaff(level, "manage_officers")) return "officers";
  return mayStaff(level, "grant_access") ? "access" : null;
}

const listPaths = {
  people: "/console/people",
  officers: "/console/local/people",
  access: "/console/access",
} as const;

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly owner: SecondStepOwner;
  readonly refused: string | undefined;
  readonly isDone: boolean;
}

function ResetPage({ page, staff, owner, refused, isDone }: Props) {
  const words = page.words.agencies.reset;
  const list = listOf(staff.level);
  const back = list === null ? "/console" : listPaths[list];
  return (
    <ConsoleLayout page={page} staff={staff} current={list} title={words.title} wrong={refused !== undefined}>
      <ErrorSummary
        page={page}
        items={refused === undefined ? [] : [{ field: "reason", sentence: refused }]}
      />
      {isDone ? (
        <Banner tone="done" title={words.doneTitle} live>
          {words.doneBody}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <Facts
        rows={[
          [words.name, owner.name],
          [words.username, <span lang="en">{owner.username}</span>],
          [words.level, page.words.console.level[owner.level]],
        ]}
      />
      {isDone ? (
        <ButtonLink href={back}>{words.back}</ButtonLink>
      ) : (
        <form class="stack" method="post" action={secondStepResetPath(owner.id)}>
          <p class="lead">{words.lead}</p>
          <p>{words.what}</p>
          <ChoiceGroup
            name="reason"
            legend={words.reason}
            type="radio"
            choices={resetReasons.map((value) => ({ value, label: words.reasons[value] }))}
            chosen={[]}
            error={refused}
          />
          <ButtonGroup>
            <Button kind="danger">{words.yes}</Button>
            <ButtonLink href={back}>{words.no}</ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </ConsoleLayout>
  );
}
