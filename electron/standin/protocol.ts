// The part of the DevTools protocol that the stand-in speaks, typed by hand:
// https://chromedevtools.github.io/devtools-protocol/

export interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
  readonly openerId?: string
}

export interface CdpFrame {
  readonly id: string
  readonly parentId?: string
  readonly name?: string
  readonly url: string
}

export interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Record<string, string>
    readonly postData?: string
    readonly postDataEntries?: readonly { readonly bytes?: string }[]
  }
}

export interface RemoteObject {
  readonly objectId?: string
  readonly value?: unknown
  readonly unserializableValue?: string
  readonly description?: string
}

export interface Evaluation {
  readonly result: RemoteObject
  readonly exceptionDetails?: { readonly text: string; readonly exception?: RemoteObject }
}

/** Screen coordinates of a browser window, in device-independent pixels. */
export interface WindowBounds {
  left?: number
  top?: number
  width?: number
  height?: number
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen'
}

export interface HeaderEntry {
  readonly name: string
  readonly value: string
}

/** What each event carries. */
export interface CdpEvents {
  close: []
  'Target.attachedToTarget': [
    { readonly sessionId: string; readonly targetInfo: TargetInfo; waitingForDebugger: boolean },
  ]
  'Target.detachedFromTarget': [{ readonly sessionId: string }]
  'Page.windowOpen': [
    {
      readonly url: string
      readonly windowName: string
      readonly windowFeatures: readonly string[]
    },
  ]
  'Page.frameAttached': [{ readonly frameId: string; readonly parentFrameId: string }]
  'Page.frameNavigated': [{ readonly frame: CdpFrame }]
  'Page.frameDetached': [{ readonly frameId: string; readonly reason: 'remove' | 'swap' }]
  'Page.frameResized': [unknown]
  'Page.navigatedWithinDocument': [{ readonly frameId: string; readonly url: string }]
  'Page.domContentEventFired': [unknown]
  'Page.loadEventFired': [unknown]
  'Page.javascriptDialogOpening': [{ readonly type: string }]
  'Inspector.targetCrashed': [unknown]
  'Runtime.bindingCalled': [
    { readonly name: string; readonly payload: string; readonly executionContextId: number },
  ]
  'Runtime.executionContextCreated': [
    {
      readonly context: {
        readonly id: number
        readonly name: string
        readonly auxData?: { readonly frameId?: string }
      }
    },
  ]
  'Runtime.executionContextDestroyed': [{ readonly executionContextId: number }]
  'Runtime.executionContextsCleared': [unknown]
  'Runtime.consoleAPICalled': [{ readonly type: string; readonly args: readonly RemoteObject[] }]
  'Fetch.requestPaused': [PausedRequest]
}

interface AutoAttach {
  autoAttach: boolean
  waitForDebuggerOnStart: boolean
  flatten: boolean
}

/** Parameters and answer of each command. */
export interface CdpCommands {
  'Browser.close': [undefined, unknown]
  'Browser.getVersion': [undefined, { readonly product: string }]
  'Browser.setPermission': [
    { permission: { name: string }; setting: 'granted' | 'denied' | 'prompt' },
    unknown,
  ]
  'Browser.getWindowForTarget': [
    { targetId: string },
    { readonly windowId: number; readonly bounds: WindowBounds },
  ]
  'Browser.setWindowBounds': [{ windowId: number; bounds: WindowBounds }, unknown]
  'Browser.setContentsSize': [{ windowId: number; width: number; height: number }, unknown]
  'Target.setAutoAttach': [AutoAttach, unknown]
  'Target.createTarget': [
    {
      url: string
      newWindow: boolean
      width: number
      height: number
      windowState?: 'normal' | 'minimized'
    },
    { readonly targetId: string },
  ]
  'Target.closeTarget': [{ targetId: string }, unknown]
  'Inspector.enable': [undefined, unknown]
  'Page.enable': [undefined, unknown]
  'Page.close': [undefined, unknown]
  'Page.reload': [undefined, unknown]
  'Page.bringToFront': [undefined, unknown]
  'Page.navigate': [{ url: string }, { readonly errorText?: string }]
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, unknown]
  'Page.captureScreenshot': [{ format: 'png' }, { readonly data: string }]
  'Page.handleJavaScriptDialog': [{ accept: boolean }, unknown]
  'Page.printToPDF': [Record<string, unknown>, { readonly data: string }]
  'Runtime.enable': [undefined, unknown]
  'Runtime.runIfWaitingForDebugger': [undefined, unknown]
  'Runtime.addBinding': [{ name: string; executionContextName: string }, unknown]
  'Runtime.evaluate': [
    { expression: string; contextId?: number; awaitPromise?: boolean; userGesture?: boolean },
    Evaluation,
  ]
  'Runtime.callFunctionOn': [
    { objectId: string; functionDeclaration: string; returnByValue: boolean },
    Evaluation,
  ]
  'Fetch.enable': [{ patterns: readonly { urlPattern: string }[] }, unknown]
  'Fetch.continueRequest': [{ requestId: string }, unknown]
  'Fetch.failRequest': [{ requestId: string; errorReason: string }, unknown]
  'Fetch.fulfillRequest': [
    {
      requestId: string
      responseCode: number
      responseHeaders?: readonly HeaderEntry[]
      body: string
    },
    unknown,
  ]
  'Emulation.setEmulatedMedia': [{ features: readonly { name: string; value: string }[] }, unknown]
  'Emulation.setUserAgentOverride': [{ userAgent: string }, unknown]
  'Emulation.setDeviceMetricsOverride': [
    { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    unknown,
  ]
  'Emulation.clearDeviceMetricsOverride': [undefined, unknown]
  'Storage.clearDataForOrigin': [{ origin: string; storageTypes: string }, unknown]
}
