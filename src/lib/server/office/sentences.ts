// What the terminal says of the office's settings.
export const officeWords = {
	saved: (fields: readonly string[]) => `บันทึกการตั้งค่าของสำนักงานแล้ว: ${fields.join(', ')}`,
	emblemSaved: (file: string) => `ใช้ ${file} เป็นตราของสำนักงานแล้ว`,
	emblemRemoved: 'เอาตราของสำนักงานออกแล้ว เอกสารเว้นที่ตราไว้',
	fontSaved: (regular: string, bold: string) => `ใช้ ${regular} (ตัวปกติ) และ ${bold} (ตัวหนา) ในเอกสารแล้ว`,
	fontRemoved: 'เลิกใช้แบบอักษรของสำนักงานแล้ว เอกสารใช้ Sarabun',
	notAPair: (given: string) => `“${given}” ไม่มีเครื่องหมาย = เขียนเป็น ช่อง=ค่า เช่น paper.margins.left=3 เว้นค่าว่างคือไม่ตั้ง`,
	noSuchField: (field: string, fields: readonly string[]) =>
		`ไม่มีช่อง ${field} ในการตั้งค่าของสำนักงาน ที่มีคือ ${fields.join(', ')}`,
	oneValue: (field: string) => `ช่อง ${field} มีค่าได้ค่าเดียว`,
	bandShape: (given: string) => `ช่วงคะแนน “${given}” ไม่ถูกรูปแบบ เขียนเป็น ระดับ:ชื่อ:ร้อยละตั้งแต่ เช่น bands=A:ดีเด่น:90`,
	yesOrNo: (given: string) => `paper.draft=${given} ไม่ได้ ใช้ yes หรือ no`,
	has: 'มี',
	hasNot: 'ไม่มี',
	none: '—'
} as const;

/** What each setting is, by its place in office.yaml. */
export const fieldNames = {
	name: 'ชื่อส่วนราชการ',
	document_number: 'เลขที่หนังสือ',
	signer: 'ชื่อผู้ลงนาม',
	signer_position: 'ตำแหน่งผู้ลงนาม',
	'paper.digits': 'ตัวเลข (thai หรือ arabic)',
	'paper.margins.top': 'ขอบบน (ซม.)',
	'paper.margins.right': 'ขอบขวา (ซม.)',
	'paper.margins.bottom': 'ขอบล่าง (ซม.)',
	'paper.margins.left': 'ขอบซ้าย (ซม.)',
	'paper.sizes.title': 'ขนาดคำว่า บันทึกข้อความ (พอยต์)',
	'paper.sizes.label': 'ขนาดหัวข้อ (พอยต์)',
	'paper.sizes.body': 'ขนาดเนื้อความ (พอยต์)',
	'paper.indent': 'ย่อหน้า (ซม.)',
	'paper.draft': 'เป็นร่าง (yes หรือ no)',
	'paper.secrecy': 'ชั้นความลับ',
	'paper.address': 'ที่ตั้ง ทีละบรรทัด',
	'paper.contact': 'ผู้ติดต่อ ทีละบรรทัด',
	shares: 'สัดส่วนในคะแนนรวม (shares.ส่วน)',
	bands: 'ช่วงคะแนน ระดับ:ชื่อ:ตั้งแต่'
} as const;

export const besideNames = { emblem: 'ตราของสำนักงาน', font: 'แบบอักษรของสำนักงาน' } as const;
