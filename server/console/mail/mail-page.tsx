import type { Child } from "hono/jsx";
import { wordsIn } from "../../words/words.ts";
import type { MailPart } from "./mail-part.ts";

export interface MailPageProps {
  /** Thai first. */
  readonly parts: readonly [MailPart, ...MailPart[]];
  /** Where the one button leads; null: there is none. */
  readonly url: string | null;
}

/** Mail programs read no style sheets of ours, so the tokens of the design system stand here as they are. */
const teal = "#0f5c5c";
const ink = "#1d1b16";
const soft = "#57503f";
const line = "#d9cdb2";
const sans =
  "'IBM Plex Sans Thai Looped','Noto Sans Thai Looped',Sarabun,'Leelawadee UI',Thonburi,sans-serif";

/** A whole mail as HTML: one column that reads in every program, no picture, no script, nothing fetched. */
export function MailPage({ parts, url }: MailPageProps) {
  const [first, ...others] = parts;
  const words = wordsIn(first.language).mails;
  const ground = `margin:0;padding:24px 12px;background:#fbf6ea;color:${ink};font:16px/1.6 ${sans}`;
  return (
    <html lang={first.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{first.title}</title>
      </head>
      <body style={ground}>
        <div style="max-width:560px;margin:0 auto">
          <p style={`margin:0 0 12px;font-weight:600;color:${teal}`}>
            {parts.map(({ language }) => wordsIn(language).mails.brand).join(" · ")}
          </p>
          <div style={`background:#ffffff;border:1px solid ${line};border-radius:14px;padding:24px`}>
            <Part part={first} isFirst>
              {url === null || first.button === null ? null : (
                <Way url={url} label={first.button} hint={words.linkHint} />
              )}
            </Part>
            {others.map((part) => (
              <div
                lang={part.language}
                style={`margin-top:24px;padding-top:20px;border-top:1px solid ${line}`}
              >
                <Part part={part}>
                  {url === null || part.button === null ? null : (
                    <p style="margin:0 0 16px">
                      <a href={url} style={`color:${teal};font-weight:600`}>
                        {part.button}
                      </a>
                    </p>
                  )}
                </Part>
              </div>
            ))}
          </div>
          {parts.map(({ language }) => (
            <p lang={language} style={`margin:12px 0 0;font-size:13px;color:${soft}`}>
              {wordsIn(language).mails.automatic}
            </p>
          ))}
        </div>
      </body>
    </html>
  );
}

interface PartProps {
  readonly part: MailPart;
  readonly isFirst?: boolean;
  /** The way to what it speaks of. */
  readonly children?: Child;
}

function Part({ part, isFirst = false, children }: PartProps) {
  const size = isFirst ? "22px" : "18px";
  return (
    <>
      <h1 style={`margin:0 0 12px;font-size:${size};line-height:1.4;font-weight:600`}>{part.title}</h1>
      <p style="margin:0 0 4px">{part.greeting}</p>
      <p style="margin:0 0 16px">{part.body}</p>
      <table role="presentation" style="border-collapse:collapse;width:100%;margin:0 0 16px">
        {part.facts.map(([label, value]) => (
          <tr>
            <td style={`padding:6px 16px 6px 0;color:${soft};vertical-align:top;width:34%`}>{label}</td>
            <td style="padding:6px 0;font-weight:600;overflow-wrap:anywhere">{value}</td>
          </tr>
        ))}
      </table>
      {children}
      <p style={`margin:0;color:${soft}`}>{part.notAsked}</p>
    </>
  );
}

interface WayProps {
  readonly url: string;
  readonly label: string;
  readonly hint: string;
}

function Way({ url, label, hint }: WayProps) {
  const button = `display:inline-block;padding:14px 28px;border-radius:14px;background:${teal};color:#ffffff;font-weight:600;text-decoration:none`;
  return (
    <>
      <p style="margin:4px 0 12px">
        <a href={url} style={button}>
          {label}
        </a>
      </p>
      <p style={`margin:0 0 16px;font-size:13px;color:${soft};overflow-wrap:anywhere`}>
        {hint} <span style={`color:${teal}`}>{url}</span>
      </p>
    </>
  );
}
