import type { RouteRecordRaw } from 'vue-router'

/** The screens of the work area, loaded when first opened. Panels are named in `pages/workspace.store.ts`. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'counter', component: () => import('./pages/CounterPage.vue') },
  { path: '/worklist', name: 'worklist', component: () => import('./pages/WorklistPage.vue') },
  { path: '/tickets', name: 'tickets', component: () => import('./pages/TicketsPage.vue') },
  {
    path: '/worklist/:trackingCode',
    name: 'decision',
    component: () => import('./pages/DecisionPage.vue'),
  },
  { path: '/report', name: 'report', component: () => import('./pages/ReportPage.vue') },
  {
    path: '/registration',
    name: 'registration',
    component: () => import('./pages/RegistrationPage.vue'),
  },
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
