// What is printed at a terminal quotes files and people: nothing of it moves the cursor, paints, or turns the direction of a line.
import { escapeControls } from '../running/log-text.ts';

/** Lines and tabs stay; in JSON, what is written instead says the same. */
export const plainOutput = (said: string): string => said.replaceAll(/[^\n\t]+/g, escapeControls);
