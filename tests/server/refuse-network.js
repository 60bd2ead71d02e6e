// Loaded before Node where no namespace without a network can be made: every way out but to this machine is refused.
import { Socket } from 'node:net';

const isHere = (host) => host === undefined || /^(localhost|127\.|::1$)/.test(host);
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...words) {
	const [options] = Array.isArray(words[0]) ? words[0] : words;
	const host = typeof options === 'object' ? options.host : undefined;
	if (isHere(host) || options?.path !== undefined) return connect.apply(this, words);
	queueMicrotask(() => this.destroy(new Error(`no network: ${host}`)));
	return this;
};
