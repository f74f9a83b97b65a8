import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What to do where there is no Chromium. */
export const HOW_TO_GET_CHROMIUM =
  'No Chromium was found: install it (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM to its path.';

/** The Chromium that CHROMIUM names, or the one on PATH. @returns {string | null} its path */
export function findChromium(env = process.env) {
  if (env.CHROMIUM) return isProgram(env.CHROMIUM) ? env.CHROMIUM : null;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      if (folder !== '' && isProgram(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
