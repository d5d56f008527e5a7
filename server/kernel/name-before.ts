/**
 * A name as it stands before Thai words: Thai sets no space between them, but one after a bracket: "เทศบาลตำบลบ้านประตู
 * (จำลอง) ตรวจรูปแล้ว".
 */
export function nameBefore(name: string): string {
  return name.endsWith(")") ? `${name} ` : name;
}
