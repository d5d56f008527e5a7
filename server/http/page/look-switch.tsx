import type { PageContext } from "./context.ts";

/** Language and text size, kept for the LINE user: two small forms that come back to this page. */
export function LookSwitch({ page }: { page: PageContext }) {
  const words = page.words.page;
  const other = page.language === "th" ? "en" : "th";
  return (
    <div class="look">
      <form method="post" action="/liff/look">
        <input type="hidden" name="next" value={page.path} />
        <input type="hidden" name="largeText" value={page.largeText ? "0" : "1"} />
        <button type="submit">
          {page.largeText ? words.normalText : words.largerText}
          <span class="visually-hidden">
            {" "}
            {page.largeText ? words.normalTextLabel : words.largerTextLabel}
          </span>
        </button>
      </form>
      <form method="post" action="/liff/look">
        <input type="hidden" name="next" value={page.path} />
        <input type="hidden" name="language" value={other} />
        <button type="submit" lang={other}>
          {words.otherLanguage}
          <span class="visually-hidden"> {words.otherLanguageLabel}</span>
        </button>
      </form>
    </div>
  );
}

/** The console's language, kept for this browser. A page that answers a post cannot be asked for again: no button. */
export function LanguageSwitch({ page }: { page: PageContext }) {
  if (page.isPosted) return null;
  const words = page.words.page;
  const other = page.language === "th" ? "en" : "th";
  return (
    <form class="look" method="post" action="/console/language">
      <input type="hidden" name="next" value={page.path} />
      <input type="hidden" name="language" value={other} />
      <button type="submit" lang={other}>
        {words.otherLanguage}
        <span class="visually-hidden"> {words.otherLanguageLabel}</span>
      </button>
    </form>
  );
}
