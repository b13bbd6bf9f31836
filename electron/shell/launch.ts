import path from 'node:path'

/** How the program was started, from its command line and environment. */
export interface Launch {
  /** The words after `office`: the console is wanted instead of the window. */
  readonly consoleWords: readonly string[] | undefined
  /** The office's data folder, when named; absolute. */
  readonly officeFolder: string | undefined
  /** An office that does not exist yet becomes the demonstration office. */
  readonly demonstration: boolean
}

/**
 * Reads the command line. A program started from its sources makes the demonstration office unless
 * told otherwise; an installed one only when asked with `--demonstration`.
 *
 * @param words  the whole command line, the executable first
 */
export function readLaunch(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  packaged: boolean,
): Launch {
  const folder = valueOf(words, 'office') ?? environment['BAJEH_OFFICE_DIR']
  const empty = words.includes('--empty-office') || environment['BAJEH_EMPTY_OFFICE'] === '1'
  return {
    consoleWords: consoleWords(words, packaged),
    officeFolder: folder === undefined || folder === '' ? undefined : path.resolve(folder),
    demonstration: packaged ? words.includes('--demonstration') : !empty,
  }
}

/** Electron's own switches may stand anywhere; from sources, the first plain word is the program. */
function consoleWords(words: readonly string[], packaged: boolean): string[] | undefined {
  const plain = words.flatMap((word, at) => (at === 0 || word.startsWith('-') ? [] : [at]))
  const at = plain[packaged ? 0 : 1]
  return at !== undefined && words[at] === 'office' ? words.slice(at + 1) : undefined
}

function valueOf(words: readonly string[], name: string): string | undefined {
  return words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
}
