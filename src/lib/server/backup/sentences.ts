// What is said of backups.
import { formatNumber } from '../../thai/numbers.ts';
import { formatDate } from '../../thai/write-date.ts';

const when = (iso: string) => formatDate(iso, { months: 'short' });

export function sayBytes(bytes: number): string {
	const [unit, size] = bytes < 1e6 ? ['KB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
	const tenths = Math.max(1, Math.ceil((bytes * 10) / size));
	return `${formatNumber(tenths / 10, { decimals: 1 })} ${unit}`;
}

export const backupWords = {
	// making one
	nothing: (store: string) => `ที่เก็บข้อมูล ${store} ยังไม่มีอะไรให้สำรอง ดูว่า KPI_STORE ชี้ที่เก็บที่ใช้อยู่ ยังไม่ได้เขียนสิ่งใด`,
	written: (file: string, bytes: number, files: number) =>
		`สำรองข้อมูลแล้วที่ ${file} ขนาด ${sayBytes(bytes)} มี ${files} แฟ้ม อ่านกลับมาตรวจแล้วตรงทุกตัวอักษร`,
	head: (n: number, hash: string) =>
		n === 0 ? 'สมุดบันทึกยังไม่มีบรรทัดใด' : `สมุดบันทึกถึงบรรทัดที่ ${n} รหัส ${hash.slice(0, 16)}`,
	howToRestore: (file: string) =>
		`คืนข้อมูลในเครื่องใดก็ได้ด้วยคำสั่ง restore ${file} ตรวจแฟ้มนี้เมื่อใดก็ได้ด้วย restore ${file} --check คัดลอกแฟ้มนี้ไปเก็บนอกเครื่องนี้`,
	insideStore: (folder: string) =>
		`${folder} อยู่ในที่เก็บข้อมูลเอง เมื่อเครื่องเสียจะหายไปพร้อมกัน เลือกโฟลเดอร์อื่น เช่น แฟลชไดรฟ์ ยังไม่ได้เขียนสิ่งใด`,
	notFolder: (folder: string) => `${folder} ไม่ใช่โฟลเดอร์ ระบุโฟลเดอร์ที่จะเก็บข้อมูลสำรอง`,
	noRoom: (folder: string, needed: number, free: number) =>
		`${folder} มีที่ว่าง ${sayBytes(free)} ไม่พอสำหรับข้อมูล ${sayBytes(needed)} ลบแฟ้มอื่นออกหรือเลือกที่อื่น ยังไม่ได้เขียนสิ่งใด`,
	cannotWrite: (folder: string, code: string) =>
		code === 'ENOSPC' || code === 'EDQUOT'
			? `เขียนข้อมูลลง ${folder} ไม่ครบเพราะที่ว่างหมด ส่วนที่เขียนไปลบออกแล้ว ลบแฟ้มอื่นออกหรือเลือกที่อื่นแล้วสั่งใหม่`
			: code === 'EFBIG'
				? `${folder} เก็บแฟ้มใหญ่ขนาดนี้ไม่ได้ (แฟลชไดรฟ์แบบ FAT32 เก็บแฟ้มละไม่เกิน 4 GB) ส่วนที่เขียนไปลบออกแล้ว จัดรูปแบบเป็น exFAT หรือเลือกที่อื่น`
				: code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
					? `เขียนลง ${folder} ไม่ได้เพราะเขียนทับไม่ได้หรือไม่มีสิทธิ์ (${code}) เลือกที่อื่นหรือแก้สิทธิ์แล้วสั่งใหม่`
					: `เขียนลง ${folder} ไม่ได้ (${code}) ดูว่าดิสก์ยังต่ออยู่ แล้วสั่งใหม่`,
	stopped: 'หยุดสำรองข้อมูลแล้ว ไม่มีแฟ้มใดค้างไว้',
	asideAltered: (path: string) => `แฟ้มที่พักไว้ ${path} ไม่ตรงกับรหัส SHA-256 ของตัวเอง ย้ายโฟลเดอร์ aside นั้นออกแล้วสั่งใหม่`,
	notAsWritten: (file: string) => `อ่าน ${file} กลับมาแล้วไม่ตรงกับที่เขียน ดิสก์อาจเสีย จึงลบออกแล้ว เก็บข้อมูลสำรองไว้ที่อื่น`,

	// what is wrong with one
	noBackup: (path: string) => `ไม่พบข้อมูลสำรองที่ ${path} ระบุแฟ้ม watphon-….tar หรือโฟลเดอร์ที่เก็บแฟ้มเหล่านั้น`,
	noneIn: (folder: string) => `ในโฟลเดอร์ ${folder} ไม่มีข้อมูลสำรอง (watphon-….tar)`,
	notBackup: (file: string) => `${file} ไม่ใช่ข้อมูลสำรองของวัดผล`,
	headDamaged: (at: number, after: string | null) =>
		`ข้อมูลสำรองเสียหายที่ไบต์ ${at}: ส่วนหัวของแฟ้มถัดจาก ${after ?? 'ต้นแฟ้ม'} อ่านไม่ได้ ใช้ข้อมูลสำรองชุดอื่น`,
	gapDamaged: (at: number, after: string) => `ข้อมูลสำรองเสียหายที่ไบต์ ${at}: ช่องว่างท้ายแฟ้ม ${after} ไม่ว่าง ใช้ข้อมูลสำรองชุดอื่น`,
	endDamaged: (at: number) => `ข้อมูลสำรองเสียหายที่ไบต์ ${at}: ท้ายแฟ้มไม่ใช่อย่างที่เขียนไว้ ใช้ข้อมูลสำรองชุดอื่น`,
	cutShort: (bytes: number, within: string | null) =>
		`ข้อมูลสำรองขาดท้าย มีเพียง ${bytes} ไบต์${within === null ? '' : ` ขาดที่แฟ้ม ${within}`} คัดลอกมาไม่ครบหรือเขียนไม่เสร็จ คัดลอกใหม่หรือใช้ข้อมูลสำรองชุดอื่น`,
	manifestDamaged: (expected: string, found: string) =>
		`รายการแฟ้ม (manifest.json) ในข้อมูลสำรองเสียหาย รหัสควรเป็น ${expected === '' ? 'ค่าที่อ่านไม่ได้' : expected} แต่อ่านได้ ${found} ใช้ข้อมูลสำรองชุดอื่น`,
	newer: 'ข้อมูลสำรองนี้ทำด้วยโปรแกรมรุ่นใหม่กว่านี้ ใช้โปรแกรมรุ่นนั้นหรือใหม่กว่าคืนข้อมูล',
	strangePath: (path: string) => `ข้อมูลสำรองมีแฟ้มชื่อ ${path} ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล จึงไม่คืนสิ่งใด ใช้ข้อมูลสำรองชุดอื่น`,
	notListed: (path: string) => `แฟ้ม ${path} ในข้อมูลสำรองไม่ตรงกับรายการแฟ้ม (ชื่อ ลำดับ หรือขนาด) ใช้ข้อมูลสำรองชุดอื่น`,
	listedMissing: (path: string) => `แฟ้ม ${path} มีในรายการแฟ้มแต่ไม่อยู่ในข้อมูลสำรอง ใช้ข้อมูลสำรองชุดอื่น`,
	fileDamaged: (path: string, expected: string, found: string) =>
		`แฟ้ม ${path} ในข้อมูลสำรองเสียหาย รหัส SHA-256 ควรเป็น ${expected} แต่อ่านได้ ${found} ใช้ข้อมูลสำรองชุดอื่น`,
	otherHead: (listed: number, found: number) =>
		`สมุดบันทึกในข้อมูลสำรองจบที่บรรทัดที่ ${found} ไม่ตรงกับรายการแฟ้มซึ่งบอกบรรทัดที่ ${listed} ใช้ข้อมูลสำรองชุดอื่น`,

	// restoring
	whole: (file: string, madeAt: string, version: string) =>
		`ข้อมูลสำรอง ${file} ครบถ้วนทุกตัวอักษร ทำเมื่อ ${when(madeAt)} ด้วยวัดผลรุ่น ${version}`,
	newestOf: (file: string, others: number) => `ใช้ชุดใหม่สุด ${file}${others === 0 ? '' : ` (มีชุดเก่ากว่าอีก ${others} ชุด)`}`,
	serving: (url: string) => `หน้าเว็บยังเปิดอยู่ที่ ${url} ปิดก่อนแล้วสั่ง restore ใหม่ ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	storeBusy: 'ที่เก็บข้อมูลกำลังถูกใช้โดยคำสั่งอื่น รอให้เสร็จแล้วสั่งใหม่ ยังไม่มีสิ่งใดถูกเปลี่ยน',
	notEmpty: (store: string) =>
		`ที่เก็บข้อมูล ${store} มีข้อมูลอยู่แล้ว จึงไม่คืนทับ เติม --aside เพื่อย้ายของเดิมไปพักไว้ข้าง ๆ (ไม่ลบ) หรือคืนที่อื่นด้วย KPI_STORE ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	noRoomToRestore: (folder: string, needed: number, free: number) =>
		`${folder} มีที่ว่าง ${sayBytes(free)} ไม่พอสำหรับคืนข้อมูล ${sayBytes(needed)} ลบแฟ้มอื่นออกก่อน ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	diskFull: (store: string) =>
		`คืนข้อมูลลง ${store} ไม่ครบเพราะที่ว่างหมด ส่วนที่คืนไปลบออกแล้ว ของเดิมไม่ถูกเปลี่ยน ลบแฟ้มอื่นออกแล้วสั่งใหม่`,
	restored: (store: string, lines: number, files: number, submissions: number) =>
		`คืนข้อมูลลง ${store} แล้ว สมุดบันทึก ${lines} บรรทัดต่อกันครบ แฟ้มที่เก็บไว้ ${files} แฟ้มตรงทุกตัวอักษร การส่ง ${submissions} ครั้ง ฐานข้อมูลสร้างใหม่และตรงกับทั้งสอง`,
	putAside: (folder: string) => `ของเดิมอยู่ที่ ${folder} เปิดดูได้ด้วย KPI_STORE=${folder}`,
	finished: 'การคืนข้อมูลสำรองที่ค้างอยู่ครั้งก่อนทำต่อจนเสร็จแล้ว',

	// verify
	officeAltered: (file: string) =>
		`${file} ไม่ตรงกับที่บันทึกผ่านโปรแกรมครั้งล่าสุด ถ้าแก้แฟ้มเองก็ถูกแล้ว ถ้าไม่ได้แก้ให้คืนแฟ้มนี้จากข้อมูลสำรอง`,
	officeMissing: (file: string) => `${file} ที่บันทึกผ่านโปรแกรมครั้งล่าสุดหายไป ถ้าเอาออกเองก็ถูกแล้ว ถ้าไม่ใช่ให้คืนแฟ้มนี้จากข้อมูลสำรอง`
} as const;

/** Lies in every backup, for whoever finds it without the program. */
export const leaflet = (
	madeAt: string,
	version: string
): string => `ข้อมูลสำรองของวัดผล (watphon) รุ่น ${version} ทำเมื่อ ${madeAt}

คืนข้อมูล:  npm run --silent kpi -- restore แฟ้มนี้.tar
ตรวจเฉย ๆ:  npm run --silent kpi -- restore แฟ้มนี้.tar --check

ในแฟ้มนี้มี
  journal.jsonl   สมุดบันทึก: ใคร ทำอะไร เมื่อใด บรรทัดละเรื่อง แต่ละบรรทัดมีรหัสของบรรทัดก่อน
  archive/        แฟ้มที่อำเภอส่งและข้อตกลงที่สำนักงานเพิ่ม ตามที่รับมาทุกไบต์ ชื่อคือรหัส SHA-256
  office.yaml office/   การตั้งค่า ตรา และแบบอักษรของสำนักงาน
  people.sqlite people.secret   บัญชีผู้ใช้ (รหัสผ่านเก็บเป็น Argon2id) ไม่มีการเข้าสู่ระบบหรือลิงก์ที่ค้างอยู่
  waiting/        แฟ้มที่มาถึงแล้วแต่ยังไม่มีใครตัดสินใจ
  aside/          ข้อมูลที่พักไว้เมื่อเริ่มใช้กับผลจริง
  manifest.json   ขนาดและรหัส SHA-256 ของทุกแฟ้มข้างบน
แตกแฟ้มนี้ออกด้วยโปรแกรมใดก็ได้ โฟลเดอร์ที่ได้ใช้เป็นที่เก็บข้อมูล (KPI_STORE) ได้ทันที ฐานข้อมูลจะถูกสร้างใหม่เอง

A backup of watphon ${version}, made at ${madeAt}. Restore it with: kpi restore FILE. It is a plain tar; unpacked anywhere,
its folder is a store (KPI_STORE), and the database is built anew from journal.jsonl and archive/ when it is opened.
`;
