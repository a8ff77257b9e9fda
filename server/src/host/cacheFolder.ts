import os from 'node:os';
import path from 'node:path';

/** A folder of this user for what can be made anew; it need not be there. `undefined` where the user has none. */
export function cacheFolder(name: string): string | undefined {
  const caches = userCaches(process.env, process.platform);
  return caches === undefined || !path.isAbsolute(caches) ? undefined : path.join(caches, 'xen-session-notes', name);
}

function userCaches(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform === 'win32') return env.LOCALAPPDATA;
  return path.join(os.homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
}
