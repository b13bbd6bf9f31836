@echo off
rem Stands where Electron's executable would, with the same command line. See electron.sh.
setlocal
if not defined STANDIN_NODE set "STANDIN_NODE=%~dp0..\..\node_modules\node\bin\node.exe"
if not exist "%STANDIN_NODE%" set "STANDIN_NODE=node"
"%STANDIN_NODE%" --disable-warning=ExperimentalWarning --import "file:///%~dp0register.ts" "%~dp0boot.ts" %*
