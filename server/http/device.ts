const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bLine\//i, "LINE"],
  [/\bEdg\//, "Edge"],
  [/\bFirefox\//, "Firefox"],
  [/\bChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** What a person recognises of a browser ("Chrome · Android"); nothing that could tell two phones apart. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.find(([shape]) => shape.test(userAgent))?.[1];
  const system = systems.find(([shape]) => shape.test(userAgent))?.[1];
  return [browser, system].filter(Boolean).join(" · ") || "?";
}
