import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

// The shape of `AppBridge` in electron/core/bridge.ts; a sandboxed preload may import nothing else.
contextBridge.exposeInMainWorld('app', {
  call: (method: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('app:call', method, input),
  on: (topic: string, listener: (payload: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, about: string, payload: unknown): void => {
      if (about === topic) listener(payload)
    }
    ipcRenderer.on('app:event', hear)
    return () => void ipcRenderer.off('app:event', hear)
  },
})
