import { z } from 'zod'

// zod compiles schemas with `new Function` where it can; a strict CSP reports even the attempt.
z.config({ jitless: true })
