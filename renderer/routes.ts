import type { RouteRecordRaw } from 'vue-router'

/** The screens of the work area, loaded when first opened. Panels are named in `pages/workspace.store.ts`. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'counter', component: () => import('./pages/CounterPage.vue') },
  { path: '/worklist', name: 'worklist', component: () => import('./pages/WorklistPage.vue') },
  {
    path: '/print-queue',
    name: 'print-queue',
    component: () => import('./pages/PrintQueuePage.vue'),
  },
  {
    path: '/verification',
    name: 'verification',
    component: () => import('./pages/VerificationPage.vue'),
  },
  {
    path: '/administration',
    name: 'administration',
    component: () => import('./pages/AdministrationPage.vue'),
  },
]
