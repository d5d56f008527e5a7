/** Being told of petitions in one's own LINE, in Thai. */
export const staffLineTh = {
  menu: "LINE ของฉัน",
  title: "รับแจ้งคำร้องทาง LINE",
  lead: "เมื่อมีผู้มอบหมายคำร้องให้คุณ จะมีการ์ดใน LINE บอกเลขที่คำร้องและบริการ ไม่มีข้อมูลของประชาชน ปุ่มในการ์ดพามาที่คอนโซลซึ่งต้องเข้าสู่ระบบพร้อมขั้นที่สอง",
  linked: (when: string) => `เชื่อม LINE แล้วเมื่อ ${when}`,
  notLinked: "ยังไม่ได้เชื่อม LINE",
  make: "ออกรหัสเชื่อม LINE",
  again: "เปลี่ยน LINE ที่เชื่อม",
  end: "เลิกเชื่อม LINE",
  ended: "เลิกเชื่อม LINE แล้ว",
  codeTitle: "พิมพ์ข้อความนี้ในแชตของบัญชี LINE หน่วยงาน",
  codeLead: (time: string) => `ใช้ได้ครั้งเดียวถึง ${time} อย่าส่งให้คนอื่น หน้านี้แสดงรหัสครั้งเดียว`,
};
