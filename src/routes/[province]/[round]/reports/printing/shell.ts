// The page around the lines of progress is drawn by Svelte like every other; the lines go where this stands.
export const placeholder = '[[progress]]';

/** Says that the shell is asked for by the address that fills it. */
export const shellHeader = 'x-watphon-shell';
