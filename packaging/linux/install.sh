#!/bin/sh
# Bluebook Desktop @VERSION@ for one user of any Linux (x86-64, glibc @GLIBC@ or later), without an administrator.
#
#   sh FILE [--silent] [--prefix FOLDER] [--no-menu]   install, or bring an older version up to date
#   sh FILE --extract FOLDER                           only unpack the program into a new folder
#   sh FILE --uninstall [--prefix FOLDER]              remove it; your library and notebook stay
#   sh FILE --version | --help
set -eu
VERSION=@VERSION@
FIRST=@FIRST@
SHA=@SHA@
NAME=bluebook-desktop
ID=org.bluebook.Bluebook
MODE=install
SILENT=
MENU=yes
PREFIX=

say() {
    [ -n "$SILENT" ] || printf '%s\n' "$1"
}

# Started by a double click there is no terminal to read an answer in.
show() {
    if [ -n "$SILENT" ] || [ -t 1 ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then return 0; fi
    if command -v zenity > /dev/null; then zenity "--$1" --no-markup --title='Bluebook Desktop' --text="$2" || :
    elif command -v kdialog > /dev/null; then kdialog --title 'Bluebook Desktop' --msgbox "$2" || :
    elif command -v xmessage > /dev/null; then xmessage -center "$2" || :
    fi > /dev/null 2>&1
}

fail() {
    printf 'Bluebook Desktop: %s\n' "$1" >&2
    show error "$1"
    exit "${2:-1}"
}

while [ $# -gt 0 ]; do
    case $1 in
        --silent) SILENT=yes ;;
        --no-menu) MENU= ;;
        --uninstall) MODE=uninstall ;;
        --prefix | --extract)
            [ $# -gt 1 ] && [ -n "$2" ] || fail "$1 needs a folder." 2
            [ "$1" = --prefix ] || MODE=extract
            PREFIX=$2
            shift ;;
        --version) echo "$VERSION"; exit 0 ;;
        --help | -h) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) fail "There is no option $1; --help lists them." 2 ;;
    esac
    shift
done

[ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6) || HOME=
[ -n "$HOME" ] || [ -n "$PREFIX" ] || fail "It is not known where your home folder is; --prefix FOLDER says where to install." 2
[ -n "$PREFIX" ] || PREFIX=$HOME/.local/opt/$NAME
case $PREFIX in
    /*) ;;
    *) PREFIX=$PWD/$PREFIX ;;
esac
PREFIX=${PREFIX%/}
case $PREFIX in
    *[\"\\:\;,]*) fail "The folder cannot have one of \" \\ : ; , in its name: the system and Qt would not find its parts there." 2 ;;
esac
SHARE=${XDG_DATA_HOME:-$HOME/.local/share}
BIN=$HOME/.local/bin
OLD=$PREFIX.old
NEW=

running() {
    for exe in /proc/[0-9]*/exe; do
        case $(readlink "$exe" 2> /dev/null || :) in
            "$PREFIX/$NAME" | "$PREFIX/bluebook") return 0 ;;
        esac
    done
    return 1
}

refresh() {
    if command -v update-desktop-database > /dev/null; then update-desktop-database -q "$SHARE/applications" || :; fi
    if command -v gtk-update-icon-cache > /dev/null; then gtk-update-icon-cache -qtf "$SHARE/icons/hicolor" || :; fi
} 2> /dev/null

# Whatever ends this, the version before is in its place again and nothing half done is left.
tidy() {
    status=$?
    trap - EXIT
    [ -z "$NEW" ] || rm -rf "$NEW"
    if [ -d "$OLD" ] && [ ! -e "$PREFIX" ]; then mv "$OLD" "$PREFIX"; fi
    exit "$status"
}

