/** What somebody wishes to do with a Soft Token, as they say it in chat. */
export const tokenTopics = ["about", "password", "phone_changed", "renew", "end", "request"] as const;
export type TokenTopic = (typeof tokenTopics)[number];

/** As officials write it: in English, run together, or in Thai letters with and without the silent ones. */
const named = /soft ?token|ซอ(?:ฟ|ฟต์|ฟท์|ฟต|ฟท)\s?โท(?:เคน|เค็น|เค่น)/u;
const lost = /หาย|\blost\b|\bstolen\b|ถูกขโมย/u;

const topics: readonly (readonly [RegExp, TokenTopic])[] = [
  [/คำร้อง|สถานะ|\brequest|\bstatus/u, "request"],
  [
    /เปลี่ยน.{0,8}(?:มือถือ|โทรศัพท์|เครื่อง)|(?:มือถือ|โทรศัพท์|เครื่อง)ใหม่|\bnew phone|\bchange.{0,12}phone/u,
    "phone_changed",
  ],
  [/ลืม|รหัสผ่าน|\bpassword|\bforg/u, "password"],
  [/ต่ออายุ|หมดอายุ|\brenew|\bexpir/u, "renew"],
  [/ยกเลิก|เลิกใช้|ลาออก|\bcancel|\bend\b/u, "end"],
];

/** What of a Soft Token a tidied message is about; `lost`: its phone is gone. Null: it names none. */
export function readTokenWords(tidy: string): TokenTopic | "lost" | null {
  if (!named.test(tidy)) return null;
  if (lost.test(tidy)) return "lost";
  return topics.find(([word]) => word.test(tidy))?.[1] ?? "about";
}
