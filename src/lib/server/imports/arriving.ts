import type { Evidence } from '../store/acts.ts';

/** A file on its way in. */
export interface Arriving {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** the round it belongs to; null when nobody could tell */
	readonly round: string | null;
	readonly sender: string | null;
	/** when it came, where that is known from elsewhere (the demo); null is now */
	readonly received_at: string | null;
	/** of results filled in on the web; the files it names are in the archive before this one is */
	readonly evidence?: readonly Evidence[];
}
