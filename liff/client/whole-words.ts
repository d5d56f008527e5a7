/** Compounds that a browser's dictionary takes apart at the end of a line though nobody reads them so. */
const compounds = [
  ..."เจ้าหน้าที่ เจ้าพนักงาน เจ้าบ้าน ใบอนุญาต ใบเสร็จรับเงิน ใบรับรอง ใบหน้า ตัวอักษร ตัวตน ตัวเลข ตัวอย่าง".split(" "),
  ..."สถานที่ สถานะ ความยินยอม ความคืบหน้า ความช่วยเหลือ วันเกิด วันทำการ วันหยุด รหัสผ่าน ทะเบียนบ้าน".split(" "),
  ..."ลงทะเบียน เข้าสู่ระบบ ออกจากระบบ คำร้อง คำตอบ คำแนะนำ แบบคำร้อง ข้อตกลง ข้อมูล ข้อความ ข้อบัญญัติ".split(" "),
  ..."เทศบาล เทศบัญญัติ จัดตั้ง ถัดไป ที่นี่ ที่อยู่ ที่ตั้ง ที่ดิน หน่วยงาน หน่วยบริการ บัตรประชาชน ยืนยันตัวตน".split(" "),
  ..."เลขประจำตัวประชาชน ค่าธรรมเนียม ผู้ปกครอง ผู้ยื่น ผู้ขอ มอบอำนาจ นิติบุคคล สาธารณะ ประปา ไฟฟ้า ถนน".split(" "),
].sort((one, other) => other.length - one.length);

const months =
  "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(?:ม|ก|มี|เม|พ|มิ|ส|ต|ธ)\\.[คพยม]\\.";
/** A day with its month and year, a clock time with its unit, a petition's number, a number and its noun. */
const figures = [
  `\\d{1,2} (?:${months})(?: \\d{4})?`,
  "\\d{1,2}[:.]\\d{2} น\\.",
  "\\d{4}-\\d{6,9}(?:-[0-9A-Z]{2})?",
  "\\d[\\d,.]* (?:วันทำการ|วัน|บาท|ไฟล์|MB|kB|หลัก|ครั้ง|นาที|ชั่วโมง)",
];
const whole = new RegExp([...figures, ...compounds].join("|"), "gu");

/** A text in parts: those that stay on one line, and what lies between. Together they are the text again. */
export function inParts(text: string): readonly { readonly text: string; readonly isWhole: boolean }[] {
  const parts: { text: string; isWhole: boolean }[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(whole)) {
    if (index > at) parts.push({ text: text.slice(at, index), isWhole: false });
    parts.push({ text: found, isWhole: true });
    at = index + found.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isWhole: false });
  return parts;
}

const untouched = "script, style, textarea, option, title, code, [contenteditable], .kept";

/** Keeps compounds, dates and numbers of a page on one line each. Its text stays the same, letter by letter. */
export function keepWordsWhole(page: HTMLElement): void {
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found) {
    if (text.parentElement?.closest(untouched)) continue;
    const parts = inParts(text.data);
    if (!parts.some(({ isWhole }) => isWhole)) continue;
    const nodes = parts.map((part) => (part.isWhole ? span([part.text], "kept") : part.text));
    // In a flexible box each part would stand apart.
    const isInBox =
      text.parentElement !== null && /flex|grid/.test(getComputedStyle(text.parentElement).display);
    text.replaceWith(...(isInBox ? [span(nodes)] : nodes));
  }
}

function span(nodes: readonly (Node | string)[], name?: string): HTMLElement {
  const made = document.createElement("span");
  if (name !== undefined) made.className = name;
  made.append(...nodes);
  return made;
}
