// The API described for machines, OpenAPI 3.1. Every address under /api stands here; a test walks the routes and says which does not.
import { z } from 'zod';
import { apiSchemas, type ApiSchema } from './api-schemas.ts';
import { commandSchema, outcomeSchema } from '../beside.ts';

type Json = Readonly<Record<string, unknown>>;

const parameter = (
	name: string,
	place: 'path' | 'query' | 'header',
	description: string,
	schema: Json = { type: 'string' }
) => ({
	name,
	in: place,
	required: place === 'path',
	description,
	schema
});
const ofRound = [
	parameter('province', 'path', 'จังหวัดเป็นอักษรอังกฤษ เช่น khon-kaen'),
	parameter('round', 'path', 'รอบ เช่น 2565-2 หรือ 2567-q2')
];
const ofDocument = [...ofRound, parameter('document', 'path', 'ชื่อเอกสารตามรายการที่ /documents เช่น memo')];
const digits = parameter('digits', 'query', 'เลขในเอกสาร ไม่ระบุคือตามการตั้งค่าของสำนักงาน', {
	type: 'string',
	enum: ['thai', 'arabic']
});

const asOf = parameter('as-of', 'query', 'ตามข้อมูลที่รับถึงวันหรือเวลานี้ เช่น 2024-02-20 หรือ 2024-02-20T14:00 ไม่ระบุคือปัจจุบัน');

const schemaOf = (name: ApiSchema | 'Command' | 'Outcome') => ({ $ref: `#/components/schemas/${name}` });
const json = (description: string, name: Parameters<typeof schemaOf>[0]) => ({
	description,
	content: { 'application/json': { schema: schemaOf(name) } }
});
const missing = { 400: json('ขอไม่ถูก', 'Problem'), 404: json('ไม่พบรอบหรือเอกสารนี้', 'Problem') };
const printing = {
	...missing,
	500: json('พิมพ์ไม่สำเร็จ', 'Problem'),
	503: {
		...json('มีเอกสารรอพิมพ์เต็มแล้ว', 'Problem'),
		headers: { 'Retry-After': { description: 'วินาทีที่ควรรอ', schema: { type: 'integer' } } }
	}
};
const pdf = {
	description: 'เอกสาร',
	headers: { ETag: { description: 'เปลี่ยนเมื่อเอกสารเปลี่ยน', schema: { type: 'string' } } },
	content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } }
};

const workbook = {
	description: 'สมุดงาน',
	content: {
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
			schema: { type: 'string', format: 'binary' }
		}
	}
};

