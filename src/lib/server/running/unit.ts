// A systemd unit for this installation, closed as far as the program can bear it: it writes to its store and nowhere else.

export interface UnitWish {
	/** whole paths */
	readonly root: string;
	readonly node: string;
	readonly store: string;
	/** the user it runs as */
	readonly user: string;
	/** what the server is told by its environment, by name */
	readonly settings: Readonly<Record<string, string>>;
	/** bytes of the machine's memory */
	readonly memory: number;
}

/** What a server may be told that is of this machine and no secret. */
export const unitSettings = [
	'HOST',
	'PORT',
	'ORIGIN',
	'ADDRESS_HEADER',
	'XFF_DEPTH',
	'PROTOCOL_HEADER',
	'HOST_HEADER',
	'PORT_HEADER',
	'LOG_REQUESTS'
] as const;

/** As a word of a unit: percent signs and dollars mean something there. */
const word = (text: string, dollars = false) => {
	const plain = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%');
	return `"${dollars ? plain.replaceAll('$', '$$$$') : plain}"`;
};
/** A path that is the whole of a setting is not taken in quotes. */
const path = (text: string) => text.replaceAll('%', '%%');

const gigabyte = 1024 ** 3;
/** Half of the machine, but enough for a book of a large province and never all of a small one. */
export const boundMemory = (bytes: number): string => `${Math.max(1, Math.min(8, Math.round(bytes / gigabyte / 2)))}G`;

/** Ports below it are the system's. */
const firstFreePort = 1024;

export function writeUnit({ root, node, store, user, settings, memory }: UnitWish): string {
	const told = { LOG: 'json', ...settings, KPI_STORE: store, NODE_ENV: 'production' };
	const environment = Object.entries(told).map(([name, value]) => `Environment=${word(`${name}=${value}`)}`);
	const lowPort = Number(settings['PORT'] ?? 3000) < firstFreePort;
	const capabilities = lowPort ? 'CAP_NET_BIND_SERVICE' : '';
	const atHome = [root, store, node].some((one) => /^\/(?:home|root)\//.test(one));
	const program = [node, '--import', `${root}/src/load-text.js`, `${root}/src/kpi.ts`, 'serve'];
	return `# /etc/systemd/system/watphon.service

[Unit]
Description=watphon, provincial scorecard
Documentation=file:${path(encodeURI(root))}/README.md
After=network.target
StartLimitIntervalSec=120
StartLimitBurst=5

[Service]
Type=exec
User=${user}
WorkingDirectory=${path(root)}
ExecStart=${program.map((one) => word(one, true)).join(' ')}
${environment.join('\n')}
Restart=on-failure
RestartSec=5
# wrong use: the same words would be wrong again
RestartPreventExitStatus=2
KillSignal=SIGTERM
TimeoutStopSec=60
MemoryMax=${boundMemory(memory)}
TasksMax=256
LimitNOFILE=65536

# it reads its program and writes to its store alone
ReadWritePaths=${word(store)}
ProtectSystem=strict
ProtectHome=${atHome ? 'read-only' : 'true'}
PrivateTmp=true
PrivateDevices=true
UMask=0077
NoNewPrivileges=true
CapabilityBoundingSet=${capabilities}
AmbientCapabilities=${capabilities}
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=true
RestrictRealtime=true
RestrictSUIDSGID=true
LockPersonality=true
ProtectClock=true
ProtectControlGroups=true
ProtectHostname=true
ProtectKernelLogs=true
ProtectKernelModules=true
ProtectKernelTunables=true
ProtectProc=invisible
RemoveIPC=true
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;
}
