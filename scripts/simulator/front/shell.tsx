/** The page's first HTML; its script draws the rest. */
export function shell(botName: string): string {
  const page: { toString(): string } = (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#fbf6ea" />
        <title>{`${botName} · โทรศัพท์จำลอง`}</title>
        <link rel="icon" href="/simulator/assets/door.svg" />
        <link
          rel="preload"
          href="/simulator/assets/thai-400.woff2"
          as="font"
          type="font/woff2"
          crossorigin=""
        />
        <link rel="stylesheet" href="/simulator/assets/style.css" />
        <script type="module" src="/simulator/assets/page.js"></script>
      </head>
      <body>
        <noscript>หน้านี้เป็นโทรศัพท์จำลอง ต้องเปิด JavaScript จึงจะใช้ได้</noscript>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}

/** What the page may load: its own files, our app in frames, pictures that messages name. */
export const shellPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
