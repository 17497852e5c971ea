/* Enough of Windows' icuuc.dll for Qt6Core to load under Wine, which lacks it. Windows 10 has the real one.
   Only Wine's prefix at build time gets this (packaging/build/wine.py): it is never shipped.
   Every call that would convert text fails, and Qt then does without. */

#define EXPORTED __declspec(dllexport)

typedef int status;
enum { UNSUPPORTED = 16 }; /* U_UNSUPPORTED_ERROR */

int __stdcall DllMain(void *library, unsigned reason, void *reserved) { return 1; }

EXPORTED void *ucnv_open(const char *name, status *error) { *error = UNSUPPORTED; return 0; }
EXPORTED const char *ucnv_getName(void *converter, status *error) { *error = UNSUPPORTED; return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, status *error) {
    *error = UNSUPPORTED;
    return 0;
}
EXPORTED const char *ucnv_getAvailableName(int number) { return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED int ucnv_fromUCountPending(void *converter, status *error) { return 0; }
EXPORTED int ucnv_toUCountPending(void *converter, status *error) { return 0; }
EXPORTED signed char ucnv_getMaxCharSize(void *converter) { return 1; }

/* These are called with a converter alone, and there never is one. */
EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}
EXPORTED void ucnv_toUnicode(void) {}
EXPORTED void ucnv_fromUnicode(void) {}
EXPORTED void ucnv_setToUCallBack(void) {}
EXPORTED void ucnv_getToUCallBack(void) {}
EXPORTED void ucnv_setFromUCallBack(void) {}
EXPORTED void ucnv_getFromUCallBack(void) {}
EXPORTED void ucnv_cbToUWriteUChars(void) {}
EXPORTED void ucnv_cbFromUWriteUChars(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
