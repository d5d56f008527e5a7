/** The keys of a keyboard in their order, without Shift and with it, and what the Thai layout Kedmanee makes of each. */
const keys = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
const thai = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ";
const shiftedKeys = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';
const shiftedThai = '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';

const keyOf = new Map(
  [...(thai + shiftedThai)].map((letter, at) => [letter, (keys + shiftedKeys).charAt(at)]),
);

/**
 * What a scanner meant that types while the machine's keyboard is set to Thai: each letter goes back to its key. A text
 * with a Latin letter, or without a Thai one, was typed as it stands.
 */
export function untypedThai(text: string): string {
  if (/[a-z]/i.test(text) || !/[ก-ฮะ-์]/.test(text)) return text;
  return [...text].map((letter) => keyOf.get(letter) ?? letter).join("");
}
