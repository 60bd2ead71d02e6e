// The office's own picture where the regulation has one: 1.5 cm high on a memo, 3 cm on an outgoing letter.
import type { Content } from 'pdfmake/interfaces.js';
import type { Emblem } from '../ranking/round.ts';

/** In its own proportions inside `width` × `height` points. */
export function showEmblem(emblem: Emblem, width: number, height: number): Content {
	const fit: [number, number] = [width, height];
	const about = { fit, alt: 'ตราของหน่วยงาน' };
	return emblem.kind === 'svg'
		? { svg: emblem.svg, ...about }
		: { image: `data:image/png;base64,${emblem.base64}`, ...about };
}
