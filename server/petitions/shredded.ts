/** What stands in place of a message whose petition's time was over, so that the thread keeps its length and days. */
export const shreddedText = "(ลบแล้ว)";
