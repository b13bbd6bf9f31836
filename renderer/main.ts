import './main.css'
import './client/zod.ts'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import App from './App.vue'
import { routes } from './routes.ts'
import { copyInLatin } from './ui/latin-copy.ts'

// A desktop window has no address to show.
const router = createRouter({ history: createMemoryHistory(), routes: [...routes] })

copyInLatin(document)
createApp(App).use(createPinia()).use(router).use(ui).mount('#app')
