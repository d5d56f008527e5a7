import type { MailLine } from "../front/view.ts";
import { fill, h, icon } from "./dom.ts";
import { emptyState, paneHead, type Pane } from "./pane.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

const when = new Intl.DateTimeFormat("th-TH", { dateStyle: "medium", timeStyle: "short" });

/**
 * What an opened mail may do in its frame: lead to another tab, which is then an ordinary one. No script, and no
 * origin of its own.
 */
const sandbox = "allow-popups allow-popups-to-escape-sandbox";

/** The mailbox of everybody whom the app writes to: the list, newest first, or the mail that was opened. */
export function makeMailPane(): Pane {
  const list = h("ol", { class: "mail-list" });
  const empty = emptyState("mail", words.mailNone, words.mailNoneHint);
  const reader = h("article", { class: "mail-reader", hidden: true });
  const head = paneHead(words.mailTitle, words.mailNoneHint);
  const element = h(
    "section",
    { class: "pane", tabindex: "0", "aria-label": words.mailTitle },
    head,
    empty,
    list,
    reader,
  );
  let opened: string | null = null;
  let mails: readonly MailLine[] = [];
  let shown = "";
  const show = () => {
    for (const part of [head, list]) part.hidden = opened !== null;
    empty.hidden = opened !== null || mails.length > 0;
    list.hidden ||= mails.length === 0;
    reader.hidden = opened === null;
  };
  const close = () => {
    const left = opened;
    opened = null;
    fill(reader);
    show();
    list.querySelector<HTMLElement>(`[data-mail="${left}"]`)?.focus();
  };
  const open = (mail: MailLine) => {
    opened = mail.id;
    fill(reader, ...openMail(mail, close));
    show();
    reader.querySelector("button")?.focus();
    void command("readMail", mail.id).catch(() => undefined);
  };
  show();
  return {
    element,
    update: (view) => {
      const key = JSON.stringify(view.mails);
      if (key === shown) return;
      shown = key;
      ({ mails } = view);
      fill(list, ...mails.toReversed().map((mail) => mailRow(mail, () => open(mail))));
      show();
    },
  };
}

function mailRow(mail: MailLine, open: () => void): HTMLElement {
  const button = h(
    "button",
    { type: "button", class: `letter mail-line${mail.unread ? " unread" : ""}`, on: { click: open } },
    h(
      "span",
      { class: "letter-head" },
      h("b", {}, mail.from.name || mail.from.address),
      h("span", {}, words.mailTo(mail.to)),
      h("time", {}, when.format(mail.at)),
    ),
    h("span", { class: "mail-subject" }, mail.subject),
    mail.unread ? h("span", { class: "mail-unread" }, words.mailUnread) : null,
  );
  button.dataset["mail"] = mail.id;
  return h("li", {}, button);
}

function openMail(mail: MailLine, close: () => void): HTMLElement[] {
  return [
    h(
      "header",
      { class: "mail-head" },
      h(
        "button",
        { type: "button", class: "small-button", on: { click: close } },
        icon("back"),
        words.mailBack,
      ),
      h("h2", {}, mail.subject),
      h("p", {}, `${mail.from.name} <${mail.from.address}>`),
      h("p", {}, `${words.mailTo(mail.to)} · ${when.format(mail.at)}`),
    ),
    h("iframe", { title: mail.subject, sandbox, src: `/simulator/mail/${mail.id}` }),
  ];
}
