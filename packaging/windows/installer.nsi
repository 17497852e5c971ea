; Per-user installer for Windows 10 and later; packaging/build/windows.py calls makensis with:
;   VERSION  of the program   FILES  instructions that unpack the frozen folder     ICON  its icon
;   OUT      the installer to write     KIND  amd64-unicode or x86-unicode
;   WINDOW   bluebook-desktop     COMMAND_LINE  bluebook     SIZE  kilobytes that are installed
; Silent: SETUP.exe /S [/D=C:\folder]   Removal: "Uninstall.exe" /S   docs/install.md lists the exit codes.
;
; New files are unpacked into a folder of their own, are started once there, and only then take the place of the old
; ones, each by one renaming. Whatever ends this program before that leaves the installed program as it was; an end
; amid the renaming is put right at the next start (Recover).

Unicode true
Target ${KIND}
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
RequestExecutionLevel user
AllowSkipFiles off
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true

!include MUI2.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Bluebook Desktop"
!define PUBLISHER "The Bluebook Desktop authors"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\BluebookDesktop"
!define OWN "Software\BluebookDesktop"
!define CLASSES "Software\Classes"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define SCHEME "bluebook"
!define INCOMING "bluebook-incoming"
!define OUTGOING "bluebook-outgoing"
; Exit codes; NSIS itself has 1 (cancelled by the reader) and 2 (ended by a failure).
!define RUNNING 3
!define NEWER 4
!define UNSUITED 5

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${OWN}" "Folder"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installer of ${NAME}"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "${PUBLISHER}, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open ${NAME}"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} is removed from this computer. Your notebook, settings and imported sections stay where they are."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Tell why nothing is done: in a box, or, when silent, to whoever reads this program's output. Then end.
!macro Refuse STATUS SENTENCE
  Push "${SENTENCE}"
  Push ${STATUS}
  Call ${UN}Refuse
!macroend
!define Refuse "!insertmacro Refuse"

!macro Shared UN_
  !define UN "${UN_}"

  Function ${UN}Refuse
    Exch $1
    Exch
    Exch $0
    DetailPrint "$0"
    IfSilent 0 shown
      System::Call 'kernel32::AttachConsole(i -1)'
      System::Call 'kernel32::GetStdHandle(i -12) p .r2'
      System::Call 'kernel32::lstrlenA(m r0) i .r3'
      System::Call 'kernel32::WriteFile(p r2, m "$0$\r$\n", i r3 + 2, *i .r4, p 0)'
      Goto told
    shown:
      MessageBox MB_OK|MB_ICONSTOP "$0"
    told:
    SetErrorLevel $1
    Quit
  FunctionEnd

  ; Refuse while one of the programs runs: Windows lets nobody write to a program that does.
  Function ${UN}RequireEnded
    Push "$INSTDIR\${WINDOW}.exe"
    Call ${UN}RequireFree
    Push "$INSTDIR\${COMMAND_LINE}.exe"
    Call ${UN}RequireFree
  FunctionEnd

  Function ${UN}RequireFree
    Exch $0
    ; GENERIC_WRITE, all may share, OPEN_EXISTING
    System::Call 'kernel32::CreateFile(t r0, i 0x40000000, i 7, p 0, i 3, i 0, p 0) p .r1 ?e'
    Pop $2
    ${If} $1 P<> -1
      System::Call 'kernel32::CloseHandle(p r1)'
    ${ElseIf} $2 = 32
      ${Refuse} ${RUNNING} "${NAME} is running. Close it and try again; nothing was changed."
    ${EndIf}
    Pop $0
  FunctionEnd
!macroend

!insertmacro Shared ""

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    ${Refuse} ${UNSUITED} "${NAME} needs 64-bit Windows 10 or later."
  ${EndIf}
  ReadRegStr $0 HKCU "${REMOVAL}" "DisplayVersion"
  ReadRegStr $1 HKCU "${REMOVAL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$1\${WINDOW}.exe"
    ${VersionCompare} "$0" "${VERSION}" $2
    ${If} $2 = 1
      ${Refuse} ${NEWER} "${NAME} $0 is installed, which is newer than this ${VERSION}. Remove it first if you want the older one; nothing was changed."
    ${EndIf}
  ${EndIf}
FunctionEnd

; Put a file or folder of the installed program in its place.
!macro MoveIn FROM PART
  ClearErrors
  Rename "$INSTDIR\${FROM}\${PART}" "$INSTDIR\${PART}"
!macroend

; Take what was cut off before back to a whole program: to the old one, unless the new one was all in its place.
Function Recover
  ${If} ${FileExists} "$INSTDIR\${OUTGOING}\*.*"
  ${AndIf} ${FileExists} "$INSTDIR\${INCOMING}\*.*"
    Call RollBack
  ${EndIf}
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir /r "$INSTDIR\${OUTGOING}"
FunctionEnd