const paths = {
	'/healthz': {
		get: { operationId: 'health', summary: 'โปรแกรมเปิดอยู่', responses: { 200: json('เปิดอยู่', 'Health') } }
	},
	'/api/openapi.json': {
		get: {
			operationId: 'describe',
			summary: 'คำอธิบาย API นี้',
			responses: {
				200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } }
			}
		}
	},
	'/api/rounds': {
		get: { operationId: 'rounds', summary: 'รอบที่มี ล่าสุดก่อน', responses: { 200: json('รอบที่มี', 'Rounds') } }
	},
	'/api/{province}/{round}/rank': {
		get: {
			operationId: 'rank',
			summary: 'อันดับของทุกอำเภอ (เหมือนคำสั่ง rank --json)',
			parameters: [...ofRound, asOf],
			responses: { 200: json('อันดับ', 'RankAnswer'), ...missing }
		}
	},
	'/api/{province}/{round}/score': {
		get: {
			operationId: 'score',
			summary: 'ผลของทุกอำเภอทุกตัวชี้วัด (เหมือนคำสั่ง score --json)',
			parameters: [...ofRound, asOf],
			responses: { 200: json('ผล', 'ScoreAnswer'), ...missing }
		}
	},
	'/api/{province}/{round}/template.xlsx': {
		get: {
			operationId: 'template',
			summary: 'แบบกรอกผลของรอบ (เหมือนคำสั่ง template)',
			parameters: [...ofRound, asOf, parameter('district', 'query', 'รหัสหรือชื่ออำเภอ ไม่ระบุคือทุกอำเภอในแฟ้มเดียว')],
			responses: { 200: workbook, ...missing }
		}
	},
	'/api/{province}/{round}/documents': {
		get: {
			operationId: 'documents',
			summary: 'เอกสารทั้งหมดของรอบ',
			parameters: [...ofRound, asOf],
			responses: { 200: json('รายการเอกสาร', 'Documents'), ...missing }
		}
	},
	'/api/{province}/{round}/documents/{document}.pdf': {
		get: {
			operationId: 'printDocument',
			summary: 'เอกสารเป็น PDF ไบต์เดียวกับที่หน้าเว็บให้',
			parameters: [...ofDocument, asOf, digits],
			responses: { 200: pdf, 304: { description: 'ผู้ขอมีฉบับนี้แล้ว' }, ...printing }
		}
	},
	'/api/{province}/{round}/documents/{document}.json': {
		get: {
			operationId: 'printedData',
			summary: 'ข้อมูลที่พิมพ์ในเอกสารนั้น',
			parameters: [...ofDocument, asOf],
			responses: { 200: json('ข้อมูลที่พิมพ์', 'DocumentData'), ...printing }
		}
	},
	'/api/{province}/{round}/decisions': {
		get: {
			operationId: 'decisions',
			summary: 'ผลที่ส่งแล้วและสถานะของแต่ละรายการ',
			parameters: [...ofRound, asOf],
			responses: { 200: json('สถานะ', 'Decisions'), ...missing }
		},
		post: {
			operationId: 'decide',
			summary: 'อนุมัติหรือตีกลับผลตามที่ดูมา ถ้ามีรายการใดเปลี่ยนไปจะไม่บันทึกเลย',
			description: 'ต้องมีหัว Origin ของโปรแกรมนี้เมื่อส่งพร้อมคุกกี้',
			parameters: ofRound,
			requestBody: { required: true, content: { 'application/json': { schema: schemaOf('Decision') } } },
			responses: {
				200: json('บันทึกแล้ว', 'Decided'),
				403: json('เป็นของกลุ่มงานอื่น หรือไม่ได้ส่งจากที่อยู่ของโปรแกรมนี้', 'Problem'),
				409: json('มีผลที่เปลี่ยนไปหลังจากดู', 'DecisionsMoved'),
				422: json('อนุมัติหรือตีกลับไม่ได้', 'Problem'),
				...missing
			}
		}
	},
	'/api/{province}/{round}/submissions': {
		post: {
			operationId: 'sendFiles',
			summary: 'ส่งแฟ้มผลของรอบ ตรวจและรับ (เหมือนคำสั่ง import --json)',
			description:
				'ส่งเป็น multipart หรือส่งแฟ้มเดียวเป็นเนื้อหาทั้งหมดพร้อมหัว x-file-name ต้องมีหัว Origin ของโปรแกรมนี้เมื่อส่งเป็น multipart หรือพร้อมคุกกี้ ชื่อและผู้ส่งที่เป็นภาษาไทยในหัวให้เข้ารหัสแบบ URL',
			parameters: [
				...ofRound,
				parameter('preview', 'query', 'true คือดูว่าจะเปลี่ยนอะไรโดยไม่บันทึก', { type: 'boolean' }),
				parameter('partly', 'query', 'true คือรับเท่าที่ใช้ได้และเว้นที่เหลือ', { type: 'boolean' }),
				parameter('x-file-name', 'header', 'ชื่อแฟ้ม เมื่อส่งแฟ้มเดียวเป็นเนื้อหา'),
				parameter('x-sender', 'header', 'ผู้ส่ง เมื่อส่งแฟ้มเดียวเป็นเนื้อหา'),
				parameter('x-answers', 'header', 'คำตอบเป็น JSON เมื่อส่งแฟ้มเดียวเป็นเนื้อหา')
			],
			requestBody: {
				required: true,
				content: {
					'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
					'multipart/form-data': {
						schema: {
							type: 'object',
							required: ['files'],
							properties: {
								files: { type: 'array', items: { type: 'string', format: 'binary' } },
								sender: { type: 'string' },
								answers: { type: 'string', description: 'JSON ของคำตอบต่อคำถามในผลครั้งก่อน' }
							}
						}
					}
				}
			},
			responses: {
				200: json('รับแล้ว หรือผลของการดู', 'ImportAnswer'),
				422: json('ไม่ได้รับแฟ้มใด', 'ImportAnswer'),
				...missing
			}
		}
	},
	'/api/command': {
		post: {
			operationId: 'command',
			summary: 'คำสั่งจากโปรแกรมบรรทัดคำสั่งบนเครื่องเดียวกัน ต้องมีกุญแจในที่เก็บข้อมูล',
			security: [{ storeToken: [] }],
			requestBody: { required: true, content: { 'application/json': { schema: schemaOf('Command') } } },
			responses: {
				200: json('ผลของคำสั่ง', 'Outcome'),
				400: { description: 'คำสั่งไม่ถูกรูป' },
				404: { description: 'ไม่มีกุญแจหรือมาจากเครื่องอื่น' }
			}
		}
	}
} as const;

function componentSchemas(): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries({ ...apiSchemas, Command: commandSchema, Outcome: outcomeSchema }))
		registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
	return Object.fromEntries(Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]));
}

export const describeApi = () => ({
	openapi: '3.1.0',
	info: { title: 'วัดผล', version: '1', description: 'ผลตามข้อตกลงของจังหวัดกับอำเภอ ข้อผิดพลาดเป็นประโยคภาษาไทย' },
	paths,
	components: {
		schemas: componentSchemas(),
		securitySchemes: { storeToken: { type: 'http', scheme: 'bearer' } }
	}
});
