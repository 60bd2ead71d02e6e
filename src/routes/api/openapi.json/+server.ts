import { json } from '@sveltejs/kit';
import { describeApi } from '$lib/server/http/openapi.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(describeApi());
