import { isNoHelp, lineAddress, type TokenHelp } from "../../credentials/token-help.ts";
import { dialled } from "../../kernel/phone.ts";
import type { PageContext } from "./context.ts";

/** "ติดต่อสอบถาม" (flows T9): telephone with its hours, LINE, e-mail and chat bot, as far as they are given. */
export function HelpContacts({ page, help }: { readonly page: PageContext; readonly help: TokenHelp }) {
  const words = page.words.credentials.contacts.help;
  if (isNoHelp(help)) return null;
  const { phone, hours, lineId, email, chatUrl } = help;
  return (
    <aside class="help-contacts" aria-labelledby="help-contacts">
      <h2 id="help-contacts">{words.title}</h2>
      <dl>
        {phone === "" ? null : (
          <div>
            <dt>{words.phone}</dt>
            <dd>
              <a class="tap" href={`tel:${dialled(phone)}`}>
                {phone}
              </a>
              {hours === "" ? null : <small>{hours}</small>}
            </dd>
          </div>
        )}
        {lineId === "" ? null : (
          <Way title={words.line} href={lineAddress(lineId)} beside>
            {lineId}
          </Way>
        )}
        {email === "" ? null : (
          <Way title={words.email} href={`mailto:${email}`}>
            {email}
          </Way>
        )}
        {chatUrl === "" ? null : (
          <Way title={words.chat} href={chatUrl} beside>
            {words.openChat}
          </Way>
        )}
      </dl>
    </aside>
  );
}

function Way(props: { title: string; href: string; beside?: boolean; children: string }) {
  const { title, href, beside = false, children } = props;
  const away = beside ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <a class="tap" href={href} {...away}>
          {children}
        </a>
      </dd>
    </div>
  );
}
