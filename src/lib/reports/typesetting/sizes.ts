// Official sizes are given for TH Sarabun, whose ก is 0.400 em high; in Sarabun it is 0.586 em. All measures are points.

/** Points of Sarabun that look like `points` of TH Sarabun. */
export const officialSize = (points: number): number => Math.round(points * (0.4 / 0.586) * 10) / 10 - 0.1;

export const centimetres = (cm: number): number => (cm * 72) / 2.54;

/** Below this, marks of two lines collide. */
export const lineHeight = 1.48;
/** The form of the regulation on correspondence: left 3 cm, right 2 cm, bottom 2 cm; sources differ on the top. */
export const margins = {
	left: centimetres(3),
	top: centimetres(2),
	right: centimetres(2),
	bottom: centimetres(2)
} as const;
export const page = { width: 595.28, height: 841.89 } as const;