remove_outside() {
    for link in "$BIN/$NAME" "$BIN/bluebook"; do
        case $(readlink "$link" 2> /dev/null || :) in
            "$PREFIX"/*) rm -f "$link" ;;
        esac
    done
    [ -f "$PREFIX/setup/files" ] || return 0
    while IFS= read -r file; do
        case $file in
            "$SHARE"/*) rm -f "$file" ;;
        esac
    done < "$PREFIX/setup/files"
}

uninstall() {
    [ -f "$PREFIX/setup/version" ] || fail "It is not installed in $PREFIX."
    if running; then fail "Bluebook Desktop is running: close it, then remove it."; fi
    remove_outside
    rm -rf "$PREFIX" || fail "Not everything in $PREFIX could be removed."
    refresh
    say "Removed. Your library and notebook in $SHARE/$NAME were left alone."
}

check_before() {
    [ "$(uname -m)" = x86_64 ] || fail "This is built for x86-64, and this computer is $(uname -m)."
    if running; then fail "Bluebook Desktop is running: close it, then install."; fi
    if [ -e "$PREFIX" ]; then
        [ "$MODE" = install ] || fail "$PREFIX is there already; name a new folder."
        [ -f "$PREFIX/setup/version" ] || fail "$PREFIX is there already, and is no Bluebook Desktop that was installed by this file."
        there=$(cat "$PREFIX/setup/version")
        newest=$(printf '%s\n%s\n' "$VERSION" "$there" | sort -V | tail -n 1)
        [ "$newest" = "$VERSION" ] || fail "Version $there is installed, which is newer than $VERSION; it was left as it is."
    fi
    [ "$(tail -n +"$FIRST" "$0" | sha256sum | cut -d' ' -f1)" = "$SHA" ] || fail "This file is damaged or was not copied whole: get it once more."
}

unpacked() {
    if command -v xz > /dev/null; then xz -dc
    elif command -v python3 > /dev/null; then
        python3 -c 'import lzma, shutil, sys; shutil.copyfileobj(lzma.open(sys.stdin.buffer), sys.stdout.buffer)'
    else fail "xz is missing, which unpacks this file; the package xz or xz-utils has it."
    fi
}

unpack() {
    mkdir -p "$(dirname "$PREFIX")" 2> /dev/null || fail "$(dirname "$PREFIX") cannot be written to."
    for left in "$PREFIX".new.*; do
        if [ -d "$left" ] && ! kill -0 "${left##*.}" 2> /dev/null; then rm -rf "$left"; fi
    done
    NEW=$PREFIX.new.$$
    mkdir "$NEW" 2> /dev/null || { NEW=; fail "$(dirname "$PREFIX") cannot be written to."; }
    if ! tail -n +"$FIRST" "$0" | unpacked | tar -xf - -C "$NEW" --strip-components=1 --no-same-owner 2> /dev/null; then
        fail "It could not be unpacked into $(dirname "$PREFIX") (is there room for 150 MB?); nothing was changed."
    fi
    if ! said=$(BLUEBOOK_HOME="$NEW/setup/trial" "$NEW/$NAME" --self-test 2>&1); then
        printf '%s\n' "$said" | grep -E '^failed|^bluebook-desktop: |Error' >&2 || printf '%s\n' "$said" >&2
        fail "This computer cannot run it, as the lines above tell; nothing was changed."
    fi
    rm -rf "$NEW/setup/trial"
}

swap() {
    [ ! -e "$PREFIX" ] || { remove_outside; rm -rf "$OLD"; mv "$PREFIX" "$OLD"; }
    mv "$NEW" "$PREFIX"
    NEW=
    rm -rf "$OLD"
}

# Each file outside of the folder is noted, so that it is removed with it.
place() {
    mkdir -p "$(dirname "$SHARE/$2")" && cp "$1" "$SHARE/$2" && printf '%s\n' "$SHARE/$2" >> "$PREFIX/setup/files"
}

enter_menu() {
    for file in icons/hicolor/*/apps/$ID.* man/man1/*.gz bash-completion/completions/bluebook fish/vendor_completions.d/bluebook.fish; do
        for one in "$PREFIX/share/"$file; do place "$one" "${one#"$PREFIX/share/"}" || return 1; done
    done
    exec_path=$(printf '%s' "$PREFIX/$NAME" | sed 's/[\\"`$]/\\&/g; s/%/%%/g; s/\\/\\\\/g')
    awk -v exec_path="$(printf '%s' "$exec_path" | sed 's/\\/\\\\/g')" -v try_path="$(printf '%s' "$PREFIX/$NAME" | sed 's/\\/\\\\\\\\/g')" '
        /^Exec=/ { print "Exec=\"" exec_path "\" %u"; next }
        /^TryExec=/ { print "TryExec=" try_path; next }
        { print }' "$PREFIX/share/applications/$ID.desktop" > "$PREFIX/setup/$ID.desktop"
    place "$PREFIX/setup/$ID.desktop" "applications/$ID.desktop" || return 1
    refresh
}

install_it() {
    trap tidy EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    if [ -d "$OLD" ] && [ ! -e "$PREFIX" ]; then mv "$OLD" "$PREFIX"; fi
    check_before
    say "Unpacking Bluebook Desktop $VERSION …"
    unpack
    [ "$MODE" = install ] || { mv "$NEW" "$PREFIX"; NEW=; say "Unpacked into $PREFIX."; return 0; }
    mkdir -p "$NEW/setup"
    head -n $((FIRST - 1)) "$0" > "$NEW/setup/setup.sh"
    printf '%s\n' "$VERSION" > "$NEW/setup/version"
    printf '#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd)\nexec sh "$here/setup/setup.sh" --uninstall --prefix "$here" "$@"\n' > "$NEW/uninstall"
    chmod 755 "$NEW/uninstall" || fail "The disk is full; nothing was changed."
    swap
    mkdir -p "$BIN" && ln -sf "$PREFIX/$NAME" "$PREFIX/bluebook" "$BIN/"
    [ -z "$MENU" ] || enter_menu || fail "It is installed in $PREFIX, but could not be entered into the menu."
    say "Installed in $PREFIX. Start it from the menu, or with $BIN/$NAME; $PREFIX/uninstall removes it."
    show info "Bluebook Desktop $VERSION is installed. You find it in the menu."
}

if [ "$MODE" = uninstall ]; then uninstall; else install_it; fi
exit 0
