// What is said of files that no spreadsheet program writes, and of what a file carries besides values.
import { formatNumber } from '../../thai/numbers.ts';

export const sayDeclarations = (): string =>
	'แฟ้มมีคำสั่ง DTD หรือ ENTITY ที่โปรแกรมตารางคำนวณไม่เขียน จึงไม่เปิด ให้คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่';
export const sayOverlapping = (): string =>
	'ชิ้นส่วนในแฟ้มทับกันหรือใช้ชื่อซ้ำกัน ซึ่งโปรแกรมทั่วไปไม่เขียน จึงไม่เปิด ให้คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่';
export const sayTooMuchWork = (sheets: number): string =>
	`แฟ้มมี ${formatNumber(sheets)} แผ่นงานและใหญ่เกินกว่าจะอ่านในครั้งเดียว จึงไม่เปิด ให้เหลือเฉพาะแผ่นงานที่เป็นผล`;
export const sayMacros = (): string => 'แฟ้มมีมาโคร ระบบอ่านเฉพาะค่าในตาราง ไม่เรียกใช้มาโคร';
export const sayExternalLinks = (): string =>
	'แฟ้มดึงค่าจากแฟ้มอื่น ระบบใช้ค่าที่บันทึกไว้ล่าสุดในแฟ้มนี้ ไม่เปิดแฟ้มอื่น ให้ตรวจว่าค่าเป็นปัจจุบันก่อนส่ง';
export const sayTooWide = (columns: number, most: number): string =>
	`แถวนี้มี ${formatNumber(columns)} คอลัมน์ เกินกว่าที่โปรแกรมตารางคำนวณมีได้ (${formatNumber(most)}) จึงไม่อ่าน ให้ส่งเฉพาะคอลัมน์ของตารางผล`;
export const sayTooLong = (characters: number, most: number): string =>
	`ช่องนี้ยาว ${formatNumber(characters)} ตัวอักษร เกินกว่าที่ช่องหนึ่งมีได้ (${formatNumber(most)}) แถวนี้จึงไม่ได้อ่าน ให้ตรวจเครื่องหมาย " ที่เปิดค้างไว้ แล้วใส่ค่าเดียว`;
export const sayTooManyProblems = (): string =>
	'แทบทุกแถวผิดหรือต้องถาม จึงหยุดอ่านและไม่ใช้แฟ้มนี้ ให้ตรวจว่าเลือกแฟ้มถูก หรือแก้ที่แสดงไว้ก่อนแล้วส่งใหม่';
