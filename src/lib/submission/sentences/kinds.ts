// What is said of files that are no table of results: what they are, and how to save what is in them.

/** Kinds of file that offices send and that hold no table the program reads. */
export type OtherKind =
	| 'pdf'
	| 'picture'
	| 'word'
	| 'slides'
	| 'numbers'
	| 'old_workbook'
	| 'binary_workbook'
	| 'web_page'
	| 'old_xml'
	| 'google_link'
	| 'rtf'
	| 'archive_of_other_kind'
	| 'database';

const TO_XLSX = 'เลือก บันทึกเป็น (Save As) ชนิด Excel Workbook (.xlsx) แล้วส่งแฟ้มใหม่';
const KINDS: Readonly<Record<OtherKind, string>> = {
	pdf: 'เป็นแฟ้ม PDF ซึ่งอ่านผลไม่ได้ ให้ส่งแฟ้มตารางที่ใช้ทำ PDF นี้ เป็น .xlsx, .ods หรือ .csv',
	picture: 'เป็นรูปภาพ ซึ่งอ่านผลไม่ได้ ให้กรอกค่าลงในแบบกรอก แล้วส่งเป็น .xlsx, .ods หรือ .csv',
	word: 'เป็นเอกสารข้อความ (เช่น Word) ซึ่งอ่านผลไม่ได้ ให้คัดลอกตารางไปวางใน Excel หรือ LibreOffice Calc แล้วบันทึกเป็น .xlsx',
	slides: 'เป็นแฟ้มนำเสนอ ซึ่งอ่านผลไม่ได้ ให้คัดลอกตารางไปวางใน Excel หรือ LibreOffice Calc แล้วบันทึกเป็น .xlsx',
	numbers: 'เป็นแฟ้มของ Numbers ให้เปิดใน Numbers เลือก ไฟล์ > ส่งออกไปยัง > Excel แล้วส่งแฟ้ม .xlsx',
	old_workbook: `เป็นสมุดงานแบบเก่า (.xls) หรือสมุดงานที่ตั้งรหัสผ่าน ให้เปิดด้วย Excel หรือ LibreOffice เอารหัสผ่านออกถ้ามี ${TO_XLSX}`,
	binary_workbook: `เป็นสมุดงานแบบ .xlsb ให้เปิดด้วย Excel ${TO_XLSX}`,
	web_page: `เป็นหน้าเว็บ (HTML) แม้ชื่อแฟ้มจะลงท้ายเป็นอย่างอื่น ให้เปิดด้วย Excel หรือ LibreOffice ${TO_XLSX}`,
	old_xml: `เป็นสมุดงานแบบ XML รุ่นเก่า ให้เปิดด้วย Excel หรือ LibreOffice ${TO_XLSX}`,
	google_link:
		'เป็นทางลัดไปยัง Google ชีต ไม่ใช่ตัวตาราง ให้เปิดใน Google ชีต เลือก ไฟล์ > ดาวน์โหลด > Microsoft Excel (.xlsx) แล้วส่งแฟ้มนั้น',
	rtf: 'เป็นเอกสารข้อความ (RTF) ซึ่งอ่านผลไม่ได้ ให้คัดลอกตารางไปวางใน Excel หรือ LibreOffice Calc แล้วบันทึกเป็น .xlsx',
	archive_of_other_kind: 'เป็นแฟ้มบีบอัดที่เปิดไม่ได้ (เช่น RAR, 7z) ให้แตกแฟ้มแล้วส่งทีละแฟ้ม หรือบีบอัดใหม่เป็น .zip',
	database: 'เป็นแฟ้มฐานข้อมูล ซึ่งอ่านผลไม่ได้ ให้ส่งออกตารางเป็น .xlsx หรือ .csv แล้วส่งแฟ้มนั้น'
};
export const sayOtherKind = (kind: OtherKind): string => KINDS[kind];

export const sayBrokenDocument = (): string => 'แฟ้ม .ods เสียหรือไม่ครบ ให้เปิดด้วย LibreOffice แล้วบันทึกใหม่ หรือบันทึกเป็น .xlsx';

// Archives of many files

export const sayArchiveInArchive = (name: string): string =>
	`แฟ้มบีบอัด ${name} อยู่ในแฟ้มบีบอัดอีกชั้น จึงไม่ได้เปิด ให้แตกแฟ้มนั้นก่อนแล้วบีบอัดรวมใหม่ หรือส่งแยก`;
export const sayBrokenPart = (name: string): string => `อ่าน ${name} ในแฟ้มบีบอัดไม่ได้ แฟ้มอาจเสีย ให้บีบอัดใหม่แล้วส่งอีกครั้ง`;
export const sayEmptyArchive = (): string => 'แฟ้มบีบอัดนี้ไม่มีแฟ้มอยู่ข้างใน ให้ตรวจว่าเลือกแฟ้มถูกแล้วบีบอัดใหม่';
export const sayTooManyFiles = (most: number): string => `แฟ้มบีบอัดมีแฟ้มมากกว่า ${most} แฟ้ม ให้แบ่งเป็นหลายชุดแล้วส่งทีละชุด`;
export const sayArchiveNotUnpacked = (): string =>
	'เป็นแฟ้มบีบอัดที่รวมหลายแฟ้ม ไม่ใช่สมุดงาน ให้แตกแฟ้มแล้วส่งทีละแฟ้ม หรือส่ง .zip นี้ทางหน้านำเข้า';
