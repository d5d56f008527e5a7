import { Hono } from "hono";
import {
  listCampaignFile,
  remindUndone,
  seeCampaign,
  tickReturned,
  type CampaignAsked,
} from "../../../credentials/actions/campaign.ts";
import { campaignReminders } from "../../../credentials/token-campaign.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import { readTurn } from "../../../http/page/turn.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { isUuid } from "../../../kernel/uuid.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { sendFile } from "../../reports/send-file.ts";
import { campaignDones, CampaignPage } from "./campaign-page.tsx";
import { campaignAddress, readCampaignList } from "./paths.ts";
import { campaignCells, campaignColumns } from "./rows.tsx";

/** The central office's view of the move from hardware keys. */
export const tokenCampaignPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/campaign";

tokenCampaignPages.get(path, mayRegister, async (c) => {
  const asked = askedOf((name) => c.req.query(name));
  const turn = readTurn((name) => c.req.query(name), parseHolding);
  const seen = await seeCampaign(c.var.ports, staffOf(c), { ...asked, turn });
  const done = campaignDones.find((each) => each === c.req.query("done")) ?? null;
  const common = { page: pageContext(c), staff: sessionOf(c), seen, isFirst: turn === null, done };
  return sendPage(c, <CampaignPage {...common} {...asked} />);
});

/** Reminding goes on after the answer: many people are told one after another. */
tokenCampaignPages.post(`${path}/remind`, mayRegister, async (c) => {
  const { text } = await readForm(c);
  const about = campaignReminders.find((each) => each === text("about")) ?? "move";
  const { ports, later } = c.var;
  const staff = staffOf(c);
  later(() => remindUndone(ports, staff, about), `token_campaign:${staff.agencyId}:${about}`);
  const list = about === "move" ? "not_moved" : "not_returned";
  return c.redirect(campaignAddress(list, "", { done: "reminded" }), 303);
});

tokenCampaignPages.post(`${path}/:holdingId/returned`, mayRegister, (c) => tick(c, true));
tokenCampaignPages.post(`${path}/:holdingId/not-returned`, mayRegister, (c) => tick(c, false));

tokenCampaignPages.get(`${path}/file.xlsx`, mayRegister, (c) => {
  const page = pageContext(c);
  const words = page.words.credentials.campaign;
  const asked = askedOf((name) => c.req.query(name));
  const header = campaignColumns(page, asked).map(({ title }) => title);
  const written = c.var.ports.workbook.writeXlsx({ name: words.fileName, header }, cellsOf(c, asked));
  return sendFile(c, words.fileName, "xlsx", written);
});

async function* cellsOf(c: AppContext, asked: CampaignAsked): AsyncGenerator<readonly string[]> {
  const page = pageContext(c);
  for await (const holder of listCampaignFile(c.var.ports, staffOf(c), asked))
    yield campaignCells(page, holder);
}

async function tick(c: AppContext, isReturned: boolean): Promise<Response> {
  const { text } = await readForm(c);
  const holdingId = c.req.param("holdingId") ?? "";
  const ticked = await tickReturned(c.var.ports, staffOf(c), { holdingId, isReturned });
  if (!ticked.ok) return notFoundPage(c);
  const { list, search } = askedOf(text);
  return c.redirect(campaignAddress(list, search, { done: "saved" }), 303);
}

function askedOf(text: (name: string) => string | undefined): CampaignAsked {
  return { list: readCampaignList(text("list")), search: (text("search") ?? "").trim().slice(0, 100) };
}

function parseHolding(text: string): string | null {
  return isUuid(text) ? text : null;
}
