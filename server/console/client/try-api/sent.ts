/** A request as it is sent, without the key. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

/** The request as it goes over the wire; the key's place is a variable's name. */
export function requestText({ method, url, headers, body }: Sent): string {
  const { pathname, search, host } = new URL(url);
  const lines = [["Host", host] as const, ["Authorization", "Bearer $PRATU_KEY"] as const, ...headers];
  const head = lines.map(([name, value]) => `${name}: ${value}`).join("\n");
  return `${method} ${pathname}${search} HTTP/1.1\n${head}${body === null ? "" : `\n\n${body}`}`;
}

/** The line that sends the same from a shell. The key comes from a variable, so that no history holds it. */
export function curlOf({ method, url, headers, body }: Sent): string {
  const parts = [
    `curl -X ${method} ${quoted(url)}`,
    `-H "Authorization: Bearer $PRATU_KEY"`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return parts.join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