; A part that is neither set aside nor waiting has been moved in; on a first installation nothing takes its place.
!macro TakeBack PART
  ${If} ${FileExists} "$INSTDIR\${PART}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${INCOMING}\${PART}"
    Rename "$INSTDIR\${PART}" "$INSTDIR\${INCOMING}\${PART}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${OUTGOING}\${PART}"
    !insertmacro MoveIn "${OUTGOING}" "${PART}"
  ${EndIf}
!macroend

Function RollBack
  !insertmacro TakeBack "${WINDOW}.exe"
  !insertmacro TakeBack "${COMMAND_LINE}.exe"
  !insertmacro TakeBack "lib"
FunctionEnd

!macro SetAside PART
  ${If} ${FileExists} "$INSTDIR\${PART}"
    ClearErrors
    Rename "$INSTDIR\${PART}" "$INSTDIR\${OUTGOING}\${PART}"
    IfErrors undo
  ${EndIf}
!macroend

!macro Settle PART
  !insertmacro MoveIn "${INCOMING}" "${PART}"
  IfErrors undo
!macroend

; The new program takes the place of the old one.
Function Swap
  CreateDirectory "$INSTDIR\${OUTGOING}"
  !insertmacro SetAside "${WINDOW}.exe"
  !insertmacro SetAside "${COMMAND_LINE}.exe"
  !insertmacro SetAside "lib"
  !insertmacro Settle "lib"
  !insertmacro Settle "${COMMAND_LINE}.exe"
  !insertmacro Settle "${WINDOW}.exe"
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir /r "$INSTDIR\${OUTGOING}"
  Return
undo:
  Call RollBack
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir /r "$INSTDIR\${OUTGOING}"
  ${Refuse} ${RUNNING} "The files of ${NAME} are in use. Close what uses them and try again; the installed program is as it was."
FunctionEnd

; A folder that was chosen may hold another program's files, and none of them is to be written over.
Function RequireOwnFolder
  ${If} ${FileExists} "$INSTDIR\lib\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${WINDOW}.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\${OUTGOING}\*.*"
    ${Refuse} ${UNSUITED} "The folder $INSTDIR holds something else. Choose another one; nothing was changed."
  ${EndIf}
FunctionEnd

Section "${NAME}"
  SetShellVarContext current
  Call RequireOwnFolder
  Call RequireEnded
  Call Recover
  SetOverwrite on
  !include "${FILES}"
  nsExec::Exec '"$INSTDIR\${INCOMING}\${COMMAND_LINE}.exe" --version'
  Pop $0
  ${If} $0 != 0
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\${INCOMING}"
    ${Refuse} ${UNSUITED} "The new program does not start on this computer ($0); the installed program is as it was."
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call Swap
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  Call Register
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP" ; a folder that a program stands in cannot be taken away
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir "$INSTDIR"
  ${Refuse} 2 "The files of ${NAME} could not be written; is the disk full? What was installed before is as it was."
FunctionEnd

Function Register
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}.exe" "" "" "" "" "" "Reads and searches Japan's Diplomatic Bluebook"
  WriteRegStr HKCU "${OWN}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\${SCHEME}" "" "URL:${NAME}"
  WriteRegStr HKCU "${CLASSES}\${SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\${SCHEME}\DefaultIcon" "" "$INSTDIR\${WINDOW}.exe,0"
  WriteRegStr HKCU "${CLASSES}\${SCHEME}\shell\open\command" "" '"$INSTDIR\${WINDOW}.exe" "%1"'
  WriteRegStr HKCU "${APP_PATHS}\${WINDOW}.exe" "" "$INSTDIR\${WINDOW}.exe"
  WriteRegStr HKCU "${APP_PATHS}\${COMMAND_LINE}.exe" "" "$INSTDIR\${COMMAND_LINE}.exe"
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\${WINDOW}.exe"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  Call TellShell
FunctionEnd

Function TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd

!undef UN
!insertmacro Shared "un."

; What set-up wrote, and nothing else: the reader's data is in %LOCALAPPDATA%\bluebook-desktop, and stays.
Section "Uninstall"
  SetShellVarContext current
  Call un.RequireEnded
  Delete "$INSTDIR\${WINDOW}.exe"
  Delete "$INSTDIR\${COMMAND_LINE}.exe"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir /r "$INSTDIR\${OUTGOING}"
  ; Another copy of the program may have taken the entries since; then that one is still there.
  ReadRegStr $0 HKCU "${OWN}" "Folder"
  ${IfNot} ${FileExists} "$0\${WINDOW}.exe"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "${CLASSES}\${SCHEME}"
    DeleteRegKey HKCU "${APP_PATHS}\${WINDOW}.exe"
    DeleteRegKey HKCU "${APP_PATHS}\${COMMAND_LINE}.exe"
    DeleteRegKey HKCU "${REMOVAL}"
    DeleteRegKey HKCU "${OWN}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${EndIf}
  SetOutPath "$TEMP"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
