import type { Child } from "hono/jsx";
import type { PageContext } from "./context.ts";
import { DoorMark } from "./door-mark.tsx";
import { isNoHelp } from "../../credentials/token-help.ts";
import { HelpContacts } from "./help-contacts.tsx";
import { Icon } from "./icon.tsx";
import { LanguageSwitch, LookSwitch } from "./look-switch.tsx";

export interface LayoutProps {
  readonly page: PageContext;
  readonly title: string;
  readonly kind?: "citizen" | "console" | "screen";
  /** Where "ย้อนกลับ" leads; none: no such link. */
  readonly back?: string;
  /** True on a page that comes back with refusals: its title says so. */
  readonly wrong?: boolean;
  /** Logical names of scripts this page needs ("scan.js"). */
  readonly scripts?: readonly string[];
  /** Full addresses of scripts (the sign-in script of a stand-in). */
  readonly scriptUrls?: readonly string[];
  /** Attributes for scripts to read (`data-…`), on the body. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  /** The agency that runs this door, beside the mark. */
  readonly agency?: string;
  /** False hides the language and text-size switch (nobody is signed in to keep it). */
  readonly look?: boolean;
  /** What stands beside the page (the console's menu). */
  readonly aside?: Child;
  readonly children?: Child;
}

/** A whole page: head, header with the mark, way back, main, and the line of help. */
export function Layout(props: LayoutProps) {
  const { page, title, kind = "citizen", wrong = false, aside, children } = props;
  const words = page.words.page;
  return (
    <html lang={page.language} class={`${kind}${page.largeText ? " large-text" : ""}`}>
      <Head {...props} title={wrong ? words.wrongTitle(title) : title} kind={kind} />
      <body {...props.data} {...(aside ? { class: "with-menu" } : {})}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        {kind === "screen" ? null : <Header {...props} />}
        {aside}
        <main id="main" tabindex={-1}>
          {children}
          {page.help === null ? null : <HelpContacts page={page} help={page.help} />}
        </main>
        {kind === "citizen" && (page.help === null || isNoHelp(page.help)) ? (
          <footer class="page-foot">{words.help}</footer>
        ) : null}
      </body>
    </html>
  );
}

/** Every page sets words and figures in both weights; fetched late, they would move what is being read. */
const preloaded = ["thai-400.woff2", "thai-600.woff2", "latin-400.woff2", "latin-600.woff2"];

function Head({ page, title, kind, scripts = [], scriptUrls = [] }: LayoutProps) {
  const words = page.words.page;
  const sheet = kind === "citizen" ? "citizen.css" : "console.css";
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content={kind === "citizen" ? "#fbf6ea" : "#ffffff"} />
      <meta name="format-detection" content="telephone=no" />
      <meta name="description" content={`${words.brand} · ${title}`} />
      <title>{`${title} · ${words.brand}`}</title>
      <link rel="icon" href={page.asset("door.svg")} type="image/svg+xml" />
      {preloaded.map((font) => (
        <link rel="preload" href={page.asset(font)} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={page.asset(sheet)} />
      {kind === "screen" ? null : <script type="module" src={page.asset("page.js")}></script>}
      {scripts.map((name) => (
        <script type="module" src={page.asset(name)}></script>
      ))}
      {scriptUrls.map((url) => (
        <script type="module" src={url}></script>
      ))}
    </head>
  );
}

function Header({ page, back, agency, look = true, kind }: LayoutProps) {
  const words = page.words.page;
  return (
    <header class="page-head">
      {back === undefined ? (
        <span class="brand">
          <DoorMark size={32} />
          <span>
            {words.brand}
            {agency ? <small>{agency}</small> : null}
          </span>
        </span>
      ) : (
        <a class="back" href={back}>
          <Icon name="back" />
          {words.back}
        </a>
      )}
      {look ? kind === "console" ? <LanguageSwitch page={page} /> : <LookSwitch page={page} /> : null}
    </header>
  );
}
