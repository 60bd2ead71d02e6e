// Every Thai sentence that the store, the server and the command line say.
import type { ExplainedReading } from '../scoring/explain.ts';
import type { NextRung } from '../scoring/explain-next.ts';
import { formatNumber } from '../thai/numbers.ts';
import { formatDate } from '../thai/write-date.ts';
import type { RulingTrouble } from '../agreement/ruling-trouble.ts';
import type { Ruling } from '../agreement/ruling.ts';
import { joinThai } from '../thai/words.ts';

const when = (iso: string) => formatDate(iso, { months: 'short' });

export const say = {
	// the store
	ruleHasNoRows: (why: string) => `เกณฑ์ข้อหนึ่งเขียนในรูปที่คิดคะแนนไม่ได้ (${why}) ดูว่าข้อใดด้วยคำสั่ง check แล้วแก้ข้อตกลง`,
	databaseMissing: (lines: number) => `ไม่พบฐานข้อมูลของที่เก็บ จึงสร้างใหม่จากแฟ้มที่เก็บไว้และสมุดบันทึก ${lines} บรรทัด`,
	databaseDamaged: (lines: number) => `ฐานข้อมูลของที่เก็บเสียหาย จึงสร้างใหม่จากแฟ้มที่เก็บไว้และสมุดบันทึก ${lines} บรรทัด`,
	databaseBehind: (lines: number) => `ฐานข้อมูลตามสมุดบันทึกไม่ทันอยู่ ${lines} บรรทัด จึงเติมให้ครบแล้ว`,
	databaseBusy: 'ฐานข้อมูลของที่เก็บถูกโปรแกรมอื่นเปิดอยู่ ปิดโปรแกรมนั้นก่อนแล้วสั่งใหม่',
	databaseWillNotOpen: 'เปิดฐานข้อมูลที่เพิ่งสร้างใหม่ไม่ได้',
	lettersChanged: (rounds: readonly string[]) =>
		`ข้อตกลงของ ${joinThai(rounds)} เปลี่ยนไป จึงอ่านแฟ้มที่เก็บไว้ใหม่ตามข้อตกลงฉบับปัจจุบัน`,
	letterGone: (round: string) =>
		`ไม่พบข้อตกลงของรอบ ${round} ผลของรอบนี้ยังเก็บไว้ครบแต่ยังอ่านไม่ได้ วางแฟ้มข้อตกลงกลับที่เดิมแล้วสั่ง rebuild`,
	letterBroken: (round: string) =>
		`อ่านข้อตกลงของรอบ ${round} ไม่ได้ ผลของรอบนี้ยังเก็บไว้ครบแต่ยังไม่คิดคะแนน แก้แฟ้มข้อตกลงแล้วสั่ง rebuild`,
	readsDifferently: (number: number, before: number, now: number) =>
		`การส่งครั้งที่ ${number} เดิมอ่านได้ ${before} ค่า ตามข้อตกลงฉบับปัจจุบันอ่านได้ ${now} ค่า ดูว่าข้อตกลงเปลี่ยนรายการใด`,
	keptMissing: (file: string, number: number) => `แฟ้มที่เก็บไว้ของการส่งครั้งที่ ${number} (${file}) หายไป คืนแฟ้มนี้จากข้อมูลสำรอง`,
	keptAltered: (file: string, number: number) =>
		`แฟ้มที่เก็บไว้ของการส่งครั้งที่ ${number} (${file}) ไม่ตรงกับรหัส SHA-256 ของแฟ้มที่รับมา แฟ้มถูกแก้หรือเสียหาย คืนแฟ้มนี้จากข้อมูลสำรอง`,
	letterDamaged: (file: string, round: string | null) =>
		`ข้อตกลง${round === null ? '' : `ของรอบ ${round} `}ที่เก็บไว้ (${file}) หายไปหรือไม่ตรงกับรหัส SHA-256 คืนแฟ้มนี้จากข้อมูลสำรอง`,
	journalLineAltered: (line: number) =>
		`สมุดบันทึกบรรทัดที่ ${line} ไม่ตรงกับรหัสของบรรทัดเอง บรรทัดถูกแก้หรือเสียหาย คืน journal.jsonl จากข้อมูลสำรอง ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	journalLineOutOfChain: (line: number) =>
		`สมุดบันทึกบรรทัดที่ ${line} ไม่ต่อจากบรรทัดก่อนหน้า มีบรรทัดหายหรือถูกสลับ คืน journal.jsonl จากข้อมูลสำรอง ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	journalLineUnknown: (line: number) =>
		`สมุดบันทึกบรรทัดที่ ${line} เขียนด้วยโปรแกรมรุ่นอื่นที่รุ่นนี้ไม่รู้จัก ใช้โปรแกรมรุ่นใหม่กว่านี้เปิด ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	journalShort: (lines: number, applied: number) =>
		`สมุดบันทึกมี ${lines} บรรทัด แต่ฐานข้อมูลมาจากสมุดบันทึก ${applied} บรรทัด บรรทัดท้ายหายไป คืน journal.jsonl จากข้อมูลสำรอง หรือถ้ายอมรับเท่าที่เหลือให้ย้าย watphon.duckdb ออกไปแล้วสั่งใหม่`,
	journalTorn: (lines: number, file: string) =>
		`พบการบันทึกที่ค้างครึ่งบรรทัดท้ายสมุดบันทึก จึงแยกไว้ที่ ${file} ข้อมูลอยู่ตามที่บันทึกเสร็จล่าสุด ${lines} บรรทัด คำสั่งที่ค้างให้สั่งใหม่`,
	journalMoved: 'สมุดบันทึกถูกเปลี่ยนระหว่างที่โปรแกรมเปิดอยู่ ปิดโปรแกรมแล้วเปิดใหม่ ยังไม่มีสิ่งใดถูกบันทึก',
	storeBusy: 'ที่เก็บข้อมูลกำลังถูกใช้โดยคำสั่งอื่นนานเกินไป รอให้คำสั่งนั้นเสร็จแล้วสั่งใหม่',
	noSuchProvince: (code: string) => `ไม่พบจังหวัดรหัส ${code} ใน data/places`,

	// imports
	whichRound: 'ไม่รู้ว่าเป็นผลของรอบใด ระบุด้วย --round เช่น --round khon-kaen/2565-2',
	otherRound: (file: string, id: string, found: string) =>
		`${file} ต้องเป็นข้อตกลงของรอบ ${id} แต่ข้างในเขียน agreement: ${found} แก้ให้ตรงกัน`,
	noSuchRound: (round: string) => `ไม่พบข้อตกลงของรอบ ${round} ดูชื่อรอบที่มีด้วยคำสั่ง check`,
	notAMoment: (given: string) =>
		`“${given}” ไม่ใช่วันหรือเวลา ใส่วันที่เช่น 2024-02-20 หรือ 20/2/2567 หรือพร้อมเวลาเช่น 2024-02-20T14:00`,
	onlyPresent: (moment: string) => `กำลังดูตามข้อมูลที่รับถึง ${when(moment)} ซึ่งเปลี่ยนไม่ได้ กลับไปดูข้อมูลปัจจุบันก่อน`,
	noLetterThen: (round: string, moment: string, first: string) =>
		`${when(moment)} ยังไม่มีข้อตกลงของรอบ ${round} ฉบับแรกใช้ตั้งแต่ ${when(first)} เลือกเวลาหลังจากนั้น`,
	knownFile: (number: number, at: string) =>
		`เหมือนกับแฟ้มที่รับไว้แล้วทุกตัวอักษร (การส่งครั้งที่ ${number} เมื่อ ${when(at)}) จึงไม่นับเป็นการส่งใหม่ ถ้าต้องการส่งค่าเดิมกลับมาแทนค่าที่ใหม่กว่า ให้บันทึกเป็นแฟ้มใหม่`,
	sameFile: 'เหมือนกับอีกแฟ้มหนึ่งในคำสั่งเดียวกัน จึงรับเพียงครั้งเดียว',
	noEntries: 'ไม่มีค่าใดเลย รับไว้โดยไม่เปลี่ยนคะแนน',
	skipped: 'ข้ามไป เพราะไม่ใช่แฟ้มผล (.xlsx .ods .csv .json .zip)',
	emptyFolder: 'ไม่มีแฟ้มผล (.xlsx .ods .csv .json .zip) ในโฟลเดอร์นี้',
	noSuchFile: (file: string) => `ไม่พบแฟ้มหรือโฟลเดอร์ ${file}`,
	manifestWrong: 'ต้องมี files เป็นรายการของ file, received_at (ค.ศ. เวลาไทย) และ sender',

	// letters
	letterTooLarge: 'แฟ้มข้อตกลงใหญ่เกิน 2 MB ตรวจว่าเลือกแฟ้มถูก',
	letterNotText: 'แฟ้มข้อตกลงต้องเป็นข้อความ UTF-8 บันทึกแฟ้มใหม่เป็น UTF-8',
	letterRound: (id: string) => `ชื่อรอบ ${id} ไม่มีจริง ปีหนึ่งมีรอบ 1 และ 2 หรือไตรมาส q1 ถึง q4`,
	letterProvince: (given: string, province: string, slug: string) =>
		`agreement ขึ้นต้นด้วย ${given} แต่ province เป็นรหัสของจังหวัด${province} แก้ให้ตรงกัน เช่น ${slug}/2566-1`,
	letterUnscorable: (what: string) => `แปลงเกณฑ์เป็นกติกาคิดคะแนนไม่ได้ (${what}) แก้ตัวชี้วัดที่กล่าวถึง`,
	knownLetter: (round: string) => `ข้อตกลงของรอบ ${round} ที่ใช้อยู่เหมือนแฟ้มนี้ทุกตัวอักษร ไม่มีอะไรเปลี่ยน`,
	letterAdded: (round: string, version: number) => `ใช้ข้อตกลงของรอบ ${round} ฉบับนี้แล้ว เป็นฉบับที่ ${version} ที่สำนักงานเพิ่ม`,
	letterRefused: (errors: number) => `ยังไม่ได้ใช้ข้อตกลงนี้ เพราะมี ${errors} เรื่องที่ต้องแก้ก่อน`,
	letterCopied: (out: string, moved: number, marked: number) =>
		`เขียน ${out} แล้ว เลื่อนวันที่ ${moved} แห่ง มี ${marked} แห่งที่ต้องอ่านเทียบกับข้อตกลงฉบับใหม่ (ค้นคำว่า ตรวจ)`,
	roundShape: (given: string) => `--round ${given} ไม่ใช่ชื่อรอบ เขียนเช่น khon-kaen/2566-1 หรือ chachoengsao/2567-q3`,
	sameKindOfRound: (from: string, to: string) => `คัดลอกจาก ${from} เป็น ${to} ไม่ได้ ต้องเป็นจังหวัดเดียวกันและรอบยาวเท่ากัน`,
	noEarlierLetter: (round: string) => `ไม่มีข้อตกลงของจังหวัดนี้ก่อนรอบ ${round} ระบุต้นฉบับด้วย --from`,

	// rulings
	rulingNeedsReason: 'ต้องบอกเหตุผลของคำวินิจฉัย เช่น มติและวันที่ประชุมของคณะกรรมการ',
	nothingToRule: 'ยังไม่ได้เลือกเรื่องใดที่จะวินิจฉัย',
	noReading: (reading: string, round: string) =>
		`ข้อตกลงรอบ ${round} ไม่มีเรื่อง ${reading} ที่วินิจฉัยได้ ดูรายการด้วย rule list ${round}`,
	whichAnswer: (reading: string) => `เรื่อง ${reading} ต้องระบุคำตอบด้วย --as ดูคำตอบที่มีด้วย rule list`,
	noSuchDistricts: (codes: readonly string[]) => `จังหวัดนี้ไม่มีอำเภอรหัส ${joinThai(codes)} ตรวจรหัส 4 หลัก`,
	whichCase: (reading: string, cases: number) =>
		`เรื่อง ${reading} มี ${cases} แห่งในตัวชี้วัดนี้ ระบุว่าแห่งใดด้วย --case 1 ถึง ${cases} ดูลำดับด้วย rule list`,
	noCondition: (given: string) =>
		`--as ${given} ไม่ใช่คำตอบ ใช้ met หรือ unmet หรือเงื่อนไขอย่างในข้อตกลง เช่น '{value: online_channels_count, at_least: 3}'`,
	ruled: (count: number) => `บันทึกคำวินิจฉัยแล้ว ${count} เรื่อง มีผลกับรอบนี้รอบเดียว`,
	wouldMove: (scores: number, places: number) =>
		scores === 0 && places === 0
			? 'ไม่มีผลหรืออันดับใดเปลี่ยน ยังไม่ได้บันทึก'
			: `ผลที่จะเปลี่ยน ${scores} รายการ อันดับหรือร้อยละที่จะเปลี่ยน ${places} แห่ง ยังไม่ได้บันทึก`,

	// settings of the office
	officeOf: (province: string) => `สำนักงานพัฒนาชุมชนจังหวัด${province}`,
	tooLong: (most: number) => `ยาวได้ไม่เกิน ${most} ตัวอักษร`,
	shareName: 'ชื่อส่วนต้องเป็นชื่อในข้อตกลง เช่น team',
	shareNegative: 'สัดส่วนติดลบไม่ได้',
	sharesSum: 'สัดส่วนของทุกส่วนต้องรวมกันได้ 100 พอดี',
	bandGrade: 'ระบุรหัสของช่วงคะแนน',
	bandName: 'ระบุชื่อของช่วงคะแนน',
	bandRange: 'เกณฑ์ของช่วงคะแนนต้องอยู่ระหว่าง 0 ถึง 100',
	bandsEmpty: 'ระบุอย่างน้อยหนึ่งช่วงคะแนน หรือลบรายการทั้งหมดออก',
	bandsFall: 'เกณฑ์ของช่วงคะแนนต้องเรียงจากสูงลงต่ำและไม่ซ้ำกัน',
	paperNumber: 'กรอกเป็นตัวเลข เช่น 2 หรือ 2.5',
	paperDigits: 'เลือก thai (เลขไทย) หรือ arabic (เลขอารบิก)',
	paperMargin: 'ระยะขอบอยู่ระหว่าง 0.5 ถึง 6 เซนติเมตร',
	paperWidth: 'ขอบซ้ายกับขอบขวารวมกันได้ไม่เกิน 13 เซนติเมตร ให้เหลือที่เขียนอย่างน้อย 8 เซนติเมตร',
	paperSize: (least: number, most: number) => `ขนาดตัวอักษรอยู่ระหว่าง ${least} ถึง ${most} พอยต์ ตามขนาดของ TH Sarabun`,
	paperIndent: 'ย่อหน้าอยู่ระหว่าง 0 ถึง 5 เซนติเมตร',
	paperSecrecy: 'ชั้นความลับมี ลับ ลับมาก หรือ ลับที่สุด เว้นว่างเมื่อไม่มี',
	paperLines: (most: number) => `เขียนได้ไม่เกิน ${most} บรรทัด`,
	emblemTooLarge: 'แฟ้มตราใหญ่เกิน 1 MB ลดขนาดภาพก่อน',
	emblemKind: 'ตราต้องเป็นแฟ้ม PNG หรือ SVG',
	emblemBroken: 'แฟ้มตราไม่ครบหรือเสียหาย เปิดในโปรแกรมภาพแล้วบันทึกใหม่เป็น PNG หรือ SVG',
	emblemPixels: (most: number) => `ภาพตรากว้างหรือสูงเกิน ${most} จุด ลดขนาดภาพก่อน`,
	emblemForeign: 'แฟ้ม SVG นี้มีสคริปต์หรือเรียกใช้สิ่งที่อยู่นอกแฟ้ม บันทึกใหม่เป็นภาพล้วน (Plain SVG) หรือใช้ PNG',
	emblemWillNotPrint: 'พิมพ์ตรานี้ลงเอกสารไม่ได้ บันทึกภาพใหม่เป็น PNG หรือ SVG แบบธรรมดา',
	fontTooLarge: 'แฟ้มแบบอักษรใหญ่เกิน 4 MB ตรวจว่าเลือกแฟ้มถูก',
	fontNotTrueType: 'แบบอักษรต้องเป็นแฟ้ม TrueType (.ttf) ที่ครบถ้วน ใช้ .otf .woff หรือ .ttc ไม่ได้',
	fontForbidden: 'ผู้ทำแบบอักษรนี้ห้ามฝังลงในเอกสาร ใช้แบบอักษรอื่น',
	fontLacks: (missing: readonly string[]) =>
		`แบบอักษรนี้ไม่มีตัว ${missing.slice(0, 8).join(' ')}${missing.length > 8 ? ` และอีก ${missing.length - 8} ตัว` : ''} ที่เอกสารต้องใช้`,
	fontOddSize: 'แบบอักษรนี้มีขนาดตัวอักษรไทยผิดปกติ ใช้แบบอักษรอื่น',
	fontPair: 'เลือกแฟ้มทั้งตัวปกติและตัวหนา เอกสารใช้ทั้งสอง',
	fontWillNotPrint: 'พิมพ์เอกสารด้วยแบบอักษรนี้ไม่ได้ ใช้แบบอักษรอื่น',
	officeShape: 'ค่านี้ไม่ถูกรูปแบบ',
	officeYaml: 'อ่าน office.yaml ของที่เก็บข้อมูลไม่ได้ แก้รูปแบบ YAML ที่บรรทัดนี้',
	officeWrong: (where: string, what: string) => `การตั้งค่าของสำนักงาน${where === '' ? '' : ` (${where})`}: ${what}`,

	// the command line
	unknownCommand: (name: string) => `ไม่รู้จักคำสั่ง ${name} ดูคำสั่งทั้งหมดด้วย --help`,
	unknownOption: (option: string, usage: string) => `ใช้ ${option} กับคำสั่งนี้ไม่ได้ วิธีใช้: ${usage}`,
	optionNeedsValue: (option: string, usage: string) => `${option} ต้องมีค่าตามหลัง วิธีใช้: ${usage}`,
	usage: (usage: string) => `วิธีใช้: ${usage}`,
	noSuchLetter: (name: string, known: readonly string[]) =>
		`ไม่พบข้อตกลง ${name} ระบุรอบที่มี (${joinThai(known, 'หรือ')}) หรือชื่อแฟ้ม .yaml`,
	noSuchDistrict: (name: string, province: string, near: readonly string[] = []) =>
		`ไม่พบอำเภอ ${name} ในจังหวัด${province}${near.length === 0 ? '' : ` ชื่อที่ใกล้เคียงคือ ${joinThai(near, 'หรือ')}`} ระบุรหัส 4 หลักหรือชื่อเต็ม`,
	noSuchIndicator: (section: string, indicator: string, known: readonly string[]) =>
		`ไม่พบตัวชี้วัด ${section}/${indicator} ในข้อตกลงนี้ ที่มีคือ ${joinThai(known)}`,
	noSuchReport: (name: string, known: readonly string[]) => `ไม่มีรายงาน ${name} ที่มีคือ ${joinThai(known)}`,
	templateNeedsOut: (usage: string) => `ต้องระบุ --out ว่าจะเก็บแบบกรอกไว้ที่ใด วิธีใช้: ${usage}`,
	templateKind: (out: string, usage: string) =>
		`--out ${out} ไม่ได้ ให้ลงท้ายด้วย .xlsx (แฟ้มเดียว) .zip (ทุกอำเภอ อำเภอละแฟ้ม) หรือ / (โฟลเดอร์) วิธีใช้: ${usage}`,
	templateZipIsAll: (usage: string) => `.zip มีแบบกรอกของทุกอำเภอ ถ้าต้องการอำเภอเดียวให้ใช้ .xlsx วิธีใช้: ${usage}`,
	reportNeeds: (option: string, usage: string) => `รายงานนี้ต้องระบุ ${option} วิธีใช้: ${usage}`,
	reportTakesNo: (option: string, usage: string) => `รายงานนี้ไม่ใช้ ${option} วิธีใช้: ${usage}`,
	compareTwo: 'ระบุรอบที่จะเทียบอย่างน้อยสองรอบของจังหวัดเดียวกัน',
	comparedToItself: (round: string) => `เทียบรอบ ${round} กับรอบเดียวกันไม่ได้ ระบุรอบอื่นของจังหวัดเดียวกัน`,
	otherProvince: (round: string, province: string) =>
		`เทียบกับรอบ ${round} ไม่ได้ เพราะเป็นของจังหวัดอื่น ระบุรอบของจังหวัด${province}`,
	digitsWrong: (given: string) => `--digits ${given} ไม่ได้ ใช้ thai หรือ arabic`,
	disk: (path: string, code: string) => `ใช้ ${path} ไม่ได้ (${code}) ดูว่ามีอยู่จริง มีสิทธิ์ และดิสก์ไม่เต็ม`,
	wrote: (path: string) => `เขียน ${path} แล้ว`,
	checked: (letter: string, errors: number, warnings: number) =>
		`${letter}: ${errors === 0 && warnings === 0 ? 'ไม่มีเรื่องที่ต้องแก้' : `ต้องแก้ ${errors} เรื่อง ควรดู ${warnings} เรื่อง`}`,
	rebuilt: (lines: number, submissions: number) =>
		`สร้างฐานข้อมูลใหม่แล้ว จากสมุดบันทึก ${lines} บรรทัด การส่ง ${submissions} ครั้ง`,
	databaseDiffers: 'ฐานข้อมูลไม่ตรงกับแฟ้มที่เก็บไว้และสมุดบันทึก สั่ง rebuild เพื่อสร้างใหม่',

	// printing
	printFailed: 'พิมพ์เอกสารนี้ไม่สำเร็จ ผลที่รับไว้ยังอยู่ครบ สั่งพิมพ์ใหม่อีกครั้ง ถ้ายังไม่ได้ให้ดูข้อความที่หน้าต่างที่เปิดโปรแกรม',
	printTooLong: 'พิมพ์เอกสารนี้นานเกินกำหนดจึงหยุดไว้ ผลที่รับไว้ยังอยู่ครบ รอให้เครื่องว่างแล้วสั่งพิมพ์ใหม่',
	printBusy: (waiting: number) => `มีเอกสารรอพิมพ์อยู่แล้ว ${waiting} ฉบับ รอสักครู่แล้วสั่งพิมพ์ใหม่`,
	printStarting: 'กำลังเริ่มพิมพ์',
	printWaiting: (before: number) => `รอพิมพ์ มีเอกสารก่อนหน้า ${before} ฉบับ`,
	printWriting: 'กำลังเรียบเรียงเนื้อหาและวาดแผนภูมิ',
	printLaying: (pages: number) => (pages === 0 ? 'กำลังจัดหน้า' : `จัดหน้าแล้ว ${pages} หน้า`),
	printDone: (pages: number, kilobytes: number) => `พิมพ์เสร็จแล้ว ${pages} หน้า ${kilobytes} KB`,
	openDocument: 'เปิดเอกสาร',
	printAgain: 'สั่งพิมพ์ใหม่',
	printClosed: 'โปรแกรมกำลังปิด เอกสารนี้จึงยังไม่ได้พิมพ์ เปิดโปรแกรมแล้วสั่งพิมพ์ใหม่',

	// the server
	portTaken: (port: number) => `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ปิดโปรแกรมนั้น หรือเปิดที่พอร์ตอื่นด้วย PORT=${port + 1} npm start`,
	portForbidden: (port: number) => `เปิดพอร์ต ${port} ไม่ได้เพราะไม่มีสิทธิ์ ใช้พอร์ตตั้งแต่ 1024 ขึ้นไป เช่น PORT=3000`,
	portWrong: (given: string) => `PORT=${given} ไม่ใช่เลขพอร์ต ใช้เลข 1 ถึง 65535`,
	hostWrong: (host: string) => `เปิดที่ HOST=${host} ไม่ได้ เพราะไม่ใช่ที่อยู่ของเครื่องนี้`,
	notBuilt: 'ยังไม่ได้สร้างหน้าเว็บ สั่ง npm start หรือ npm run build ก่อน',
	alreadyServing: (url: string) => `เปิดอยู่แล้วที่ ${url}`,
	loadingDemo: 'ที่เก็บข้อมูลยังว่าง กำลังนำเข้าข้อมูลสาธิต',
	noDemo: 'ไม่มีข้อมูลสาธิตให้นำเข้า เริ่มด้วยที่เก็บข้อมูลว่าง',
	opened: (url: string) => `เปิดที่ ${url}`,
	closed: 'ปิดแล้ว',
	serverFailed: (url: string) => `หน้าเว็บที่เปิดอยู่ที่ ${url} ทำคำสั่งนี้ไม่สำเร็จ ดูข้อความที่หน้าต่างของหน้าเว็บนั้น`,
	slowStart: 'ยังเปิดไม่เสร็จ ดูข้อความก่อนหน้านี้'
} as const;

export function sayRulingTrouble(trouble: RulingTrouble, { reading, indicator }: Ruling): string {
	const matter = `เรื่อง ${reading ?? 'การยกเว้น'} ของ ${indicator}`;
	switch (trouble.kind) {
		case 'no_question':
			return `ตัวชี้วัด ${indicator} ไม่มีเรื่อง ${reading ?? ''} ที่วินิจฉัยได้`;
		case 'nothing_proposed':
			return `${matter} ไม่มีข้อเสนอ ต้องเลือกคำตอบเอง`;
		case 'no_answer':
			return `คำตอบนี้ใช้กับ${matter} ไม่ได้ เลือกจากคำตอบที่มี`;
		case 'no_condition':
			return `เงื่อนไขที่ให้ใช้แทนข้อความที่หายใช้กับ ${indicator} ไม่ได้: ${trouble.why}`;
		case 'two_ladders': {
			const other = trouble.readings.find((one) => one !== reading) ?? trouble.readings[0];
			return `สลับ ${joinThai(trouble.readings)} ของ ${indicator} พร้อมกันไม่ได้ เพราะเขียนเกณฑ์ของ${trouble.over} ไว้คนละอย่าง ถ้าจะใช้ ${reading ?? ''} ให้ถอน ${other} ก่อน`;
		}
		case 'nothing_ruled':
			return reading === null
				? `ตัวชี้วัด ${indicator} ไม่ได้ยกเว้นอำเภอที่ระบุอยู่ จึงไม่มีอะไรให้ถอน`
				: `${matter} ยังไม่มีคำวินิจฉัยให้ถอน`;
		case 'no_indicator':
			return `ข้อตกลงนี้ไม่มีตัวชี้วัด ${indicator}`;
		case 'not_applied':
			return `อำเภอ ${joinThai(trouble.districts)} ไม่มีตัวชี้วัด ${indicator} อยู่แล้วตามข้อตกลง จึงไม่ต้องยกเว้น`;
		case 'weight_lost':
			return `น้ำหนักของ ${indicator} หายไปกับหน้าที่ขาดและรวมอยู่กับข้ออื่น จึงยกเว้นเฉพาะบางอำเภอไม่ได้`;
	}
}

export const officeComment = `# การตั้งค่าของสำนักงาน แก้ในโปรแกรมที่หน้า "ตั้งค่า" หรือแก้ที่นี่ก็ได้ ทุกข้อเว้นว่างได้ (null)
# name             ชื่อส่วนราชการที่หัวบันทึก
# document_number  เลขที่หนังสือ
# signer           ชื่อผู้ลงนาม    signer_position  ตำแหน่งผู้ลงนาม
# shares           สัดส่วนของแต่ละส่วนในคะแนนรวม เช่น {team: 70, individual: 30} รวมกันต้องได้ 100; null คือไม่คิดคะแนนรวม
# bands            ช่วงคะแนนจากสูงลงต่ำ เช่น [{grade: A, name: ดีเด่น, from: 90}]; null คือไม่แบ่งช่วง
# paper            เอกสารที่พิมพ์: เลข (digits: thai หรือ arabic) ขอบ (margins) และย่อหน้า (indent) เป็นเซนติเมตร
#                  ขนาดอักษร (sizes) เป็นพอยต์ของ TH Sarabun, ร่าง (draft), ชั้นความลับ (secrecy)
#                  ที่ตั้ง (address) และผู้ติดต่อ (contact) ของหนังสือภายนอก เขียนเป็นรายการบรรทัด
# ตราของสำนักงานวางเป็นแฟ้ม office/emblem.svg หรือ office/emblem.png ในโฟลเดอร์เดียวกันนี้
# แบบอักษรของสำนักงานวางเป็นแฟ้ม office/regular.ttf และ office/bold.ttf
`;

export const help = `วัดผล: คิดคะแนนตามข้อตกลงการปฏิบัติราชการระหว่างจังหวัดกับอำเภอ

วิธีใช้: npm run --silent kpi -- <คำสั่ง>

  check [ข้อตกลง…] [--all] [--json]      พิสูจน์ข้อตกลงก่อนใช้ --all แสดงข้อที่การตีความตอบแล้วด้วย
  describe <ข้อตกลง> [--json]            ข้อตกลงมีตัวชี้วัดใด ต้องรายงานอะไร
  template <ข้อตกลง> --out แฟ้ม.xlsx [--district อำเภอ]
                                         แบบกรอกผล ไม่ระบุอำเภอคือทุกอำเภอในแฟ้มเดียว
                                         --out แฟ้ม.zip หรือ โฟลเดอร์/ คืออำเภอละแฟ้ม
  score <ข้อตกลง> <แฟ้มผล…> [--json]     คิดคะแนนจากแฟ้มโดยไม่บันทึก
  import <แฟ้มหรือโฟลเดอร์…> [--round รอบ] [--sender ผู้ส่ง] [--partly] [--dry-run] [--answer คำตอบ] [--json]
                                         รับผลเข้าที่เก็บ รับทั้งหมดหรือไม่รับเลย --partly รับเฉพาะค่าที่ใช้ได้
                                         --dry-run ดูว่าจะเปลี่ยนอะไรโดยไม่บันทึก --answer 'district:แวงนอย=4007' ตอบคำถามของแฟ้ม
  rank <รอบ> [--json]                    อันดับของทุกอำเภอ
  compare <รอบ> <รอบ…> [--json]          เทียบรอบ: อันดับ ร้อยละ และสิ่งที่ทำให้เปลี่ยน
                                         รอบ@ปี-เดือน-วัน คือรอบนั้น ณ สิ้นวันนั้น รอบเดียวคือเทียบวันรายงานผลในรอบ
  explain <รอบ> <อำเภอ> <ส่วน> <ตัวชี้วัด> คะแนนนี้มาจากอะไร
      rank compare explain report: [--as-of 2024-02-20 หรือ 2024-02-20T14:00]
                                         ตามข้อมูลที่รับ ข้อตกลง และคำวินิจฉัยที่มีถึงวันหรือเวลานั้น
  report memo --round รอบ --out แฟ้ม.pdf  บันทึกข้อความถึงผู้ว่าราชการจังหวัด
  report letter --round รอบ [--district อำเภอ] --out แฟ้ม.pdf
                                         หนังสือแจ้งผลถึงอำเภอ ไม่ระบุอำเภอคือทุกอำเภอในแฟ้มเดียว
  report district --round รอบ --district อำเภอ --out แฟ้ม.pdf
                                         รายงานของอำเภอ
  report indicator --round รอบ --section ส่วน --indicator ข้อ --out แฟ้ม.pdf
                                         รายงานของตัวชี้วัดสำหรับกลุ่มงาน
  report comparison --round รอบ --with รอบ,รอบ --out แฟ้ม.pdf
                                         เปรียบเทียบกับรอบก่อน
  report book --round รอบ --out แฟ้ม.pdf  สมุดรายงานทั้งเล่ม
      report ทุกแบบ: [--digits thai|arabic] เลขในเอกสาร ไม่ระบุคือตามการตั้งค่าของสำนักงาน
      --out โฟลเดอร์/ เก็บเป็นแฟ้มแยก รายอำเภอหรือรายตัวชี้วัดเมื่อไม่ได้ระบุ
  office show [--json]                   การตั้งค่าของสำนักงาน: ทุกช่อง พร้อมชื่อและค่า
  office set ช่อง=ค่า …                    ตั้งค่า เช่น name='สพจ.ขก.' paper.digits=arabic paper.margins.left=3
                                         ช่องที่มีหลายบรรทัดเขียนซ้ำ เว้นค่าว่างคือไม่ตั้ง
  office emblem <แฟ้ม.svg|แฟ้ม.png>        ตราของสำนักงาน --remove เอาออก
  office font <ตัวปกติ.ttf> <ตัวหนา.ttf>    แบบอักษรของสำนักงาน --remove กลับไปใช้ Sarabun
  agreement new --round รอบ [--from รอบ] --out แฟ้ม.yaml
                                         คัดลอกข้อตกลงฉบับล่าสุดเป็นรอบใหม่ เลื่อนวันที่ และกำกับจุดที่ต้องอ่านเทียบ
  agreement add <แฟ้ม.yaml> [--preview]  ตรวจข้อตกลงแล้วใช้บังคับในที่เก็บข้อมูล; --preview ดูว่าใครเปลี่ยนโดยไม่บันทึก
  rule list <รอบ>                        เรื่องที่ข้อตกลงเขียนไม่ชัด และคำวินิจฉัยที่บันทึกแล้ว
  rule take|switch|withdraw <รอบ> <การตีความ> [ส่วน/ตัวชี้วัด] [--as คำตอบ] --reason เหตุผล [--preview]
                                         วินิจฉัย สลับการตีความ หรือถอน; --preview ดูว่าใครเปลี่ยนโดยไม่บันทึก
  rule exempt|include <รอบ> <ส่วน/ตัวชี้วัด> --districts อำเภอ,อำเภอ --reason เหตุผล [--preview]
                                         ยกเว้นตัวชี้วัดให้บางอำเภอ (น้ำหนักออกจากตัวหาร) หรือกลับไปใช้ตามเดิม
  rule take-all <รอบ> --reason เหตุผล [--preview]
                                         รับข้อเสนอทุกเรื่องที่ยังไม่วินิจฉัย
  journal [--round รอบ] [--out แฟ้ม.jsonl|.csv|.xlsx] [--json]
                                         สมุดบันทึก: ใคร ทำอะไร เมื่อใด .jsonl คือบรรทัดตามจริงทุกตัวอักษร
  user list [--json]                     ผู้ใช้ บทบาท และสถานะ
  user invite|add <อีเมล> --name ชื่อ --role บทบาท [--province จังหวัด] [--groups กลุ่ม,กลุ่ม] [--district รหัส]
                                         invite ให้ลิงก์คำเชิญ; add ให้บัญชีที่ใช้ได้ทันที อ่านรหัสผ่านจาก stdin
                                         บทบาท: director ผู้อำนวยการ, work_group กลุ่มงาน, district อำเภอ, viewer ผู้ดูผล
  user role <อีเมล> --role บทบาท […]       เปลี่ยนบทบาท
  user block|unblock|reset <อีเมล>        ระงับ เลิกระงับ หรือให้ลิงก์ตั้งรหัสผ่านใหม่ (หรือลิงก์คำเชิญใหม่)
  user sessions <อีเมล> [--end] [--json]   ที่เข้าสู่ระบบอยู่ --end ให้ออกทุกเครื่อง
  user link                              ลิงก์ตั้งผู้อำนวยการคนแรก ขณะเปิดหน้าเว็บและยังไม่มีใครมีบัญชี
  verify [--head บรรทัด:รหัส] [--against โฟลเดอร์] [--json]
                                         ตรวจว่าที่เก็บข้อมูลไม่ถูกแก้ ขาด หรือเสียหาย
                                         --head เทียบกับหัวสมุดที่จดไว้ --against เทียบกับข้อมูลสำรอง
  verify <รหัส WP-… หรือแฟ้ม.pdf> [--json]    ตรวจรหัสหรือแฟ้มของฉบับที่เผยแพร่
  rebuild                                สร้างฐานข้อมูลใหม่จากแฟ้มที่รับไว้
  backup <โฟลเดอร์> [--json]               สำรองทั้งที่เก็บเป็นแฟ้มเดียว สั่งได้ขณะเปิดหน้าเว็บ
  restore <แฟ้มหรือโฟลเดอร์> [--aside] [--check] [--json]
                                         คืนข้อมูลสำรองลงที่เก็บที่ว่าง โฟลเดอร์คือชุดใหม่สุดในนั้น
                                         --aside ย้ายของเดิมไปพักก่อน --check ตรวจข้อมูลสำรองโดยไม่คืน
  serve                                  เปิดหน้าเว็บ (PORT, HOST, ORIGIN)
  unit [--user ผู้ใช้ของเครื่อง]              พิมพ์แฟ้มบริการ systemd ของเครื่องนี้

ข้อตกลงระบุเป็นรอบ เช่น khon-kaen/2565-2 หรือเป็นแฟ้ม .yaml
ที่เก็บข้อมูลคือ data/store หรือตามตัวแปร KPI_STORE
จบด้วยรหัส 0 เรียบร้อย 1 มีเรื่องที่ต้องแก้ 2 ใช้คำสั่งไม่ถูก
`;

/** Where a problem stands. */
export const placeWords = {
	warning: 'ควรดู',
	line: (line: number) => `บรรทัด ${line}`,
	cell: (cell: string) => `ช่อง ${cell}`
} as const;

/** Headings of the tables at a terminal. */
export const tableWords = {
	until: (moment: string) => `ตามข้อมูลที่รับถึง ${when(moment)} ไม่ใช่ปัจจุบัน`,
	lateName: (name: string) => `${name} (ส่งช้า)`,
	code: 'รหัส',
	district: 'อำเภอ',
	weight: 'น้ำหนัก',
	lost: 'ไม่ปรากฏ',
	percent: 'ร้อยละ',
	best: 'สูงสุด',
	worst: 'ต่ำสุด',
	place: 'อันดับ',
	waiting: 'ยังเปิดอยู่',
	districts: (count: number) => `${count} อำเภอ`,
	key: 'ร้อยละคิดจากตัวชี้วัดที่มีคะแนนแล้ว ต่ำสุดและสูงสุดคือเมื่อรวมที่ยังไม่มีคะแนน แสดงทศนิยมสองตำแหน่ง อันดับคิดจากค่าเต็ม\n– ยังไม่รายงาน  ! ข้อมูลใช้ไม่ได้  ? ข้อตกลงไม่ได้กำหนด  · ไม่ใช้กับอำเภอนี้'
} as const;

export const statusMarks = {
	scored: '',
	not_reported: '–',
	invalid: '!',
	undecided: '?',
	not_applicable: '·'
} as const;

const colours: Readonly<Record<string, string>> = { green: 'เขียว', yellow: 'เหลือง', red: 'แดง' };
export const outcomeWords = (outcome: number | string | null) =>
	outcome === null ? '' : (colours[outcome] ?? String(outcome));

export const truthMarks = { met: '✓', unmet: '✗', open: '–', unclear: '?' } as const;

export const ruleWords = {
	proposed: '(ไม่ต้องระบุ --as)',
	isProposed: ' (ข้อเสนอ)',
	districts: (count: number, decided: boolean) => (decided ? `ผลของ ${count} อำเภออาศัยเรื่องนี้` : `${count} อำเภอรออยู่`),
	condition: `'{value: ชื่อข้อมูล, at_least: ตัวเลข}'  เงื่อนไขที่ใช้แทนข้อความที่หาย เขียนอย่างในข้อตกลง`,
	bound: (bounds: readonly number[], unit: string | null) =>
		`ตัวเลข  เกณฑ์ที่หายอยู่ที่${unit ?? 'ค่า'}เท่าใด (ขอบที่รู้อยู่ที่ ${joinThai(bounds.map(String))})`,
	exempt: 'ตัวชี้วัดที่ยกเว้นให้บางอำเภอ ถอนได้ด้วย rule include',
	exemptFrom: (names: readonly string[]) => `ไม่ใช้กับอำเภอ${joinThai(names)}`,
	figure: (bounds: readonly number[], unit: string | null) =>
		`ตัวเลข  เมื่อตัวหารเป็น 0 ให้นับเป็น${unit ?? 'ค่า'}เท่าใด (เกณฑ์อยู่ที่ ${joinThai(bounds.map(String))})`,
	given: (at: string, who: string, reason: string) => `วินิจฉัยแล้ว ${when(at)} โดย ${who}: ${reason}`,
	open: (count: number) => `เรื่องที่ข้อตกลงไม่ได้บอก ยังไม่วินิจฉัย ${count} เรื่อง`,
	switches: 'การตีความที่ใช้อยู่ สลับได้ด้วย rule switch',
	idle: (rulings: readonly string[]) => `คำวินิจฉัยที่ไม่มีผลกับข้อตกลงฉบับปัจจุบัน: ${joinThai(rulings)}`,
	place: 'อันดับ'
} as const;

const readingRoles: Readonly<Record<ExplainedReading['role'], string>> = {
	rests_on: 'ผลนี้อาศัยการตีความ',
	recommended: 'รอวินิจฉัยตามการตีความ',
	bears_on: 'การตีความที่เกี่ยวข้อง'
};

export const explainWords = {
	clause: (clause: string) => `ที่มา: ${clause}`,
	formula: (formula: string) => `สูตร: ${formula}`,
	from: (submission: number, place: string) => `การส่งครั้งที่ ${submission} ${place}`,
	whoChanged: 'ใครเปลี่ยน:',
	changed: (at: string, words: string, reason: string | null, line: number) =>
		`${when(at)} ${words}${reason === null ? '' : ` เหตุผล: ${reason}`} (สมุดบันทึกบรรทัดที่ ${line})`,
	reading: ({ id, words, taken, why, role }: ExplainedReading) =>
		`${readingRoles[role]} ${id} “${words}”: ${taken} เพราะ${/^[\d«“A-Za-z]/.test(why) ? ' ' : ''}${why}`,
	next: ({ outcome, needs, worth, place }: NextRung) =>
		`ถ้าจะถึง${outcome}: ${needs.join(' · ')} ได้เพิ่ม ${formatNumber(worth, { decimals: 2 })} คะแนนถ่วงน้ำหนัก${place === null ? '' : ` เป็นอันดับ ${place} ถ้าอำเภออื่นคงเดิม`}`
} as const;

export const compareWords = {
	oneRound: (id: string) => `รอบ ${id} ไม่มีวันรายงานผลระหว่างรอบให้เทียบ ระบุอีกรอบหนึ่ง`,
	tooMany: (most: number) => `เทียบได้ครั้งละไม่เกิน ${most} รอบ`,
	places: ['อันดับก่อน', 'อันดับนี้'],
	gained: 'ขึ้นลง',
	percents: ['ร้อยละก่อน', 'ร้อยละนี้'],
	change: 'เปลี่ยน',
	parts: { performance: 'ผลงาน', rule: 'เกณฑ์', weight: 'น้ำหนัก', coverage: 'ความครบ', unlike: 'เทียบไม่ได้' },
	like: 'ข้อที่เกณฑ์เดียวกัน',
	mean: (districts: number) => `เฉลี่ย ${districts} อำเภอ`,
	incomparable: (number: string, reason: string) => `${number}: เทียบไม่ได้ ${reason}`,
	hindered: (reason: string) => `แยกผลงานกับเกณฑ์ไม่ได้ ${reason}`,
	sectionAlone: (title: string, round: string) => `${title}มีใน${round}เท่านั้น จึงไม่ได้เทียบ`,
	same: (same: number, all: number) => `เกณฑ์และน้ำหนักเดิม ${same} จาก ${all} ตัวชี้วัด${same === all ? '' : ' ที่เหลือคือ'}`,
	key: `ผลงาน: ผลรอบหลังคิดด้วยเกณฑ์และน้ำหนักรอบก่อน (ใช้วันกำหนดของรอบหลัง) ลบผลรอบก่อน
เกณฑ์: เปลี่ยนเป็นเกณฑ์รอบหลัง  น้ำหนัก: เปลี่ยนเป็นน้ำหนักรอบหลัง
ความครบ: ข้อที่มีคะแนนเพียงรอบเดียว  เทียบไม่ได้: ข้อที่วัดคนละอย่างหรือแยกผลงานกับเกณฑ์ไม่ได้
ห้าส่วนรวมกันเท่ากับที่เปลี่ยนพอดีก่อนปัดเศษ ค่าเฉลี่ยนับอำเภอที่ยังไม่ส่งเป็น 0`,
	provinces: (provinces: readonly string[]) => `เทียบได้เฉพาะรอบของจังหวัดเดียวกัน ที่ระบุมาเป็นของ${joinThai(provinces)}`
} as const;

export const whatIfWords = {
	noSuchInput: (section: string, indicator: string, input: string) =>
		`ตัวชี้วัด ${section}/${indicator} ไม่มีรายการ ${input} ให้ลองเปลี่ยน`
} as const;
