import { afterAll } from 'vitest'
import { removeTemporaryFolders } from './temporary-folder.ts'

// Vitest's workers end without an exit event.
afterAll(removeTemporaryFolders)
